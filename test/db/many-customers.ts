import type pg from 'pg';

const batch = 5_000;

/** Inserts an account of 20,000 customers and one of 5,000 by plain SQL; returns the id of the first. */
export async function addManyCustomers(pool: pg.Pool): Promise<string> {
  await pool.query(`insert into accounts (id, name) values ('acc_many', 'Many'), ('acc_some', 'Some')`);
  await pool.query(
    `insert into units (id, name, abbreviation, type, ratio_numerator, ratio_denominator)
    values ('unt_many', 'many', 'many', 'CURRENCY', 1, 1), ('unt_more', 'more', 'more', 'CURRENCY', 1, 1)`,
  );
  // The rows satisfy the disabled triggers, and the search text is written below in bulk.
  await pool.query('alter table customers disable trigger user');
  await addBatch(pool, 'acc_some', 0);
  for (let n = 0; n < 4; n++) await addBatch(pool, 'acc_many', n * batch);
  await pool.query('alter table customers enable trigger user');
  await pool.query('vacuum analyze customers, customer_search');
  return 'acc_many';
}

async function addBatch(pool: pg.Pool, accountId: string, from: number): Promise<void> {
  await pool.query(
    `insert into customers (account_id, id, number, name, status, credit_limit_value, credit_limit_unit_id,
      contact_phone, shopper_email, shopper_status, total_orders_count, short_id, discontinued_at, created_at, updated_at)
    select $1, 'cus_' || md5(n::text), 'N' || n, word || ' ' || n * 7919 % 5000,
      (enum_range(null::customer_status))[1 + n % 4],
      case when n % 3 > 0 then n % 1000 end,
      case when n % 3 > 0 then case when n % 2 = 0 then 'unt_many' else 'unt_more' end end,
      '+1 (555) ' || 1000000 + n, case when n % 2 = 0 then 'buyer' || n || '@shop.example' end,
      case when n % 2 = 0 then 'REPEAT'::shopper_status end, case when n % 2 = 0 then n % 50 end,
      case when n % 3 > 0 then 'S' || n * 7919 % 20011 end,
      case when n % 5 = 0 then timestamptz '2025-01-01' + n % 400 * interval '1 hour' end,
      timestamptz '2024-01-01' + n / 3 * interval '1 minute',
      timestamptz '2024-01-01' + n * 7919 % 20000 * interval '1 minute'
    from generate_series($2::int + 1, $3::int) n
    cross join lateral (select (array['Anders', 'Möller', 'Straße', 'Smith', 'Łódź'])[1 + n % 5] as word) w`,
    [accountId, from, from + batch],
  );
  // In parts that are shorter than the statement timeout.
  for (let at = from; at < from + batch; at += 500)
    await pool.query(
      `select customer_search_refresh(array_agg(account_id), array_agg(id)) from customers
      where account_id = $1 and substr(number, 2)::int > $2 and substr(number, 2)::int <= $2 + 500`,
      [accountId, at],
    );
}
