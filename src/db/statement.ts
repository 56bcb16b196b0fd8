import type pg from 'pg';
import { whileWanted } from './cancel.ts';
import { announce } from './pool.ts';
import { type Column, join, type ModelName, type Row, raw, ref, type Sql, table } from './table.ts';

/** Rows come as arrays of text; what is not text in JSON is parsed here, once. */
type Parse = (text: string) => unknown;

const parsers: Readonly<Record<string, Parse>> = {
  boolean: (text) => text === 't',
  integer: Number,
  jsonb: (text) => JSON.parse(text),
  // '2024-11-02 14:22:00.5+00' to '2024-11-02T14:22:00.500Z': every session is in UTC.
  timestamptz: (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`,
};

const keepText = { getTypeParser: () => (text: string) => text };

function parserOf(column: Column): Parse | undefined {
  return column.list ? parseTextArray : parsers[column.type];
}

/** `{a,"b c"}`; the only arrays in the model are of text without null. */
function parseTextArray(text: string): readonly string[] {
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, '$1') : item));
}

/** All columns of a model, to be selected in this order. */
export function columnsOf(model: ModelName, alias: string): Sql {
  return join(table(model).columns.map((column) => ref(alias, column)));
}

/** Reads a row's columns from `values`, which holds them from `offset` on. */
export function rowReader<M extends ModelName>(
  model: M,
  offset: number,
): (values: readonly (string | null)[]) => Row<M> {
  const readers = table(model).columns.map((column) => ({ name: column.name, parse: parserOf(column) }));
  return (values) => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of readers.entries()) {
      const value = values[offset + index] ?? null;
      row[name] = value === null || parse === undefined ? value : parse(value);
    }
    // The columns were selected from the model's own description.
    return row as Row<M>;
  };
}

const names = new Map<string, string>();
const maxNames = 2_000;

/** A prepared statement's name, from its text; past the bound statements go unprepared. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= maxNames) return known;
  const name = `read_${names.size}`;
  names.set(text, name);
  return name;
}

export interface Execution {
  /** Prepared once a connection; not for what users filter by, which is planned for its values. */
  readonly prepared: boolean;
}

/** Runs a statement and gives its rows as arrays of text. */
export async function execute(
  pool: pg.Pool,
  statement: Sql,
  { prepared }: Execution,
): Promise<readonly (readonly (string | null)[])[]> {
  const name = prepared ? nameOf(statement.text) : undefined;
  const query = announce({
    ...(name !== undefined && { name }),
    text: statement.text,
    values: [...statement.values],
    rowMode: 'array' as const,
    types: keepText,
  });
  const { rows } = await whileWanted(pool, (client) => client.query<(string | null)[]>(query));
  return rows;
}

export const literal = (value: number): Sql => raw(String(value));
