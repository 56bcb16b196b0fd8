import { element, tableFrom } from './elements.js';

const panel = document.getElementById('explain');
const box = document.getElementById('explain-box');

const count = (number) => number.toLocaleString('en');

const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Offers `explain` to the callers that may use it. */
export function offerExplain({ signsIn, scopes }) {
  box.closest('label').hidden = signsIn && !scopes.includes('account:admin');
}

export const isExplaining = () => box.checked;

function statementsOf({ fields }) {
  const rows = fields.flatMap(({ path, alsoFor = [], statements }) =>
    statements.map(({ name, count: times, rows: found, milliseconds, planCost }) => [
      [path || 'other fields', ...alsoFor].join(', '),
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

function partsOf(explain) {
  const { milliseconds, statements, rows, maxCost, fields, pageSizes } = explain;
  return [
    element('p', `${counted(statements, 'statement')}, ${counted(rows, 'row')}, ${count(milliseconds)} ms`),
    ...(fields.length > 0 ? [statementsOf(explain)] : []),
    ...(pageSizes.length > 0
      ? [element('h3', 'Cost of the operation at other page sizes'), pageSizesOf(explain)]
      : []),
    element('p', `The limit of a request is ${count(maxCost)}. ${omittedText(explain)}`),
  ];
}

const absent = 'Rejected requests and subscriptions have no explanation.';

/** Shows the explanation of a result beside it. Hides the panel if the user did not request one. */
export function showExplanation({ errors, data, extensions }) {
  const explain = extensions?.explain;
  const isAbsent = explain === undefined && box.checked && (errors ?? data) !== undefined;
  panel.hidden = explain === undefined && !isAbsent;
  if (panel.hidden) return;
  panel.replaceChildren(
    element('h2', 'Explanation'),
    ...(explain ? partsOf(explain) : [element('p', absent)]),
  );
}
