/** A variable whose value comes from the data of the caller's account. */
export interface FromSample {
  readonly sample: keyof SampleValues;
}

/** Values of the account that examples use; no customer's if it has none, or if the caller cannot read them. */
export interface SampleValues {
  readonly customerId: string;
  /** The beginning of a word in a customer's name. */
  readonly searchWord: string;
  /** A filter that some customer matches. */
  readonly filter: object;
  /** A cursor of the first page of customers, after which there are others. */
  readonly pageCursor: string | null;
  /** The cursor of a recent change. */
  readonly recentChange: string | null;
  /** Whether writes are only tried: the account of a signed-in caller may be a real one. */
  readonly dryRun: boolean;
}

interface SampleCustomer {
  readonly id: string;
  readonly name: string;
  readonly billToAddress: { readonly geolocation: { readonly country: string | null } } | null;
}

/** The response to `sampleQuery`. */
export interface Sample {
  readonly customers: {
    readonly nodes: readonly SampleCustomer[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
  readonly customer: SampleCustomer | null;
  readonly customerChanges: { readonly pageInfo: { readonly startCursor: string | null } };
}

export const sampleQuery =
  'query Samples { customers(first: 10) { nodes { ...Customer } pageInfo { hasNextPage startCursor endCursor } } customer(by: { shortId: "ACME-CORP" }) { ...Customer } customerChanges(last: 2) { pageInfo { startCursor } } } fragment Customer on Customer { id name billToAddress { geolocation { country } } }';

function wordOf({ name }: SampleCustomer): string {
  const [word = name] = /[\p{L}\p{N}]+/u.exec(name) ?? [];
  return [...word].slice(0, 4).join('').toLowerCase();
}

function filterOf(customers: readonly SampleCustomer[]): object {
  const [country] = customers.flatMap(({ billToAddress }) => billToAddress?.geolocation.country ?? []);
  return country === undefined ? { active: true } : { address: { country: { equals: country } } };
}

function cursorOf({ nodes, pageInfo }: Sample['customers']): string | null {
  if (pageInfo.hasNextPage) return pageInfo.endCursor;
  return nodes.length > 1 ? pageInfo.startCursor : null;
}

/** The values of a sample; null for a caller that cannot read customers. */
export function valuesOf(sample: Sample | null, dryRun: boolean): SampleValues {
  const customer = sample?.customer ?? sample?.customers.nodes[0];
  return {
    customerId: customer?.id ?? 'cus_none',
    searchWord: customer ? wordOf(customer) : '',
    filter: filterOf([...(sample?.customer ? [sample.customer] : []), ...(sample?.customers.nodes ?? [])]),
    pageCursor: sample ? cursorOf(sample.customers) : null,
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
