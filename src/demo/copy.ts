import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tables } from '../db/generated/tables.ts';
import type { ModelName } from '../db/table.ts';
import { copyStatement, type Rows } from './rows.ts';

/**
 * Referenced tables come before those that refer to them; the customers' default addresses are checked at the
 * commit.
 */
const order = [
  ...(['Account', 'User', 'Role', 'Department', 'AccountUser', 'Unit', 'Carrier', 'ServiceLevel'] as const),
  ...(['PaymentTerm', 'ShippingTerm', 'ShippingTermServiceLevel', 'Priority'] as const),
  ...(['AccountGroup', 'CustomerGroup', 'Tag'] as const),
  ...(['Customer', 'Geolocation', 'Address', 'CustomerPriceGroup', 'CustomerTag', 'CustomerSource'] as const),
  ...(['ShopperCredential', 'Attachment', 'CustomerEvent', 'PaymentSource', 'CustomerSubscription'] as const),
  ...(['Order', 'OrderSubscription', 'Return', 'SkuList'] as const),
] satisfies readonly ModelName[];
const tableNames = [...order, 'CustomerSearch' as const].map((model) => tables[model].table).join(', ');

/** Copies all rows, or none. */
export async function copyRows(client: pg.PoolClient, rows: Rows): Promise<void> {
  await client.query('begin');
  try {
    // Disables sequential scans: the plans of foreign key checks are cached, and plans made for the first
    // rows would scan all later ones.
    await client.query(`set local statement_timeout = 0; set local lock_timeout = 0;
      set local enable_seqscan = off; set constraints all deferred`);
    const isSecured = await hasRowSecurity(client);
    for (const model of order) await copyTable(client, rows, model, isSecured);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Updates the statistics: the cached plans of keys and triggers follow them, and would otherwise stay those
 * for empty tables.
 */
export async function analyze(client: pg.PoolClient): Promise<void> {
  await client.query(`analyze ${tableNames}`);
}

/** Like `analyze`, and also cleans up the search index. */
export async function vacuum(client: pg.PoolClient): Promise<void> {
  await client.query(`vacuum (analyze) ${tableNames}`);
}

async function copyTable(
  client: pg.PoolClient,
  rows: Rows,
  model: ModelName,
  isSecured: boolean,
): Promise<void> {
  const text = rows.text(model);
  if (text === undefined) return;
  const { table } = tables[model];
  // COPY FROM does not support tables with row-level security: copies to a temporary table first.
  const isNumbered = model === 'CustomerEvent';
  const isStaged = isSecured || isNumbered;
  const into = isStaged ? `copied_${table}` : table;
  if (isStaged) await client.query(`create temporary table ${into} (like ${table}) on commit drop`);
  await pipeline(Readable.from([Buffer.from(text)]), client.query(copyFrom(copyStatement(model, into))));
  if (isNumbered) await client.query(numberChanges(into));
  if (isStaged) await client.query(`insert into ${table} select * from ${into}`);
}

/**
 * Numbers the changes in the order of the rows, in one statement; the database would number each row
 * separately.
 */
const numberChanges = (into: string): string => `
  with counted as (select account_id, count(*) as n from ${into} group by account_id),
    heads as (
      insert into change_heads as h (account_id, position) select account_id, n from counted
      on conflict (account_id) do update set position = h.position + excluded.position
      returning account_id, position)
  update ${into} e set position = heads.position - counted.n + placed.place
  from heads join counted using (account_id) join (select account_id, id,
    row_number() over (partition by account_id order by ctid) as place from ${into}) placed using (account_id)
  where e.account_id = placed.account_id and e.id = placed.id`;

/** Whether row-level security applies to the current user: not to a superuser, but to an owner. */
async function hasRowSecurity(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ active: boolean }>(
    `select row_security_active('customers') as active`,
  );
  return rows[0]?.active ?? false;
}
