import { checks } from './bar.mjs';
import { operations } from './operations.mjs';
import { checkTable, figureTable, ratioTable, slowTable, table } from './table.mjs';

function intro({ date, machine, versions, contestants, options }) {
  const { rounds, seconds, warmUp } = options;
  return `# The bench, ${date}

${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.os}; PostgreSQL ${versions.postgresql}. ${rounds} rounds of ${seconds} s each, in turn, after ${warmUp} s of warm-up; the load process, PostgreSQL and the contestant share the machine. Rates and latencies are medians of the rounds, CPU is what a request cost over all of them. ✗ marks what is below the bar.

${table(
  ['contestant', 'what it is', 'Node', 'libraries'],
  contestants.map(({ name, about, node, libraries }) => [name, about, node, libraries]),
  4,
)}

${operations.map(({ name, about }) => `- \`${name}\`: ${about}`).join('\n')}`;
}

const lacking = ({ missing, absent, contestants }) => [
  ...absent.map(({ name, reason }) => `- ${name} did not take part: ${reason}.`),
  ...missing.map((name) => `- \`${name}\` was not measured: the gateway's schema does not have it yet.`),
  ...contestants.flatMap(({ name, lacks }) =>
    Object.entries(lacks).map(([operation, why]) => `- ${name} has no \`${operation}\`: ${why}.`),
  ),
];

function sizeSection({ size, depth, measured, failures, counts, slow, connections, names }) {
  const tables = connections.flatMap((each) => [
    `### ${each === 1 ? 'A single connection' : `${each} connections`}`,
    ratioTable(measured, each, names),
    ...Object.entries(measured).map(([operation, byConnections]) =>
      figureTable(operation, byConnections[each], counts[operation]),
    ),
  ]);
  return [
    `## ${size.toLocaleString('en-US')} customers`,
    `\`page\` is page ${(depth / 20).toLocaleString('en-US')}.`,
    ...(failures.length > 0 ? [failures.map((each) => `- ${each}`).join('\n')] : []),
    ...tables,
    ...(slow ? ['### Slow consumers', slowTable(slow)] : []),
  ].join('\n\n');
}

/** The complete report, as one page. */
export function page(result) {
  const notes = lacking(result);
  const found = checks(result, Math.max(...result.options.connections));
  return `${[
    intro(result),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...result.runs.map(sizeSection),
    ...(found.length > 0 ? ['## What else the bar asks for', checkTable(found)] : []),
  ].join('\n\n')}\n`;
}
