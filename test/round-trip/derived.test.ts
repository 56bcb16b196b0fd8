import { beforeEach, expect, test } from 'vitest';
import { augnoForm } from '../../src/exporters/augno.ts';
import { commerceLayerForm } from '../../src/exporters/commerce-layer.ts';
import { csvForm } from '../../src/exporters/csv-form.ts';
import type { Form } from '../../src/exporters/form.ts';
import { inventoryProForm } from '../../src/exporters/inventory-pro.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { augno } from '../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import { csvMapper } from '../../src/importers/csv/mapper.ts';
import { readMapping } from '../../src/importers/csv/mapping.ts';
import { proposeMappingFor } from '../../src/importers/csv/propose.ts';
import { gateway } from '../../src/importers/gateway/mapper.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import type { Mapper } from '../../src/importers/record.ts';
import * as add from '../builders.ts';
import { carried, documents, exported } from '../exporters/exported.ts';
import { type Caller, openGateway } from '../gateway.ts';
import { streamOf } from '../importers/read.ts';
import { importText } from '../importers/run/import-text.ts';
import { mutate } from '../mutation.ts';

const opened = await openGateway();
const { db, serving, url } = opened;
await add.havePriority(db);
const timeZone = 'America/Chicago';
const own = ownForm({ withShopRecords: true });

const times = { created_at: '2024-01-02T03:04:05Z', updated_at: '2024-05-06T07:08:09Z' };
const kilogram = {
  ...{ id: 'un_1', object: 'unit', name: 'Kilogram', abbreviation: 'kg', type: 'mass', is_base_unit: false },
  ...{ ratio_numerator: '1000', ratio_denominator: '1', offset_numerator: '0', offset_denominator: '1' },
  ...times,
};
const stone = {
  ...{ ...kilogram, id: 'un_2', name: 'Stone', abbreviation: 'st' },
  ...{ ratio_numerator: '6350.29318', ratio_denominator: '1' },
};
const groupOf = (id: string, type: string) => ({ id, object: 'account_group', name: `Group ${id}`, type });

const sales = {
  ...{ id: 'ac_1', object: 'customer', name: 'Acme', number: 'C-1', status: 'preferred', note: 'NULL' },
  ...{ relationship_type: 'standalone', edi_status: 'enabled', commission_policy: 'commission_applied' },
  credit_limit: { value: '12.000000000000000000000000000001', unit: stone },
  contact_info: { email: 'buy@acme.example', phone: '1', url: null },
  freight_preferences: { status: 'billed_freight', billing_type: 'third_party', billing_account: '=1+1' },
  defaults: { priority: { code: 'high' } },
  ...{ type: groupOf('acgp_1', 'type_group'), price_groups: [groupOf('acgp_2', 'pricing_group')] },
  bill_to_address: { id: 'ad_1', name: 'Office', type: 'standard', geolocation: { country: 'US' } },
  ...times,
};
const warehouse = {
  ...{ shortID: 'W-1', name: 'ACME Corp', address1: '1 Elm St', address2: '', city: 'Dayton', state: 'OH' },
  ...{ zip: '45402', country: 'US', phone: '2', fax: '3', email: 'dock@acme.example', contact: 'Ann' },
  ...{ active: true, created: '2023-01-01T00:00:00', modified: '2024-06-01T00:00:00' },
};
const link = (type: string, id: string) => ({ data: { type, id } });
const shop = {
  data: {
    ...{ id: 'cu_1', type: 'customers', meta: { mode: 'live' } },
    attributes: {
      ...{ email: 'ann@acme.example', status: 'repeat', shopper_reference: 's', total_orders_count: 3 },
      ...{
        reference: 'r',
        reference_origin: 'erp',
        metadata: { tier: '007', none: null, list: [1.5, 'b', 'a'] },
      },
      ...times,
    },
    relationships: {
      tags: { data: [{ type: 'tags', id: 't1' }] },
      customer_group: link('customer_groups', 'g1'),
    },
  },
  included: [
    { id: 't1', type: 'tags', attributes: { name: 'vip' } },
    { id: 'g1', type: 'customer_groups', attributes: { name: 'Club', code: 'club', ...times } },
    {
      ...{ id: 'o1', type: 'orders', relationships: { customer: link('customers', 'cu_1') } },
      attributes: {
        number: 7,
        status: 'placed',
        total_amount_with_taxes_cents: 1234,
        currency_code: 'USD',
        ...times,
      },
    },
  ],
};

const linesOf = (all: readonly object[]): string => all.map((each) => `${JSON.stringify(each)}\n`).join('');

async function write(caller: Caller, mutation: string, input: object, type?: string): Promise<void> {
  expect((await mutate(caller, mutation, input, undefined, type)).userErrors).toEqual([]);
}

/** A customer of three systems with conflicts and pins, its parent that no system has, and a child of each. */
async function addDerived(): Promise<string> {
  const { id: accountId } = await add.addAccount(db);
  const importAll = async (mapper: Mapper, ...all: readonly object[]) => {
    const { rejects, warnings } = await importText(serving, accountId, mapper, linesOf(all), { timeZone });
    expect([rejects, warnings]).toEqual([[], []]);
  };
  await importAll(
    augno,
    sales,
    { ...kilogram },
    { ...sales, id: 'ac_2', number: 'C-2', bill_to_address: null },
  );
  const service = opened.as(accountId);
  for (const [system, sourceId] of [
    ['INVENTORY_PRO', 'W-1'],
    ['COMMERCE_LAYER', 'cu_1'],
  ])
    await write(service, 'customerSourceAdd', { by: { number: 'C-1' }, source: { system, sourceId } });
  await importAll(inventoryPro, warehouse);
  await importAll(commerceLayer, shop);
  for (const number of ['P-1', 'C-3']) await write(service, 'customerCreate', { number, name: number });
  for (const [number, parent] of [
    ['C-1', 'P-1'],
    ['C-2', 'P-1'],
    ['C-3', 'P-1'],
  ])
    await write(service, 'customerSetParent', { by: { number }, parent: { number: parent } });
  const { id: userId } = await add.addAccountUser(db, accountId);
  const person = opened.as(accountId, userId);
  await write(person, 'customerUpdate', { by: { number: 'C-1' }, note: '-5', contactInfo: { phone: '+1' } });
  await write(person, 'customerTagsAdd', { by: { number: 'C-1' }, tags: ['pinned'] }, 'CustomerTagsInput');
  await write(person, 'customerFieldPin', {
    ...{ by: { number: 'C-1' }, fieldGroup: 'CONTACT_EMAIL' },
    source: { system: 'INVENTORY_PRO', sourceId: 'W-1' },
  });
  return accountId;
}

const origins = `{ customers(first: 50) { nodes { number
  conflicts { fieldGroup metadataKey rule winner { sourceId } values { value modifiedAt source { system sourceId } } }
  fieldOrigins { fieldGroup metadataKey kind sources { system sourceId } } } } }`;

async function stateOf(accountId: string) {
  const { data, errors } = await opened.as(accountId).execute(origins);
  expect(errors).toBeUndefined();
  return { origins: data.customers.nodes, text: await exported(url, accountId, own) };
}

let accountId = '';
beforeEach(async () => {
  accountId = await addDerived();
});

const forms: readonly (readonly [string, Form, Mapper | 'table'])[] = [
  ['ndjson', own, gateway],
  ['csv', csvForm({}), 'table'],
  ['augno', augnoForm({ isLines: false }), augno],
  ['inventory-pro', inventoryProForm({ timeZone, isLines: false }), inventoryPro],
  ['commerce-layer', commerceLayerForm({ isLines: false }), commerceLayer],
];

test.for(forms)('the import of an export as %s changes no derived customer', async ([, form, given]) => {
  const before = await stateOf(accountId);
  expect(before.origins.flatMap(({ conflicts }: { conflicts: object[] }) => conflicts)).not.toEqual([]);
  const text = await exported(url, accountId, form);
  const mapper = given === 'table' ? csvMapper(readMapping(await proposeMappingFor(streamOf(text)))) : given;

  for (const _ of [1, 2]) {
    const { rejects, warnings, report } = await importText(serving, accountId, mapper, text, { timeZone });
    expect([rejects, warnings, report.total('created')]).toEqual([[], [], 0]);
    expect(await stateOf(accountId)).toEqual(before);
  }
});

test('a derived customer is the same in an empty account', async () => {
  const { id: empty } = await add.addAccount(db);

  const { rejects, warnings } = await importText(
    serving,
    empty,
    gateway,
    await exported(url, accountId, own),
  );

  expect([rejects, warnings]).toEqual([[], []]);
  expect(carried(await documents(url, empty, own))).toEqual(carried(await documents(url, accountId, own)));
});

test('a document of the sales system has only customers and ratios that the system has', async () => {
  const [{ parent_account, relationship_type, credit_limit }] = await documents(
    url,
    accountId,
    augnoForm({ isLines: true }),
  );
  expect({ parent_account, relationship_type }).toEqual({ parent_account: null, relationship_type: 'child' });
  expect(credit_limit).toMatchObject({
    value: sales.credit_limit.value,
    unit: { id: 'un_2', ratio_numerator: '6350.29318', ratio_denominator: '1' },
  });
});
