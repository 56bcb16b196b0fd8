export function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const isNumber = (text) => /^[\d,.–]+$/.test(text);

function cell(name, text) {
  const made = element(name, text);
  if (isNumber(text)) made.className = 'number';
  return made;
}

const rowOf = (name, texts) => element('tr', ...texts.map((text) => cell(name, text)));

/** The head and body of a table, as elements. */
export function partsOf(columns, rows) {
  const head = rowOf('th', columns);
  for (const each of head.children) each.scope = 'col';
  return [element('thead', head), element('tbody', ...rows.map((row) => rowOf('td', row)))];
}

export const tableFrom = (columns, rows) => element('table', ...partsOf(columns, rows));
