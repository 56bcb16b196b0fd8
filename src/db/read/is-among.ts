import { raw, type Sql, sql } from '../model/table.ts';

/** With `is true`, PostgreSQL builds one hash table of the customers instead of looking up each. */
export const isAmong = (alias: string, customers: Sql): Sql =>
  sql`((${raw(`${alias}.account_id, ${alias}.id`)}) in (${customers})) is true`;
