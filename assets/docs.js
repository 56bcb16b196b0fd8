import { namedInHash } from './hash.js';
import { searchIn } from './search.js';
import { fetchSignedIn, openSession } from './session.js';

const reference = document.getElementById('reference');

/** Highlights the current entry in the table of contents. */
function markIn(entry) {
  reference.querySelector('#contents [aria-current]')?.removeAttribute('aria-current');
  const link = entry && reference.querySelector(`#contents [href="#${entry.id}"]`);
  const fold = link?.closest('details');
  if (fold) fold.open = true;
  link?.setAttribute('aria-current', 'location');
  link?.scrollIntoView({ block: 'nearest' });
}

/** Shows one page of the reference at a time. */
function turnTo(entry) {
  for (const each of reference.querySelectorAll('.current')) each.classList.remove('current');
  entry.classList.add('current');
  entry.closest('.chapter')?.classList.add('current');
  const isOverview = entry.id === 'overview';
  document.title = `${isOverview ? 'Schema reference' : entry.ariaLabel} – Customer gateway`;
}

/** Opens the page and the folds of the URL fragment's target and scrolls to it: it may have loaded after the page. */
function reveal() {
  const target = document.getElementById(namedInHash());
  turnTo(target?.closest('.entry') ?? document.getElementById('overview'));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details'))
    fold.open = true;
  target?.scrollIntoView();
  markIn(target?.closest('.entry'));
  return target;
}

function focusOn(target) {
  const link =
    target?.querySelector('h3 > a, dt a') ??
    reference.querySelector('.entry.current').querySelector('h3 > a');
  link?.focus({ preventScroll: true });
}

function go(id) {
  location.hash = id;
  focusOn(reveal());
}

/** After a link to another page, the focus is on this page and not on the hidden link. */
function followLink() {
  const target = reveal();
  if (!reference.querySelector(':focus')?.checkVisibility()) focusOn(target);
}

function copyButton(pre) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.ariaLabel = `Copy: ${pre.ariaLabel}`;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = 'Copied';
  });
  return button;
}

const schemaParts = () =>
  [...reference.querySelectorAll('[data-name]')].map((each) => ({
    id: each.id,
    text: each.querySelector(':scope > p, :scope > dd > p')?.textContent ?? '',
  }));

/** The text between a heading of a guide and the next one. */
function textBelow(heading) {
  const texts = [];
  for (
    let next = heading.nextElementSibling;
    next && !next.matches('[data-guide]');
    next = next.nextElementSibling
  )
    texts.push(next.textContent);
  return texts.join(' ');
}

const guideParts = () =>
  [...reference.querySelectorAll('.guide > [data-guide]')].map((each) => ({
    id: each.id,
    name: `${each.dataset.guide}: ${each.textContent}`,
    text: textBelow(each),
  }));

async function fetched(url) {
  const response = await fetchSignedIn(url);
  if (!response.ok) throw new Error(`The reference cannot be loaded (status ${response.status}).`);
  return response.text();
}

async function start() {
  await openSession();
  const { from } = reference.dataset;
  if (from) {
    // Safe as innerHTML: the gateway generates this markup, and the page's CSP blocks scripts in it.
    reference.innerHTML = await fetched(from);
  }
  reference.classList.add('paged');
  reveal();
  for (const pre of reference.querySelectorAll('.example pre')) {
    if (!pre.nextElementSibling) pre.after(document.createElement('p'));
    pre.nextElementSibling.append(copyButton(pre));
  }
  searchIn([...guideParts(), ...schemaParts()], go);
  addEventListener('hashchange', followLink);
}

start().catch((error) => {
  reference.textContent = error.message;
});
