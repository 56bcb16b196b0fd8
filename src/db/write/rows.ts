import {
  type ColumnOf,
  join,
  type ModelName,
  quote,
  type Row,
  raw,
  type Sql,
  sql,
  table,
} from '../model/table.ts';
import { columnsRead, rowReader, selectList } from '../read/statement.ts';
import type { Transaction } from './transaction.ts';

/** A value of a column that is JSON text already: parsing and writing it again would take as long as all else. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type RowValues<M extends ModelName> = { readonly [K in keyof Row<M>]?: Row<M>[K] | JsonText };

function rowJson(values: Readonly<Record<string, unknown>>, texts: readonly string[]): string {
  const json = JSON.stringify(values);
  if (texts.length === 0) return json;
  const others = json === '{}' ? [] : [json.slice(1, -1)];
  return `{${[...others, ...texts].join()}}`;
}

/** One parameter, so that the statement's text does not depend on the number of rows. Absent values are null. */
function asJson(model: ModelName, rows: readonly object[], written?: readonly string[]): string {
  const columns = written?.map((name) => table(model).column(name)) ?? table(model).columns;
  const named = rows.map((row) => {
    const values: Record<string, unknown> = {};
    const texts: string[] = [];
    for (const { name, column } of columns) {
      const value = (row as Readonly<Record<string, unknown>>)[name];
      if (value instanceof JsonText) texts.push(`"${column}":${value.text}`);
      else if (value != null) values[column] = value;
    }
    return rowJson(values, texts);
  });
  return `[${named.join()}]`;
}

const listOf = (model: ModelName, columns: readonly string[], alias = '') =>
  join(columns.map((name) => raw(`${alias}"${table(model).column(name).column}"`)));

interface NewRows {
  readonly model: ModelName;
  readonly insertion: Sql;
}

/** For `insertTogether`; empty without rows. */
export function newRows<M extends ModelName>(model: M, rows: readonly RowValues<M>[]): readonly NewRows[] {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first);
  const insertion = sql`insert into ${table(model).name} (${listOf(model, columns)})
    select ${listOf(model, columns, 'n.')}
    from jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows)}::jsonb) n`;
  return [{ model, insertion }];
}

/** In one statement: rows can refer to each other, and triggers run once all are there. */
export async function insertTogether({ run }: Transaction, rows: readonly NewRows[]): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  const others = rows.slice(0, -1).map(({ insertion }, at) => sql`${raw(`w${at}`)} as (${insertion})`);
  const name = raw(`/* ${rows.map(({ model }) => model).join(', ')} insert */`);
  await run(sql`${name} ${others.length > 0 ? sql`with ${join(others)} ` : sql``}${last.insertion}`);
}

/** Statements that were sent without waiting for each other. Of several errors, throws that of the first one. */
export async function allSent(statements: readonly Promise<unknown>[]): Promise<void> {
  for (const sent of await Promise.allSettled(statements)) if (sent.status === 'rejected') throw sent.reason;
}

export async function insertRows<M extends ModelName>(
  { run }: Transaction,
  model: M,
  rows: readonly RowValues<M>[],
  { orSkip = false } = {},
): Promise<void> {
  for (const { insertion } of newRows(model, rows))
    await run(
      sql`${raw(`/* ${model} insert */`)} ${insertion} ${orSkip ? sql`on conflict do nothing` : sql``}`,
    );
}

/** Other transactions of the account wait for an advisory lock, granted in order of arrival. */
export async function insertChanges(
  { run, accountId }: Transaction,
  rows: readonly RowValues<'CustomerEvent'>[],
): Promise<void> {
  const model = 'CustomerEvent';
  const columns = Object.keys(rows[0] ?? {});
  const { length } = rows;
  const turn = run(sql`/* changesTurn */ select pg_advisory_xact_lock(hashtext(${accountId}), -1)`);
  const inserted = run(sql`/* CustomerEvent insert */ with head as (
      insert into ${table('ChangeHead').name} as h (account_id, position) values (${accountId}, ${length}::bigint)
      on conflict (account_id) do update set position = h.position + excluded.position returning position)
    insert into ${table(model).name} (${listOf(model, columns)}, position)
    select ${listOf(model, columns, 'n.')}, head.position - ${length}::bigint + n.ordinality from head,
      jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows)}::jsonb) with ordinality n`);
  await Promise.all([turn, inserted]);
}

export async function updateRows<M extends ModelName>(
  { run, accountId }: Transaction,
  model: M,
  rows: readonly (RowValues<M> & { readonly id: string })[],
  columns: readonly ColumnOf<M>[],
): Promise<void> {
  if (rows.length === 0) return;
  const sets = columns.map((name) => {
    const column = quote(table(model).column(name).column);
    return sql`${column} = n.${column}`;
  });
  await run(sql`${raw(`/* ${model} update */`)} update ${table(model).name} t set ${join(sets)}
    from jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows, ['id', ...columns])}::jsonb) n
    where t.account_id = ${accountId} and t.id = n.id`);
}

export type LockStrength = 'key share' | 'share' | 'no key update' | 'update';

/** In order of id. Skips system rows, since no account may change them. */
export async function lockRows(
  { run, accountId }: Transaction,
  model: ModelName,
  ids: readonly string[],
  strength: LockStrength,
): Promise<void> {
  if (ids.length === 0) return;
  await run(sql`${raw(`/* ${model} lock */`)} select t.id from ${table(model).name} t
    where t.account_id = ${accountId} and t.id = any(${[...ids]}::text[]) order by t.id for ${raw(strength)}`);
}

/** Locks rows like `lockRows`, and returns these columns of them as they are once locked. */
export async function lockedRows<M extends ModelName, K extends keyof Row<M> = keyof Row<M>>(
  { run, accountId }: Transaction,
  model: M,
  ids: readonly string[],
  { strength, columns }: { readonly strength: LockStrength; readonly columns?: readonly (K & string)[] },
): Promise<readonly Pick<Row<M>, K>[]> {
  if (ids.length === 0) return [];
  const read = columnsRead(model, columns && new Set(columns));
  const rows =
    await run(sql`${raw(`/* ${model} lock */`)} select ${selectList(read, 't')} from ${table(model).name} t
    where t.account_id = ${accountId} and t.id = any(${[...ids]}::text[]) order by t.id for ${raw(strength)}`);
  return rows.map(rowReader<M>(read, 0));
}

export async function deleteRows<M extends ModelName>(
  { run, accountId }: Transaction,
  model: M,
  rows: readonly RowValues<M>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const same = Object.keys(first).map((name) => {
    const column = quote(table(model).column(name).column);
    return sql`t.${column} = n.${column}`;
  });
  await run(sql`${raw(`/* ${model} delete */`)} delete from ${table(model).name} t
    using jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows)}::jsonb) n
    where t.account_id = ${accountId} and ${join(same, ' and ')}`);
}

export async function replaceIds(
  { run, accountId }: Transaction,
  { model, column }: { readonly model: ModelName; readonly column: string },
  from: readonly string[],
  to: string,
): Promise<void> {
  const ids = quote(column);
  await run(sql`${raw(`/* ${model} move */`)} update ${table(model).name} t set ${ids} = ${to}
    where t.account_id = ${accountId} and t.${ids} = any(${[...from]}::text[])`);
}
