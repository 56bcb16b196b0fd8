import type pg from 'pg';
import { demoAccountId as ours, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import type { Caller } from '../gateway.ts';
import type { Pools } from './drawn-values.ts';

async function texts(
  pool: pg.Pool,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ text: string }>(sql, [...values]);
  return rows.map(({ text }) => text);
}

/** A few ids of every table: the account's own, the system's and another account's. */
async function idsOfAll(pool: pg.Pool): Promise<readonly string[]> {
  const tables = await texts(
    pool,
    `select table_name as text from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and table_name not in ('api_keys', 'customer_search') order by 1`,
  );
  const scoped = new Set(
    await texts(
      pool,
      `select table_name as text from information_schema.columns where table_schema = 'public' and column_name = 'account_id'`,
    ),
  );
  const all = await Promise.all(
    tables.map((table) =>
      scoped.has(table)
        ? texts(
            pool,
            `select id as text from (select id, row_number() over (partition by account_id order by id) as n,
              account_id from ${table}) ranked where n <= case when account_id = $1 then 5 else 2 end order by id`,
            [ours],
          )
        : texts(pool, `select id as text from ${table} order by id limit 3`),
    ),
  );
  return all.flat();
}

const wrongIds = [
  '',
  'nope',
  'cus_',
  'xyz_0123',
  `cus_${'0'.repeat(32)}`,
  'qty_credit_limit_cus_0',
  'qty_other_cus_0',
];

const everyList = `{
  customers(first: 6) { edges { cursor } }
  byName: customers(first: 3, orderBy: [{ field: NAME }]) { edges { cursor } }
  carriers(first: 3) { edges { cursor } }
  units(first: 3) { edges { cursor } }
}`;

/** Values of the demo accounts, valid and invalid. */
export async function demoPools(pool: pg.Pool, { execute }: Pick<Caller, 'execute'>): Promise<Pools> {
  const of = (sql: string) => texts(pool, sql, [ours]);
  const customers = await of('select id as text from customers where account_id = $1 order by id limit 40');
  const limits = await of(
    `select 'qty_credit_limit_' || id as text from customers where account_id = $1 and credit_limit_value is not null
    order by id limit 10`,
  );
  const rates = await of(
    `select 'qty_flat_rate_' || id as text from shipping_terms
    where (account_id = $1 or account_id is null) and flat_rate_value is not null order by id limit 5`,
  );
  const { data } = await execute(everyList);
  const lists: readonly { readonly edges: readonly { readonly cursor: string }[] }[] = Object.values(data);
  return {
    customers,
    ids: [...(await idsOfAll(pool)), ...customers.slice(0, 20), ...limits, ...rates, ...wrongIds],
    units: [
      ...(await of('select id as text from units where account_id is null or account_id = $1 order by id')),
      ...(await texts(pool, 'select id as text from units where account_id = $1 limit 2', [theirs])),
    ],
    texts: await of(
      `(select name as text from customers where account_id = $1 order by id limit 15)
      union all (select number from customers where account_id = $1 order by id limit 15)
      union all (select short_id from customers where account_id = $1 and short_id is not null order by id limit 10)
      union all (select 'a') union all (select 'US') union all (select 'IL')`,
    ),
    cursors: [...lists.flatMap(({ edges }) => edges.map(({ cursor }) => cursor)), 'broken', ''],
  };
}
