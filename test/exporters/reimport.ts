import { expect } from 'vitest';
import type { Mapper, SourceRecord } from '../../src/importers/record.ts';
import type { Caller } from '../gateway.ts';
import { readText } from '../importers/read.ts';

/** The mutation of each kind, and the type of its items. */
const mutations = {
  customer: ['customersUpsert', 'CustomerUpsertInput'],
  address: ['customerAddressesUpsert', 'CustomerAddressUpsertItem'],
  order: ['ordersUpsert', 'OrderUpsertItem'],
  return: ['returnsUpsert', 'ReturnUpsertItem'],
  skuList: ['skuListsUpsert', 'SkuListUpsertItem'],
  orderSubscription: ['orderSubscriptionsUpsert', 'OrderSubscriptionUpsertItem'],
  paymentSource: ['paymentSourcesUpsert', 'PaymentSourceUpsertItem'],
  customerSubscription: ['customerSubscriptionsUpsert', 'CustomerSubscriptionUpsertItem'],
  attachment: ['attachmentsUpsert', 'AttachmentUpsertItem'],
  customerGroup: ['customerGroupsUpsert', 'CustomerGroupUpsertItem'],
  accountGroup: ['accountGroupsUpsert', 'AccountGroupUpsertItem'],
  carrier: ['carriersUpsert', 'CarrierUpsertItem'],
  serviceLevel: ['serviceLevelsUpsert', 'ServiceLevelUpsertItem'],
  paymentTerm: ['paymentTermsUpsert', 'PaymentTermUpsertItem'],
  shippingTerm: ['shippingTermsUpsert', 'ShippingTermUpsertItem'],
  unit: ['unitsUpsert', 'UnitUpsertItem'],
} as const;

type Kind = keyof typeof mutations;

/** The records of an exported text; none is rejected, has a warning or an unknown field. */
export async function recordsOf(mapper: Mapper, text: string): Promise<readonly SourceRecord[]> {
  const results = await readText(mapper, text, { timeZone: 'America/Chicago' });
  return results.map((each) => {
    if (each.kind === 'rejection') throw new Error(JSON.stringify(each));
    expect([each.warnings, each.unknownPaths]).toEqual([[], []]);
    return each;
  });
}

/** Writes the records of a kind; returns the outcomes. */
export async function write(
  caller: Caller,
  records: readonly SourceRecord[],
  kind: Kind,
): Promise<readonly object[]> {
  const items = records.filter((each) => each.kind === kind).map(({ item }) => item);
  // The API's name of the system.
  const text = JSON.stringify(items).replaceAll('"system":"WAREHOUSE"', '"system":"INVENTORY_PRO"');
  const [mutation, type] = mutations[kind];
  const { data, errors } = await caller.execute(
    `mutation ($items: [${type}!]!) {
      it: ${mutation}(input: { items: $items }) { results { outcome userErrors { code message path } } } }`,
    { items: JSON.parse(text) },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.it.results;
}

/** Writes the records of these kinds: all must be what the gateway has already. */
export async function expectUnchanged(
  caller: Caller,
  records: readonly SourceRecord[],
  ...kinds: readonly Kind[]
): Promise<void> {
  for (const kind of kinds) {
    const results = await write(caller, records, kind);
    expect([kind, results.length]).not.toEqual([kind, 0]);
    expect([kind, ...results]).toEqual([
      kind,
      ...results.map(() => ({ outcome: 'UNCHANGED', userErrors: [] })),
    ]);
  }
}
