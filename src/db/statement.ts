import { LRUCache } from 'lru-cache';
import { announce } from './announce.ts';
import type { AloneOptions, Session } from './session.ts';
import { type Column, join, type ModelName, type Row, raw, ref, type Sql, table } from './table.ts';
import type { TextRows, TextStatement } from './text-batch.ts';

/** Rows arrive as arrays of text; values that are not strings in JSON are parsed here, once. */
type Parse = (text: string) => unknown;

const parsers: Readonly<Record<string, Parse>> = {
  boolean: (text) => text === 't',
  integer: Number,
  jsonb: (text) => JSON.parse(text),
  // '2024-11-02 14:22:00.5+00' to '2024-11-02T14:22:00.500Z': every session uses UTC.
  timestamptz: (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`,
};

function parserOf(column: Column): Parse | undefined {
  return column.list ? parseTextArray : parsers[column.type];
}

/** Parses `{a,"b c"}`; the model's only arrays are text arrays without nulls. */
function parseTextArray(text: string): readonly string[] {
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, '$1') : item));
}

/** The columns of a model that a statement reads; undefined for all. */
export type Columns = ReadonlySet<string> | undefined;

/** Returns the columns to read, in the table's order; always includes the id. */
export function columnsRead(
  model: ModelName,
  wanted: Columns,
  ...also: readonly string[]
): readonly Column[] {
  const { columns } = table(model);
  if (wanted === undefined) return columns;
  return columns.filter(({ name }) => name === 'id' || wanted.has(name) || also.includes(name));
}

export const selectList = (columns: readonly Column[], alias: string): Sql =>
  join(columns.map((column) => ref(alias, column)));

/** Returns a function that reads a row's columns from `values`, starting at `offset`. */
export function rowReader<M extends ModelName>(
  columns: readonly Column[],
  offset: number,
): (values: readonly (string | null)[]) => Row<M> {
  const names = columns.map(({ name }) => name);
  const parsers = columns.map(parserOf);
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) {
      const value = values[offset + at] ?? null;
      const parse = parsers[at];
      row[names[at] as string] = value === null || parse === undefined ? value : parse(value);
    }
    // A caller that requests some of the columns reads only those.
    return row as Row<M>;
  };
}

/** Longer texts are never prepared: their plans use more memory than planning again is worth. */
const maxPreparedText = 8_000;

/** Statement names by text, for texts sent before; '' until the second use. */
const names = new LRUCache<string, string>({ max: 1_000 });
let named = 0;

/** A prepared statement's name; '' for the first use of a text, so that rare statements are not prepared. */
export function nameOf(text: string): string {
  if (text.length > maxPreparedText) return '';
  const known = names.get(text);
  if (known === undefined) {
    names.set(text, '');
    return '';
  }
  if (known !== '') return known;
  named += 1;
  const name = `read_${named}`;
  names.set(text, name);
  return name;
}

/** Runs a short statement: prepared, and pipelined with other statements on one connection. */
export function execute(session: Session, { text, values }: TextStatement): Promise<TextRows> {
  return session.send(announce({ text, values, name: nameOf(text) }));
}

/**
 * Runs a statement that is shaped by a caller or may take
 * long: planned for its values, on a separate connection.
 */
export function executeAlone(
  session: Session,
  { text, values }: TextStatement,
  options: AloneOptions = {},
): Promise<TextRows> {
  return session.sendAlone(announce({ text, values }), options);
}

export const literal = (value: number): Sql => raw(String(value));
