import { raw, type Sql, sql } from './table.ts';

/**
 * The condition that the customer at `alias` is among these. With `is true`, PostgreSQL keeps the
 * customers in one hash table, built once, instead of looking up each.
 */
export const isAmong = (alias: string, customers: Sql): Sql =>
  sql`((${raw(`${alias}.account_id, ${alias}.id`)}) in (${customers})) is true`;
