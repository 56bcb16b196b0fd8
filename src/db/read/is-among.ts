import { raw, type Sql, sql } from '../model/table.ts';

/** With `is true`, PostgreSQL builds one hash table of the selected keys instead of looking up each. */
export const isAmong = (alias: string, keys: Sql, columns: readonly string[] = ['account_id', 'id']): Sql =>
  sql`((${raw(columns.map((column) => `${alias}.${column}`).join(', '))}) in (${keys})) is true`;
