import { checks } from './bar.mjs';
import { rows } from './rows.mjs';
import {
  checkTable,
  comparisonTable,
  figureTable,
  importTable,
  liveTable,
  ratioTable,
  slowTable,
  table,
} from './table.mjs';

function intro({ date, machine, versions, contestants, options }) {
  const { rounds, seconds, warmUp } = options;
  return `# The bench, ${date}

${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.os}; PostgreSQL ${versions.postgresql}. ${rounds} rounds of ${seconds} s each, in turn, after ${warmUp} s of warm-up; the load process, PostgreSQL and the contestant share the machine. Rates and latencies are medians of the rounds, CPU is what a request cost over all of them. ✗ marks what is below the bar.

${table(
  ['contestant', 'what it is', 'Node', 'libraries'],
  contestants.map(({ name, about, node, libraries }) => [name, about, node, libraries]),
  4,
)}

${rows.map(({ name, about }) => `- \`${name}\`: ${about}`).join('\n')}`;
}

const lacking = ({ missing, absent, contestants }) => [
  ...absent.map(({ name, reason }) => `- ${name} did not take part: ${reason}.`),
  ...missing.map((name) => `- \`${name}\` was not measured: the gateway's schema does not have it yet.`),
  ...contestants.flatMap(({ name, lacks }) =>
    Object.entries(lacks).map(([operation, why]) => `- ${name} has no \`${operation}\`: ${why}.`),
  ),
];

const limitNote =
  '`(load process)` is what the load process reaches with the same requests and answers of the same size from a server that does nothing: a rate near it is limited by the load process.';

function sizeSection({
  size,
  depth,
  measured,
  limits,
  comparisons,
  failures,
  counts,
  slow,
  live,
  connections,
  names,
}) {
  const tables = connections.flatMap((each) => [
    `### ${each === 1 ? 'A single connection' : `${each} connections`}`,
    ratioTable(measured, each, names),
    limitNote,
    ...Object.entries(measured).map(([operation, byConnections]) =>
      figureTable(operation, byConnections[each], {
        counts: counts[operation],
        generator: limits[operation][each],
      }),
    ),
  ]);
  return [
    `## ${size.toLocaleString('en-US')} customers`,
    ...(measured.page ? [`\`page\` is page ${(depth / 20).toLocaleString('en-US')}.`] : []),
    ...failuresOf(failures),
    ...(Object.keys(measured).length > 0 ? tables : []),
    ...comparisonSections(comparisons, connections),
    ...(live ? ['### Subscribers', liveTable(live)] : []),
    ...(slow ? ['### Slow consumers', slowTable(slow)] : []),
  ].join('\n\n');
}

const failuresOf = (failures) =>
  failures.length > 0 ? [failures.map((each) => `- ${each}`).join('\n')] : [];

const comparisonSections = (comparisons, connections) =>
  Object.entries(comparisons).flatMap(([name, found]) => [
    `### ${name}, ${Math.max(...connections)} connections`,
    comparisonTable(name, found),
  ]);

function accountsSection({ accounts: { comparisons, failures }, options }) {
  return [
    '## 200 accounts',
    'A database of 200 accounts with 250 customers each.',
    ...failuresOf(failures),
    ...comparisonSections(comparisons, options.connections),
  ].join('\n\n');
}

const importSection = ({ size, measured }) =>
  `## Imports of ${size.toLocaleString('en-US')} customers\n\n${importTable(measured)}`;

/** The complete report, as one page. */
export function page(result) {
  const notes = lacking(result);
  const found = checks(result, Math.max(...result.options.connections));
  return `${[
    intro(result),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...result.runs.map(sizeSection),
    ...(result.accounts ? [accountsSection(result)] : []),
    ...(result.imports ?? []).map(importSection),
    ...(result.startupMs
      ? [
          `\`npm start\` with the embedded PostgreSQL answers its first request after ${result.startupMs.embedded} ms.`,
        ]
      : []),
    ...(found.length > 0 ? ['## What else the bar asks for', checkTable(found)] : []),
  ].join('\n\n')}\n`;
}
