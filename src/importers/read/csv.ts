import { CsvError, parse } from 'csv-parse';
import { InputError } from '../input-error.ts';
import { reject } from '../mapping/map-object.ts';
import { isSecretName } from '../mapping/received.ts';
import type { Rejection } from '../record.ts';
import type { Part } from './part.ts';
import { excerpt, syntaxError } from './syntax.ts';
import { TextReader } from './text-reader.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that the header row has most often outside of quotes. */
export function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((each) => bare.split(each).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

export interface CsvOptions {
  readonly position: string;
  /** Null finds the delimiter from the header row. */
  readonly delimiter: string | null;
  /** In characters, of one row. */
  readonly max: number;
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Parses a text in chunks. csv-parse's stream would drop the rows before an error. */
class RowParser {
  #rows: Row[] = [];
  readonly #parser: ReturnType<typeof parse>;

  constructor(delimiter: string, max: number) {
    const options = { delimiter, max_record_size: max, relax_column_count: true, skip_empty_lines: true };
    this.#parser = parse({
      ...options,
      on_record: (cells: readonly string[], { lines }) => {
        this.#rows.push({ cells, line: lines });
        return null;
      },
    });
    // The callbacks get the errors.
    this.#parser.on('error', () => undefined);
  }

  /** Resolves to the error of an invalid table. */
  write(text: string): Promise<unknown> {
    return new Promise((resolve) => this.#parser.write(text, resolve));
  }

  end(): Promise<unknown> {
    return new Promise((resolve) => this.#parser.end(resolve));
  }

  take(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

function columnsOf(header: readonly string[], position: string): readonly string[] {
  const columns = header.map((each) => each.trim());
  const twice = columns.find((each, at) => columns.indexOf(each) !== at);
  if (twice === undefined) return columns;
  throw new InputError(
    `${position}: the header row has the column “${twice}” twice; give each column its own name.`,
  );
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function damage(error: unknown, position: string): Rejection {
  if (!(error instanceof CsvError)) throw error;
  const line = 'lines' in error && typeof error.lines === 'number' ? `:${error.lines}` : '';
  const message = `The table is invalid, and the rest of the file was not read: ${error.message}`;
  return syntaxError(position + line, message);
}

function partOf({ cells, line }: Row, columns: readonly string[], position: string): Part {
  const at = `${position}:${line}`;
  if (cells.length === columns.length)
    return {
      ...{ kind: 'document', position: at },
      document: Object.fromEntries(columns.map((each, n) => [each, cells[n] ?? ''])),
    };
  const message = `The row has ${cells.length} cells, and the header row ${columns.length}; quote cells that contain the delimiter.`;
  // The column of each cell is unknown.
  const raw = columns.some(isSecretName) ? null : excerpt(cells.join(','));
  return reject(at, raw, { code: 'INVALID', path: '', message });
}

/** Chunks of the text, and the errors of writing them. */
async function* parsed(
  reader: TextReader,
  parser: RowParser,
): AsyncGenerator<readonly [readonly Row[], unknown]> {
  do {
    const error = await parser.write(reader.take());
    yield [parser.take(), error];
    if (error != null) return;
  } while (await reader.more());
  const error = await parser.end();
  yield [parser.take(), error];
}

/** A parser with the delimiter of the header row, which the reader then holds. */
async function openTable(reader: TextReader, delimiter: string | null, max: number): Promise<RowParser> {
  await reader.skipBlank();
  while (reader.lineEnd < 0 && reader.length <= max && (await reader.more()));
  return new RowParser(delimiter ?? delimiterOf(reader.held.split('\n', 1)[0] ?? ''), max);
}

const maxHead = 65_536;

/** The cells of a table's first rows; the first of them is the header row. */
export async function readHeadRows(chunks: AsyncIterable<string>): Promise<readonly (readonly string[])[]> {
  const reader = new TextReader(chunks);
  try {
    const parser = await openTable(reader, null, maxHead);
    await parser.write(reader.take(maxHead));
    if (reader.length === 0) await parser.end();
    return parser.take().map(({ cells }) => cells);
  } finally {
    await reader.close();
  }
}

/** The rows of a table as objects by the columns of its header row. */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  { position, delimiter, max }: CsvOptions,
): AsyncGenerator<Part> {
  const reader = new TextReader(chunks);
  try {
    const parser = await openTable(reader, delimiter, max);
    let columns: readonly string[] | undefined;
    for await (const [rows, error] of parsed(reader, parser)) {
      for (const row of rows) {
        if (columns === undefined) columns = columnsOf(row.cells, position);
        else if (!isBlank(row.cells)) yield partOf(row, columns, position);
      }
      if (error != null) yield damage(error, position);
    }
  } finally {
    await reader.close();
  }
}
