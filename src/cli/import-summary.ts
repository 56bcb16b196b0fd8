import { outcomes, type Report, type WarningGroup } from '../importers/run/report.ts';

const columns = [...outcomes, 'warned', 'gone'] as const;
const optional: readonly string[] = ['unprocessed', 'gone'];

/** The report as JSON, for scripts. */
export function summaryJson(report: Report): string {
  const { state, stop, read, kinds, rejects, warnings, unknownFields } = report;
  const summary = { state, stop, read, kinds: Object.fromEntries(kinds), rejects, warnings, unknownFields };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return rows.map((row) => `${line(row)}\n`).join('');
}

const firstExample = ({ examples: [first] }: WarningGroup): string =>
  first === undefined ? '' : ` (${first.position}: ${JSON.stringify(first.value)})`;

function warningLines({ warnings }: Report): string {
  const lines = warnings.map((group) => {
    const { kind, code, path, count, message } = group;
    return `  ${[kind, code, ...(path === '' ? [] : [path])].join(' ')}, ${count} ×: ${message}${firstExample(group)}\n`;
  });
  return lines.length === 0 ? '' : `Warnings:\n${lines.join('')}`;
}

const maxShown = 20;

function rejectLines({ rejects }: Report): string {
  const lines = rejects.slice(0, maxShown).map(({ kind, code, path, count, message, position }) => {
    const reason = [kind, code, ...(path === '' ? [] : [path])].join(' ');
    return `  ${reason}, ${count} ×: ${message} (first in ${position})\n`;
  });
  const more = rejects.length > maxShown ? `  and ${rejects.length - maxShown} other reasons\n` : '';
  return lines.length === 0 ? '' : `Rejected:\n${lines.join('')}${more}`;
}

function unknownLines({ unknownFields }: Report): string {
  const lines = unknownFields.map(
    ({ kind, path, count, position }) => `  ${kind} ${path}, ${count} × (first in ${position})\n`,
  );
  return lines.length === 0 ? '' : `Fields that the import does not know:\n${lines.join('')}`;
}

/** The report for people. Control characters of the input could forge other lines. */
export function summaryText(report: Report): string {
  const shown = columns.filter((column) => !optional.includes(column) || report.total(column) > 0);
  const rows = report.kinds.map(([kind, counts]) => [kind, ...shown.map((column) => String(counts[column]))]);
  const counts = rows.length === 0 ? 'No records.\n' : table([['', ...shown], ...rows]);
  const head = report.state === 'dry run' ? 'Dry run: nothing was written.\n' : '';
  const text = `${head}${counts}${rejectLines(report)}${warningLines(report)}${unknownLines(report)}`;
  return text.replaceAll(/[^\P{Cc}\n]/gu, '�');
}
