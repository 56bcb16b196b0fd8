import { defaultCacheBytes, SharedCache } from '../../shared-cache.ts';
import {
  anyOf,
  type Column,
  type ColumnOf,
  join,
  type ModelName,
  type Row,
  raw,
  ref,
  Slot,
  type Sql,
  sql,
  table,
} from '../model/table.ts';
import { announce, nameOf } from '../wire/connection.ts';
import type { AloneOptions, Session } from '../wire/session.ts';
import type { TextRows, TextStatement } from '../wire/text-batch.ts';

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
export type ColumnSet = ReadonlySet<string> | undefined;

/** Returns the columns to read, in the table's order; always includes the id. */
export function columnsRead(
  model: ModelName,
  wanted: ColumnSet,
  ...also: readonly string[]
): readonly Column[] {
  const { columns } = table(model);
  if (wanted === undefined) return columns;
  return columns.filter(({ name }) => name === 'id' || wanted.has(name) || also.includes(name));
}

export const selectList = (columns: readonly Column[], alias: string): Sql =>
  join(columns.map((column) => ref(alias, column)));

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

export function execute(session: Session, { text, values }: TextStatement): Promise<TextRows> {
  return session.send(announce({ text, values, name: nameOf(text) }));
}

export interface StatementOptions extends AloneOptions {
  /** Otherwise, it is prepared, with one plan for all values. */
  readonly plannedForValues?: boolean;
}

/** For statements shaped by a caller: on a separate connection. */
export function executeAlone(
  session: Session,
  { text, values }: TextStatement,
  { plannedForValues = true, ...options }: StatementOptions = {},
): Promise<TextRows> {
  return session.sendAlone(announce({ text, values, name: plannedForValues ? '' : nameOf(text) }), options);
}

export const literal = (value: number): Sql => raw(String(value));

export class Template {
  readonly #text: string;
  readonly #values: readonly unknown[];
  /** The name of the slot of each value, if it has one. */
  readonly #slots: readonly (string | undefined)[];

  constructor({ text, values }: TextStatement) {
    this.#text = text;
    this.#values = values;
    this.#slots = values.map((value) => (value instanceof Slot ? value.of : undefined));
  }

  get length(): number {
    return this.#text.length;
  }

  with(filled: Readonly<Record<string, unknown>>): TextStatement {
    const values = this.#slots.map((slot, at) => (slot === undefined ? this.#values[at] : filled[slot]));
    return { text: this.#text, values };
  }
}

/** Shared by all accounts: a template's values are filled in when it runs. */
let cache = new SharedCache(defaultCacheBytes);

export function cacheTemplatesIn(shared: SharedCache): void {
  cache = shared;
}

const columnNames = new WeakMap<object, string>();

function namesOf(columns: ColumnSet): string {
  if (columns === undefined) return '*';
  const known = columnNames.get(columns);
  if (known !== undefined) return known;
  const name = [...columns].sort().join();
  columnNames.set(columns, name);
  return name;
}

/** Approximate memory of a template without its text and key, and of each column read. */
const [templateBytes, columnBytes] = [1_500, 150];

let kinds = 0;

export function perColumns<V extends { readonly template: Template }>() {
  // The texts of documents are keys in the same cache; none of them begins with U+0000.
  const prefix = `\0${kinds++}`;
  return (accountId: string, wanted: ColumnSet, key: string, make: () => V): V => {
    const fullKey = `${prefix} ${key} ${namesOf(wanted)}`;
    const owner = { accountId, caller: '' };
    // Only the code below sets keys with this prefix.
    const known = cache.get(fullKey, owner) as V | undefined;
    if (known !== undefined) return known;
    const value = make();
    const columns = wanted?.size ?? 40;
    const bytes = templateBytes + fullKey.length + value.template.length + columns * columnBytes;
    cache.set(fullKey, value, bytes, owner);
    return value;
  };
}

interface Look {
  readonly template: Template;
  readonly read: (values: readonly (string | null)[]) => unknown;
}

const lookOf = perColumns<Look>();

function look(model: ModelName, by: string, wanted: ColumnSet): Look {
  const { name, column, visible } = table(model);
  const columns = columnsRead(model, wanted, by);
  const key = column(by);
  const statement = sql`${raw(`/* ${model} by ${by} */`)} select ${selectList(columns, 't')} from ${name} t
    where ${visible('t', new Slot('account'))} and ${ref('t', key)} = ${anyOf(new Slot('keys'), key.type)}`;
  return { template: new Template(statement), read: rowReader(columns, 0) };
}

/** Reads the rows of a model that are visible to the account, by the values of a column; unordered. */
export async function readRows<M extends ModelName>(
  session: Session,
  model: M,
  by: ColumnOf<M>,
  keys: readonly string[],
  wanted?: ColumnSet,
): Promise<readonly Row<M>[]> {
  const { template, read } = lookOf(session.accountId, wanted, `${model} ${by}`, () =>
    look(model, by, wanted),
  );
  const found = await execute(session, template.with({ account: session.accountId, keys }));
  // A template cached under a model's name reads that model.
  return found.map(read) as readonly Row<M>[];
}

/** One statement, so that a concurrent merge cannot come in between. */
export async function readMerged(
  session: Session,
  ids: readonly string[],
  wanted?: ColumnSet,
): Promise<ReadonlyMap<string, Row<'Customer'>>> {
  const columns = columnsRead('Customer', wanted);
  const read = rowReader<'Customer'>(columns, 1);
  const statement = sql`/* Customer by alias */ select a.id, ${selectList(columns, 't')}
    from ${table('CustomerAlias').name} a
    join ${table('Customer').name} t on t.account_id = a.account_id and t.id = a.customer_id
    where ${table('CustomerAlias').visible('a', session.accountId)} and a.id = ${anyOf(ids, 'text')}`;
  return new Map((await execute(session, statement)).map((values) => [String(values[0]), read(values)]));
}
