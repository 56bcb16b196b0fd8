import type pg from 'pg';
import type { Caller } from '../../gateway.ts';
import { faultsOf, type Result, type UserError } from '../../mutation.ts';

export interface BulkResult {
  readonly outcome: string | null;
  readonly customer: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly UserError[];
}

export const bulkUpsert = `mutation ($input: CustomersUpsertInput!) { customersUpsert(input: $input) {
  results { outcome customer { id number name version note } userErrors { code message path } } } }`;

/** Sends upserts in one call; returns their results. */
export async function upsertMany(
  caller: Caller,
  items: readonly object[],
  call: object = {},
): Promise<readonly BulkResult[]> {
  const { data, errors } = await caller.execute(bulkUpsert, { input: { items, ...call } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customersUpsert.results;
}

/** The codes and paths of all user errors, in the results' order. */
export const faultsOfAll = (results: readonly BulkResult[]): readonly string[] =>
  // Tests can read any field of a result; only the errors are read here.
  results.flatMap((result) => faultsOf(result as unknown as Result));

/** Resolves when a statement in the file's database waits for a lock. */
export async function untilSomeoneWaits(pool: pg.Pool): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waiting)).rowCount === 0) await new Promise(setImmediate);
}
