import { bar, comparisonBar, importBar, ratios } from './bar.mjs';

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

const ratio = (value, wanted) =>
  wanted === undefined ? value.toFixed(2) : `${value.toFixed(2)} ${value >= wanted ? '≥' : missed} ${wanted}`;

function ratioCell(operation, peer, value) {
  return value === undefined ? '–' : ratio(value, bar[peer]?.[operation]);
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

/**
 * All figures of the contestants in one operation, and the limit of the load process: what it reaches with the
 * same requests and answers of the same size that cost nothing.
 */
export function figureTable(operation, byName, { counts, generator }) {
  const rows = Object.entries(byName).map(([name, figures]) => [
    name,
    rate(figures.rate),
    ...[figures.p50, figures.p99, figures.nodeMs, figures.postgresMs].map(number),
    counts?.[name]?.statements ?? '–',
    counts?.[name]?.buffers ?? '–',
    Math.round(figures.rssMb),
  ]);
  const limit = generator && [
    '(load process)',
    rate(generator.rate),
    ...[generator.p50, generator.p99, undefined, undefined].map(number),
    '–',
    '–',
    '–',
  ];
  return table([operation, ...columns], limit ? [...rows, limit] : rows);
}

/** The callers of a comparison: the ratios are medians of the rounds, in which the callers alternate. */
export function comparisonTable(name, byOperation) {
  const rows = Object.entries(byOperation).flatMap(([operation, byContestant]) =>
    Object.entries(byContestant).flatMap(([contestant, callers]) =>
      callers.map((figures, at) => {
        const wanted = contestant === 'gateway' ? comparisonBar[figures.caller] : undefined;
        return [
          `${operation}, ${contestant}`,
          `${figures.caller}${figures.encoding ? ` (${figures.encoding})` : ''}`,
          rate(figures.rate),
          at === 0 ? '–' : ratio(figures.ratio, wanted?.ratio),
          at === 0 ? '–' : figures.cpuRatio.toFixed(2),
          figures.plainRatio === undefined ? '–' : ratio(figures.plainRatio, wanted?.plainRatio),
          ...[figures.p99, figures.nodeMs, figures.postgresMs].map(number),
          figures.bytes.toLocaleString('en-US'),
        ];
      }),
    ),
  );
  const head = [
    'requests/s',
    '× first',
    'node, × first',
    '× plain',
    'p99, ms',
    'node, ms',
    'PostgreSQL, ms',
    'bytes',
  ];
  return table([name, 'caller', ...head], rows, 2);
}

export const liveTable = (found) =>
  table(
    [
      'subscribers',
      'writes/s',
      'p50, ms',
      'p99, ms',
      'events',
      'missing',
      'ended',
      'failed writes',
      'node, ms per write',
      'PostgreSQL, ms',
      'RSS, MB',
    ],
    Object.entries(found).map(([name, each]) => [
      name,
      each.rate.toFixed(1),
      each.p50,
      each.p99,
      each.events.toLocaleString('en-US'),
      each.missing,
      each.ended,
      each.failed,
      number(each.nodeMs),
      number(each.postgresMs),
      Math.round(each.rssMb),
    ]),
  );

export const checkTable = (found) =>
  table(
    ['the bar', 'measured', 'wanted', ''],
    found.map(({ what, value, wanted, met }) => [what, value, wanted, met ? 'met' : `${missed} missed`]),
  );

/** Imports by system, with the bar. */
export const importTable = (measured) =>
  table(
    [
      'import',
      'customers/s',
      'COPY, customers/s',
      '× COPY',
      'unchanged, customers/s',
      '× first',
      'node, ms',
      'PostgreSQL, ms',
      '… of COPY',
      'input, MB',
      'peak RSS, MB',
    ],
    Object.entries(measured).map(([system, each]) => [
      system,
      rate(each.rate),
      rate(each.copyRate),
      ratio(each.rate / each.copyRate, importBar.copy),
      rate(each.againRate),
      ratio(each.againRate / each.rate, importBar.unchanged),
      number(each.nodeMs),
      number(each.postgresMs),
      number(each.copyPostgresMs),
      Math.round(each.megabytes),
      `${Math.round(each.peakMb)} ${each.peakMb < importBar.peakMb ? '<' : missed} ${importBar.peakMb}`,
    ]),
  );

export const slowTable = (found) =>
  table(
    [
      'point, 20 connections',
      'p99 alone, ms',
      '… beside 10 slow consumers',
      'node alone, ms',
      '… beside them, with their answers',
    ],
    Object.entries(found).map(([name, { alone, beside }]) => [
      name,
      ...[alone.p99, beside.p99, alone.nodeMs, beside.nodeMs].map(number),
    ]),
  );
