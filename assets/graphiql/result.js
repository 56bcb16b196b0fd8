import { partsOf } from './elements.js';
import { showExplanation } from './explain.js';
import { neutralText } from './formula-text.js';
import { csvOf, listsIn, tableOf } from './table.js';

const outcome = document.getElementById('outcome');
const opener = document.getElementById('as-table');
const dialog = document.getElementById('table');
const choice = dialog.querySelector('select');

/** The latest results with their durations, by the text that GraphiQL shows of them. */
const results = new Map();
const maxResults = 20;

let lists = [];

const shown = () => lists.find(({ path }) => path === choice.value);

function draw() {
  const { columns, rows } = tableOf(shown().rows);
  dialog.querySelector('table').replaceChildren(...partsOf(columns, rows));
}

function download() {
  const { path, rows } = shown();
  // Excel recognizes UTF-8 by the mark.
  const csv = new Blob(['\ufeff', csvOf(tableOf(rows), neutralText)], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(csv);
  link.download = `${path}.csv`;
  link.click();
  // The download has the bytes once the click has returned to the event loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const count = (number) => number.toLocaleString('en');

function outcomeOf({ extensions }, ms) {
  const cost = extensions?.cost;
  const parts = [
    ms !== undefined && `${count(Math.round(ms))} ms`,
    cost && `cost ${count(cost.actual)} of ${count(cost.requested)} requested`,
    cost?.bucket && `${count(cost.bucket.available)} left`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Keeps a result until GraphiQL shows it, now or when its tab is opened again. */
export function keepResult(result, ms) {
  const text = JSON.stringify(result, null, 2);
  results.delete(text);
  results.set(text, { result, ms });
  if (results.size > maxResults) results.delete(results.keys().next().value);
}

/** Shows the duration and cost of a result, and offers its lists as a table. */
function show({ result, ms } = { result: {} }) {
  outcome.textContent = outcomeOf(result, ms);
  lists = listsIn(result.data);
  opener.disabled = lists.length === 0;
  showExplanation(result);
}

/** Shows what belongs to the response in the open tab of GraphiQL; call this before GraphiQL makes its editors. */
export function followResponses({ editor }) {
  const { LF } = editor.EndOfLinePreference;
  editor.onDidCreateModel((model) => {
    if (model.uri.path.endsWith('response.json'))
      model.onDidChangeContent(() => show(results.get(model.getValue(LF))));
  });
}

opener.addEventListener('click', () => {
  choice.replaceChildren(...lists.map(({ path }) => new Option(path)));
  draw();
  dialog.showModal();
});
choice.addEventListener('change', draw);
dialog.querySelector('[name="csv"]').addEventListener('click', download);
dialog.querySelector('[name="close"]').addEventListener('click', () => dialog.close());
