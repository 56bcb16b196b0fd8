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
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  turnTo(target?.closest('.entry') ?? document.getElementById('overview'));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details'))
    fold.open = true;
  target?.scrollIntoView();
  markIn(target?.closest('.entry'));
  return target;
}

function go(id) {
  location.hash = id;
  const target = reveal();
  const heading = target?.querySelector('h3 > a, dt a');
  heading?.focus({ preventScroll: true });
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
  if (!response.ok) throw new Error(`The reference cannot be had at the moment (${response.status}).`);
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
  addEventListener('hashchange', reveal);
}

start().catch((error) => {
  reference.textContent = error.message;
});
