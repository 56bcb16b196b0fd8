import { searchIn } from './search.js';
import { fetchSignedIn } from './sign-in.js';

const reference = document.getElementById('reference');

/** Highlights the current entry in the table of contents. */
function markIn(entry) {
  reference.querySelector('#contents [aria-current]')?.removeAttribute('aria-current');
  const link = entry && reference.querySelector(`#contents [href="#${entry.id}"]`);
  link?.setAttribute('aria-current', 'location');
  link?.scrollIntoView({ block: 'nearest' });
}

/** Opens the folds around the URL fragment's target and scrolls to it: it may have loaded after the page. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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

async function fetched(url) {
  const response = await fetchSignedIn(url);
  if (!response.ok) throw new Error(`The reference cannot be had at the moment (${response.status}).`);
  return response.text();
}

async function start() {
  const { from } = reference.dataset;
  if (from) {
    // Safe as innerHTML: the gateway generates this markup, and the page's CSP blocks scripts in it.
    reference.innerHTML = await fetched(from);
  }
  if (location.hash) reveal();
  for (const pre of reference.querySelectorAll('.example pre'))
    pre.nextElementSibling.append(copyButton(pre));
  const things = [...reference.querySelectorAll('[data-name]')].map((each) => ({
    id: each.id,
    text: each.querySelector(':scope > p, :scope > dd > p')?.textContent ?? '',
  }));
  searchIn(things, go);
  addEventListener('hashchange', reveal);
}

start().catch((error) => {
  reference.textContent = error.message;
});
