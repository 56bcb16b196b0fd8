import type pg from 'pg';

/** Columns that are never null, and the number of rows of which one has null anyway. */
const emptied = [
  ['customers', 'number', 19],
  ['addresses', 'name', 5],
  ['account_groups', 'name', 9],
  ['service_levels', 'name', 5],
  ['customer_events', 'action', 6],
  ['orders', 'status', 5],
  ['units', 'name', 7],
  ['departments', 'name', 3],
  ['roles', 'type', 4],
  ['customer_groups', 'code', 3],
  ['geolocations', 'country', 6],
] as const;

/** Referenced tables, and the number of rows of which one is deleted. */
const thinned = [
  ['units', 6],
  ['carriers', 6],
  ['account_groups', 6],
  ['account_users', 5],
  ['users', 4],
  ['geolocations', 7],
] as const;

const oneOf = (table: string, every: number): string =>
  `id in (select id from (select id, row_number() over (order by id desc) as n from ${table}) r where n % ${every} = 0)`;

/** Creates rows that violate the schema: with null in non-null columns, and with dangling references. */
export async function breakRows(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { drop } of rows) await pool.query(drop);
  for (const [table, column, every] of emptied)
    await pool.query(
      `alter table ${table} disable trigger user, alter column ${column} drop not null;
      update ${table} set ${column} = null where ${oneOf(table, every)}`,
    );
  for (const [table, every] of thinned)
    await pool.query(
      `alter table ${table} disable trigger user; delete from ${table} where ${oneOf(table, every)}`,
    );
}
