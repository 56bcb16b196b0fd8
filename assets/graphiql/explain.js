import { element, tableFrom } from './elements.js';

const panel = document.getElementById('explain');
const box = document.getElementById('explain-box');

const count = (number) => number.toLocaleString('en');

/** Offers `explain` to the callers that may use it. */
export function offerExplain({ signsIn, scopes }) {
  box.closest('label').hidden = signsIn && !scopes.includes('account:admin');
}

export const isExplaining = () => box.checked;

function statementsOf({ fields }) {
  const rows = fields.flatMap(({ path, alsoFor = [], statements }) =>
    statements.map(({ name, count: times, rows: found, milliseconds, planCost }) => [
      [path || '–', ...alsoFor].join(', '),
      times === 1 ? name : `${name} × ${count(times)}`,
      count(found),
      count(milliseconds),
      planCost === null ? '–' : count(planCost),
    ]),
  );
  return tableFrom(['Field', 'Statement', 'Rows', 'ms', 'Plan cost'], rows);
}

function pageSizesOf({ pageSizes }) {
  const sizes = [...new Set(pageSizes.flatMap(({ costs }) => costs.map(({ size }) => size)))].sort(
    (a, b) => a - b,
  );
  const rows = pageSizes.map(({ path, size, costs }) => [
    `${path} (${count(size)})`,
    ...sizes.map((each) => {
      const found = costs.find((cost) => cost.size === each);
      return found ? count(found.cost) : '–';
    }),
  ]);
  return tableFrom(['List (size)', ...sizes.map(count)], rows);
}

const omittedText = ({ omitted }) => {
  const parts = Object.entries(omitted ?? {}).filter(([, number]) => number > 0);
  return parts.length === 0
    ? ''
    : `Not shown: ${parts.map(([name, number]) => `${count(number)} ${name}`).join(', ')}.`;
};

/** Shows the explanation of a result beside it; hides the panel if the result has none. */
export function showExplanation(explain) {
  panel.hidden = explain === undefined;
  if (explain === undefined) return;
  const { milliseconds, statements, rows, maxCost } = explain;
  panel.replaceChildren(
    element('h2', 'Explanation'),
    element('p', `${count(statements)} statements, ${count(rows)} rows, ${count(milliseconds)} ms`),
    statementsOf(explain),
    element('h3', 'Cost of the operation at other page sizes'),
    pageSizesOf(explain),
    element('p', `The limit of a request is ${count(maxCost)}. ${omittedText(explain)}`),
  );
}
