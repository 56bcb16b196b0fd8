import { type ColumnOf, join, type ModelName, quote, type Row, raw, sql, table } from './table.ts';
import type { Transaction } from './transaction.ts';

type Given<M extends ModelName> = Partial<Row<M>>;

/** Rows as one parameter: a statement's text does not depend on their number, nor do its statements. */
function asJson(model: ModelName, rows: readonly object[]): string {
  const { columns } = table(model);
  const named = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name, column }) => {
        const value = (row as Readonly<Record<string, unknown>>)[name];
        return value === undefined ? [] : [[column, value]];
      }),
    ),
  );
  return JSON.stringify(named);
}

const listOf = (model: ModelName, columns: readonly string[], alias = '') =>
  join(columns.map((name) => raw(`${alias}"${table(model).column(name).column}"`)));

/** Inserts rows, whichever number of them, in one statement. All give the same columns. */
export async function insertRows<M extends ModelName>(
  { run }: Transaction,
  model: M,
  rows: readonly Given<M>[],
  { orSkip = false } = {},
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  await run(sql`${raw(`/* ${model} insert */`)} insert into ${table(model).name} (${listOf(model, columns)})
    select ${listOf(model, columns, 'n.')}
    from jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows)}::jsonb) n
    ${orSkip ? sql`on conflict do nothing` : sql``}`);
}

/**
 * Inserts changes, each with its position: from here to the commit nobody else's of the account get theirs. Who waits
 * does so for the advisory lock, where the first to come is the first to go on; at a row it is anyone.
 */
export async function insertChanges(
  { run, accountId }: Transaction,
  rows: readonly Given<'CustomerEvent'>[],
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

/** Sets the same columns of rows, each to its own values, in one statement; the rows are found by their ids. */
export async function updateRows<M extends ModelName>(
  { run, accountId }: Transaction,
  model: M,
  rows: readonly (Given<M> & { readonly id: string })[],
  columns: readonly ColumnOf<M>[],
): Promise<void> {
  if (rows.length === 0) return;
  const sets = columns.map((name) => {
    const column = quote(table(model).column(name).column);
    return sql`${column} = n.${column}`;
  });
  await run(sql`${raw(`/* ${model} update */`)} update ${table(model).name} t set ${join(sets)}
    from jsonb_populate_recordset(null::${table(model).name}, ${asJson(model, rows)}::jsonb) n
    where t.account_id = ${accountId} and t.id = n.id`);
}

export type LockStrength = 'key share' | 'share' | 'no key update' | 'update';

/** Locks the account's own rows among these, in the order of their ids; the system's are nobody's to change. */
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

/** Deletes the rows that have the given columns, all giving the same ones, in one statement. */
export async function deleteRows<M extends ModelName>(
  { run, accountId }: Transaction,
  model: M,
  rows: readonly Given<M>[],
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

/** Gives all rows that name some customers in their `customerId` to another customer, in one statement. */
export async function giveRows(
  { run, accountId }: Transaction,
  model: ModelName,
  from: readonly string[],
  to: string,
): Promise<void> {
  await run(sql`${raw(`/* ${model} give */`)} update ${table(model).name} t set customer_id = ${to}
    where t.account_id = ${accountId} and t.customer_id = any(${[...from]}::text[])`);
}
