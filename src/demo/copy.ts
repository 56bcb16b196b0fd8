import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tables } from '../db/generated/tables.ts';
import type { ModelName } from '../db/table.ts';
import { copyStatement, type Rows } from './rows.ts';

/** What is referred to comes before what refers; customers' default addresses are looked at when all is there. */
const order = [
  ...(['Account', 'User', 'Role', 'Department', 'AccountUser', 'Unit', 'Carrier', 'ServiceLevel'] as const),
  ...(['PaymentTerm', 'ShippingTerm', 'ShippingTermServiceLevel', 'Priority'] as const),
  ...(['AccountGroup', 'CustomerGroup', 'Tag'] as const),
  ...(['Customer', 'Geolocation', 'Address', 'CustomerPriceGroup', 'CustomerTag', 'CustomerSource'] as const),
  ...(['ShopperCredential', 'Attachment', 'CustomerEvent', 'PaymentSource', 'CustomerSubscription'] as const),
  ...(['Order', 'OrderSubscription', 'Return', 'SkuList'] as const),
] satisfies readonly ModelName[];
const tableNames = [...order, 'CustomerSearch' as const].map((model) => tables[model].table).join(', ');

/** All the rows or none. */
export async function copyRows(client: pg.PoolClient, rows: Rows): Promise<void> {
  await client.query('begin');
  try {
    // Without scans, since the keys' plans are kept: those made over the first few rows would read all that follow.
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

/** The plans of keys and triggers are kept too, and follow the statistics: without, they stay as for an empty table. */
export async function analyze(client: pg.PoolClient): Promise<void> {
  await client.query(`analyze ${tableNames}`);
}

/** As analyze, and puts the search index in order. */
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
  // COPY knows nothing of row-level security, so it refuses a table that has it: it goes by way of one that has not.
  const isNumbered = model === 'CustomerEvent';
  const isStaged = isSecured || isNumbered;
  const into = isStaged ? `copied_${table}` : table;
  if (isStaged) await client.query(`create temporary table ${into} (like ${table}) on commit drop`);
  await pipeline(Readable.from([Buffer.from(text)]), client.query(copyFrom(copyStatement(model, into))));
  if (isNumbered) await client.query(numberChanges(into));
  if (isStaged) await client.query(`insert into ${table} select * from ${into}`);
}

/** Changes get their positions in the order of the rows; left to the database, each would be looked at alone. */
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

/** Whether row-level security holds for whoever asks: it does not for a superuser, but for an owner it does. */
async function hasRowSecurity(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ active: boolean }>(
    `select row_security_active('customers') as active`,
  );
  return rows[0]?.active ?? false;
}
