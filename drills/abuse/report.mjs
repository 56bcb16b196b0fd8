import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const number = (value) =>
  value === null || value === undefined ? '–' : value < 10 ? value.toFixed(1) : Math.round(value).toString();

const sum = (counts = {}) => Object.values(counts).reduce((total, count) => total + count, 0);

function answersOf({ answers }) {
  const all = Object.entries(answers).toSorted(([, a], [, b]) => b - a);
  const shown = all.slice(0, 5).map(([label, count]) => `${count} × ${label}`);
  return [...shown, ...(all.length > 5 ? [`${all.length - 5} more`] : [])].join(', ') || '–';
}

const megabytes = ({ before, peak, after }, name) =>
  [before, peak, after].map((each) => number(each[name])).join(' / ');

function latencyOf(phase) {
  if (phase === undefined) return '–';
  const failed = sum(phase.rejected);
  const times = [phase.p50, phase.p95, phase.max].map(number).join(' / ');
  return failed > 0 ? `${times}, ${failed} of ${phase.lookups + phase.lists} failed` : times;
}

const heads = [
  'attack',
  'seconds',
  'sent',
  'answers',
  'RSS before / peak / after, MB',
  'backend before / peak / after, MB',
  'normal caller p50 / p95 / max before, ms',
  'during',
  'after',
  'within the bounds',
];

function cellsOf(result) {
  const { row, name, seconds, sent, memory, normal, failures } = result;
  return [
    `${row}: ${name}`,
    seconds.toFixed(0),
    String(sent),
    answersOf(result),
    megabytes(memory, 'rssMb'),
    megabytes(memory, 'backendMb'),
    latencyOf(normal.before),
    latencyOf(normal.during),
    latencyOf(normal.after),
    failures.length === 0 ? 'yes' : 'no',
  ];
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const escaped = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param {readonly object[]} results with their failures */
export function markdown(results) {
  const failed = results.filter(({ failures }) => failures.length > 0);
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...results.map((result) => line(cellsOf(result).map(escaped))),
    '',
    ...failed.flatMap(({ name, failures }) =>
      failures.map((failure) => `- \`${name}\`: ${escaped(failure)}`),
    ),
    '',
  ].join('\n');
}

/** Prints one result as lines of a terminal. */
export function print(result) {
  const cells = cellsOf(result);
  console.log(`\n${cells[0]} (${result.about})`);
  for (const [place, head] of heads.entries())
    if (place > 0 && place < heads.length - 1) console.log(`  ${head.padEnd(42)}${cells[place]}`);
  console.log(`  ${'load average of the machine before'.padEnd(42)}${result.load.toFixed(1)}`);
  console.log(result.failures.length === 0 ? '  within the bounds' : '');
  for (const failure of result.failures) console.log(`  FAILED: ${failure}`);
}

export function write({ json, markdown: markdownFile, isShort, customers, bounds }, results) {
  const run = { date: new Date().toISOString(), cores: availableParallelism(), isShort, customers, bounds };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...run, results }, null, 2)}\n`);
  if (markdownFile !== undefined) writeFileSync(markdownFile, markdown(results));
}
