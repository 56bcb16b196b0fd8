import type { Caller } from '../../gateway.ts';
import { faultsOf, type Result, type UserError } from '../../mutation.ts';

export interface ItemResult {
  readonly outcome: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data it selects
  readonly it: any;
  readonly userErrors: readonly UserError[];
}

const sources = 'sources { system sourceId }';

/** The upserts of reference data by their mutation: the type, and a selection of an object. */
export const kinds = {
  carriersUpsert: ['carrier', `id name code accountNumber owner { type } ${sources}`],
  serviceLevelsUpsert: ['serviceLevel', `id name serviceLevelToken isDefault carrier { id } ${sources}`],
  paymentTermsUpsert: ['paymentTerm', `id name status owner { type } ${sources}`],
  shippingTermsUpsert: [
    'shippingTerm',
    `id name type flatRate { value unit { id } } minimumOrderValue { value }
      freeShippingServiceLevels { nodes { id } } ${sources}`,
  ],
  accountGroupsUpsert: ['accountGroup', `id name type description commissionPolicy freightPolicy ${sources}`],
  unitsUpsert: ['unit', `id name abbreviation type ratioNumerator isBaseUnit ${sources}`],
  customerGroupsUpsert: ['customerGroup', `id name code ${sources}`],
} as const;

export type Kind = keyof typeof kinds;

export function documentOf(mutation: Kind): string {
  const [type, selection] = kinds[mutation];
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) {
    results { outcome it: ${type} { ${selection} } userErrors { code message path } } } }`;
}

/** Sends items in one call; returns their results. */
export async function upsert(
  caller: Caller,
  mutation: Kind,
  items: readonly object[],
  call: object = {},
): Promise<readonly ItemResult[]> {
  const { data, errors } = await caller.execute(documentOf(mutation), { input: { items, ...call } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation].results;
}

/** The codes and paths of all user errors, in the results' order. */
export const faultsOfAll = (results: readonly ItemResult[]): readonly string[] =>
  // Only the errors are read.
  results.flatMap((result) => faultsOf(result as unknown as Result));

export const outcomes = (results: readonly ItemResult[]): readonly (string | null)[] =>
  results.map(({ outcome }) => outcome);

export const augno = (sourceId: string) => ({ system: 'AUGNO', sourceId });
export const shop = (sourceId: string) => ({ system: 'COMMERCE_LAYER', sourceId });
