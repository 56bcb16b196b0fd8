import type { Caller } from '../../gateway.ts';
import { faultsOf, type UserError } from '../../mutation.ts';

export interface BulkResult {
  readonly outcome: string | null;
  readonly customer: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly UserError[];
}

export const bulkUpsert = `mutation ($input: CustomerBulkUpsertInput!) { customerBulkUpsert(input: $input) {
  results { outcome customer { id number name version note } userErrors { code message path } } } }`;

/** Does upserts in one call; what came of each. */
export async function upsertMany(
  caller: Caller,
  customers: readonly object[],
): Promise<readonly BulkResult[]> {
  const { data, errors } = await caller.execute(bulkUpsert, { input: { customers } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customerBulkUpsert.results;
}

/** The codes and paths of all user errors, in the results' order. */
export const faultsOfAll = (results: readonly BulkResult[]): readonly string[] =>
  results.flatMap((result) => faultsOf(result as BulkResult & { readonly [field: string]: never }));
