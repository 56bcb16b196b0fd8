import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

const heads = [
  'fault',
  'seconds',
  'writes sent',
  'acknowledged',
  'lost',
  'duplicated',
  'reads',
  'rejected writes',
  'rejected reads',
  'slowest response, ms',
  'recovery of reads / writes / `/ready`, ms',
  'events received / disconnects of the subscriber',
  'responses of `/ready`',
  'within the bounds',
];

const countsOf = (counts) =>
  Object.entries(counts)
    .map(([label, count]) => `${count} × ${label}`)
    .join(', ') || '–';

const rounded = (ms) => (ms === undefined ? 'never' : String(Math.round(ms)));
const slowest = (recoveries, key) =>
  recoveries.some((each) => each[key] === undefined)
    ? undefined
    : Math.max(...recoveries.map((each) => each[key]));

/** The longest recovery times over all repetitions of the fault. */
const recoveryOf = ({ recoveries }) =>
  recoveries.length === 0
    ? '–'
    : ['readMs', 'writeMs', 'readyMs'].map((key) => rounded(slowest(recoveries, key))).join(' / ');

function cellsOf(result) {
  const {
    name,
    seconds,
    sent,
    acknowledged,
    lost,
    duplicated,
    reads,
    rejected,
    slowestMs,
    feed,
    ready,
    failures,
  } = result;
  return [
    name,
    seconds.toFixed(0),
    ...[sent, acknowledged, lost, duplicated, reads].map(String),
    countsOf(rejected.writes),
    countsOf(rejected.reads),
    rounded(slowestMs),
    recoveryOf(result),
    `${feed.received} / ${feed.disconnects}`,
    countsOf(ready),
    failures.length === 0 ? 'yes' : 'no',
  ];
}

/** Prints one result as lines of a terminal. */
export function print(result) {
  console.log(`\n${result.name}: ${result.about}`);
  if (result.skipped !== undefined) return void console.log(`  SKIPPED: ${result.skipped}`);
  const cells = cellsOf(result);
  for (const [place, head] of heads.entries())
    if (place > 0 && place < heads.length - 1) console.log(`  ${head.padEnd(50)}${cells[place]}`);
  for (const { name, readMs, writeMs, readyMs, slowestMs } of result.recoveries) {
    const times = [readMs, writeMs, readyMs].map(rounded).join(' / ');
    console.log(`  ${name}: ${times} ms; slowest response ${rounded(slowestMs)} ms`);
  }
  for (const figure of result.figures) console.log(`  ${figure}`);
  for (const failure of result.failures) console.log(`  FAILED: ${failure}`);
}

const line = (cells) => `| ${cells.join(' | ')} |`;

/** @param {readonly object[]} results */
export function markdown(results) {
  const done = results.filter(({ skipped }) => skipped === undefined);
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...done.map((result) => line(cellsOf(result))),
    '',
    ...results.flatMap(({ name, failures = [], skipped, figures = [] }) => [
      ...figures.map((figure) => `- ${name}: ${figure}`),
      ...failures.map((failure) => `- ${name} FAILED: ${failure}`),
      ...(skipped === undefined ? [] : [`- ${name} skipped: ${skipped}`]),
    ]),
  ].join('\n');
}

export function write({ json, scale, isShort }, results) {
  if (json === undefined) return;
  const run = {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    load: loadavg()[0],
    scale,
    isShort,
  };
  writeFileSync(json, `${JSON.stringify({ ...run, results }, null, 2)}\n`);
}
