const box = document.getElementById('search');
const input = document.getElementById('query');
const list = document.getElementById('found');
const most = 40;

/** The rank of an item for the search words: the lower, the better; undefined if it does not match. */
function rankOf({ id, name: title = id, text }, words) {
  const lower = title.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('.') + 1);
  // Names contain no spaces, but people type them.
  const joined = words.replace(/[\s_]+/g, '');
  if (lower === joined || name === joined) return lower.split('.').length;
  if (name.replaceAll('_', '').startsWith(joined)) return 10 + id.length;
  if (lower.replaceAll('_', '').includes(joined)) return 100 + id.length;
  const all = `${lower} ${text.toLowerCase()}`;
  return words.split(/\s+/).every((word) => all.includes(word)) ? 1000 + id.length : undefined;
}

function find(things, words) {
  return things
    .map((thing) => ({ thing, rank: rankOf(thing, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ thing }) => thing);
}

function option({ id, name = id, text }, at) {
  const item = document.createElement('li');
  item.id = `found-${at}`;
  item.role = 'option';
  item.dataset.for = id;
  const more = document.createElement('small');
  more.textContent = ` ${text.slice(0, 120)}`;
  item.append(name, more);
  return item;
}

/**
 * Searches the items ({ id, text }) as the user types. Arrow keys select, Enter opens, Escape closes, "/"
 * focuses the box.
 */
export function searchIn(things, go) {
  let chosen = -1;
  const options = () => [...list.children];

  function choose(at) {
    const all = options();
    chosen = all.length === 0 ? -1 : (at + all.length) % all.length;
    for (const [index, each] of all.entries()) each.ariaSelected = String(index === chosen);
    const active = all[chosen];
    active?.scrollIntoView({ block: 'nearest' });
    if (active?.dataset.for) input.setAttribute('aria-activedescendant', active.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function show(found, isOpen) {
    list.replaceChildren(...found.map(option));
    if (isOpen && found.length === 0) {
      const nothing = document.createElement('li');
      nothing.role = 'option';
      nothing.ariaDisabled = 'true';
      nothing.textContent = 'No results.';
      list.append(nothing);
    }
    list.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    choose(0);
  }

  function take(item) {
    if (!item?.dataset.for) return;
    show([], false);
    input.value = '';
    input.blur();
    go(item.dataset.for);
  }

  const keys = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => take(options()[chosen]),
    Escape: () => show([], false),
  };
  const type = () => {
    const words = input.value.trim().toLowerCase();
    show(words === '' ? [] : find(things, words), words !== '');
  };
  input.addEventListener('input', type);
  input.addEventListener('focus', type);
  input.addEventListener('blur', () => show([], false));
  input.addEventListener('keydown', (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  // mousedown instead of click: before a click, the box would lose the focus and close the list.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    take(event.target.closest('li'));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.matches('input, textarea')) return;
    event.preventDefault();
    input.focus();
  });
  box.hidden = false;
}
