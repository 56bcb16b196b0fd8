/** A variable whose value comes from the data of the caller's account. */
export interface FromSample {
  readonly sample: keyof SampleValues;
}

/** Values of the account that examples use; no customer's if it has none, or if the caller cannot read them. */
export interface SampleValues {
  readonly customerId: string;
  /** The beginning of a customer's name. */
  readonly searchWord: string;
  /** The cursor of the end of the first page of customers. */
  readonly endCursor: string | null;
  /** The cursor of a recent change. */
  readonly recentChange: string | null;
  /** Whether writes are only tried: the account of a signed-in caller may be a real one. */
  readonly dryRun: boolean;
}

/** The response to `sampleQuery`. */
export interface Sample {
  readonly customers: {
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly customerChanges: { readonly pageInfo: { readonly startCursor: string | null } };
}

export const sampleQuery =
  'query Samples { customers(first: 10) { nodes { id name } pageInfo { endCursor } } customer(by: { shortId: "ACME-CORP" }) { id name } customerChanges(last: 2) { pageInfo { startCursor } } }';

/** The values of a sample; null for a caller that cannot read customers. */
export function valuesOf(sample: Sample | null, dryRun: boolean): SampleValues {
  const customer = sample?.customer ?? sample?.customers.nodes[0];
  return {
    customerId: customer?.id ?? 'cus_none',
    searchWord: customer?.name.slice(0, 4).toLowerCase() ?? '',
    endCursor: sample?.customers.pageInfo.endCursor ?? null,
    recentChange: sample?.customerChanges.pageInfo.startCursor ?? null,
    dryRun,
  };
}

const isFromSample = (value: object): value is FromSample => 'sample' in value;

/** Replaces the variables that come from the account. */
export function fill(value: unknown, values: SampleValues): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => fill(each, values));
  if (isFromSample(value)) return values[value.sample];
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, values)]));
}
