import { bar, ratios } from './bar.mjs';

const missed = '✗';
const digits = (value) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
const number = (value) => (value === undefined ? '–' : value.toFixed(digits(value)));
const rate = (value) => (value === undefined ? '–' : Math.round(value).toLocaleString('en-US'));

/**
 * A Markdown table with aligned columns, so that its source is readable too; all columns after the words are
 * right-aligned.
 */
export function table(head, rows, words = 1) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length), 3));
  const isWords = (column) => column < words;
  const pad = (cell, column) =>
    isWords(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  const rule = widths.map((width, column) =>
    isWords(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [first, ...others] = cells.map((row) => row.map(pad));
  return [first, rule, ...others].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function ratioCell(operation, peer, value) {
  if (value === undefined) return '–';
  const wanted = bar[peer]?.[operation];
  if (wanted === undefined) return value.toFixed(2);
  return `${value.toFixed(2)} ${value >= wanted ? '≥' : missed} ${wanted}`;
}

/** The ratio of the gateway to each other contestant, with the bar if there is one. */
export function ratioTable(measured, connections, names) {
  const operations = Object.keys(measured);
  const others = names.filter((name) => name !== 'gateway');
  const rows = others.map((peer) => [
    `× ${peer}`,
    ...operations.map((operation) =>
      ratioCell(operation, peer, ratios(measured[operation][connections] ?? {})[peer]),
    ),
  ]);
  return table([`${connections} connections`, ...operations], rows);
}

const columns = [
  'requests/s',
  'p50, ms',
  'p99, ms',
  'node, ms',
  'PostgreSQL, ms',
  'statements',
  'buffers',
  'RSS, MB',
];

/** All figures of the contestants in one operation. */
export function figureTable(operation, byName, counts) {
  const rows = Object.entries(byName).map(([name, figures]) => [
    name,
    rate(figures.rate),
    ...[figures.p50, figures.p99, figures.nodeMs, figures.postgresMs].map(number),
    counts?.[name]?.statements ?? '–',
    counts?.[name]?.buffers ?? '–',
    Math.round(figures.rssMb),
  ]);
  return table([operation, ...columns], rows);
}

export const checkTable = (found) =>
  table(
    ['the bar', 'measured', 'wanted', ''],
    found.map(({ what, value, wanted, met }) => [what, value, wanted, met ? 'met' : `${missed} missed`]),
  );

export const slowTable = (found) =>
  table(
    ['p99 of point, 20 connections, ms', 'alone', 'beside 10 slow consumers'],
    Object.entries(found).map(([name, { alone, beside }]) => [name, number(alone), number(beside)]),
  );
