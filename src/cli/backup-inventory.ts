import type { ClientBase } from 'pg';

export interface Inventory {
  /** The checksum of each applied migration, by name. */
  readonly migrations: Readonly<Record<string, string>>;
  /** The number of rows of each table, by its name with the schema. */
  readonly rows: Readonly<Record<string, number>>;
}

interface TableName {
  readonly name: string;
  readonly quoted: string;
}

const tableNames = `/* inventoryTables */
  select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p'
    and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`;

export async function listTables(client: ClientBase): Promise<readonly TableName[]> {
  return (await client.query<TableName>(tableNames)).rows;
}

/** Counts all rows in the snapshot of the client's transaction. */
export async function takeInventory(client: ClientBase): Promise<Inventory> {
  const rows: Record<string, number> = {};
  for (const { name, quoted } of await listTables(client)) {
    const counted = await client.query<{ count: string }>(
      `/* inventoryCount */ select count(*) from ${quoted}`,
    );
    rows[name] = Number(counted.rows[0]?.count);
  }
  if (!('public._prisma_migrations' in rows)) return { migrations: {}, rows };
  const applied = await client.query<{ name: string; checksum: string }>(
    `/* inventoryMigrations */ select migration_name as name, checksum from public._prisma_migrations
    where rolled_back_at is null and finished_at is not null order by 1`,
  );
  return { migrations: Object.fromEntries(applied.rows.map((row) => [row.name, row.checksum])), rows };
}

const shown = (value: string | number | undefined): string =>
  value === undefined ? 'missing' : String(value);

function differencesOf(
  expected: Readonly<Record<string, string | number>>,
  found: Readonly<Record<string, string | number>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names
    .filter((name) => expected[name] !== found[name])
    .map((name) => `${name}: ${shown(expected[name])} in the backup, ${shown(found[name])} in the database`);
}

export function differencesBetween(backup: Inventory, database: Inventory): readonly string[] {
  return [
    ...differencesOf(backup.migrations, database.migrations),
    ...differencesOf(backup.rows, database.rows),
  ];
}

const number = new Intl.NumberFormat('en');

/** A summary such as "5,000 customers, 61,234 rows in 45 tables, 9 migrations". */
export function summaryOf({ migrations, rows }: Inventory): string {
  const counts = Object.values(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const customers = number.format(rows['public.customers'] ?? 0);
  return `${customers} customers, ${number.format(total)} rows in ${counts.length} tables, ${Object.keys(migrations).length} migrations`;
}
