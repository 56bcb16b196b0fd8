// Peculiarities of the systems' documents, in documents made from their field tables.
import { expect, test } from 'vitest';
import { augno } from '../../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../../src/importers/commerce-layer/mapper.ts';
import { gateway } from '../../../src/importers/gateway/mapper.ts';
import { inventoryPro } from '../../../src/importers/inventory-pro/mapper.ts';
import type { Mapper } from '../../../src/importers/record.ts';
import * as add from '../../builders.ts';
import { address, bare, carrier, customer, group, level, rep } from '../augno.ts';
import { readObject } from '../read.ts';
import { type Imported, openImports, warningsOf } from './records.ts';

const { db, importInto } = await openImports();

const newAccount = async () => (await add.addAccount(db)).id;

const importOf = async (accountId: string, mapper: Mapper, document: object): Promise<Imported> =>
  importInto(accountId, await readObject(mapper, document, { timeZone: 'UTC' }), { from: mapper.system });

async function imported(mapper: Mapper, document: object) {
  const accountId = await newAccount();
  const found = await importOf(accountId, mapper, document);
  expect(found.rejects).toEqual([]);
  return { accountId, warnings: warningsOf(found), of: { where: { accountId } } };
}

const resource = (type: string, id: string, attributes: object, relationships: object = {}) => ({
  ...{ id, type, meta: { mode: 'test' }, relationships },
  attributes: { created_at: '2024-01-02T03:04:05.678Z', ...attributes },
});

const shopper = (id: string, attributes: object = {}, relationships: object = {}) =>
  resource(
    'customers',
    id,
    { email: `${id}@shop.example`, status: 'prospect', ...attributes },
    relationships,
  );

test('a unit without ratio is one of its own, and a currency has its code', async () => {
  const unit = (id: string, name: string) => ({
    ...{ id, object: 'unit', name, abbreviation: id, type: 'currency', owner: null },
    ...{ ratio_numerator: '', ratio_denominator: '', offset_numerator: '', offset_denominator: '' },
  });
  const limit = { object: 'quantity', value: '70.5', display_value: '', unit: unit('fr', 'Swiss Franc') };

  const { of, warnings } = await imported(augno, { ...bare('ac_1', '7'), credit_limit: limit });

  expect(warnings).toEqual(['unit CONVERTED abbreviation 1']);
  const { creditLimitUnitId, creditLimitValue } = await db.customer.findFirstOrThrow(of);
  expect(String(creditLimitValue)).toBe('70.5');
  const found = await db.unit.findUniqueOrThrow({ where: { id: creditLimitUnitId ?? '' } });
  expect({ ...found, ratioNumerator: String(found.ratioNumerator) }).toMatchObject({
    ...{ abbreviation: 'CHF', type: 'CURRENCY', ratioNumerator: '1' },
  });
});

test('a time of year 1 is absent', async () => {
  const never = '0001-01-01T00:00:00Z';
  const since = Date.now();

  const { of } = await imported(augno, { ...bare('ac_1', '7'), created_at: never, updated_at: never });

  const { createdAt } = await db.customer.findFirstOrThrow(of);
  expect(createdAt.getTime()).toBeGreaterThanOrEqual(since - 60_000);
  expect(await db.customerSource.findFirst(of)).toMatchObject({
    ...{ sourceCreatedAt: null, sourceModifiedAt: null },
  });
});

test('a type group among the price groups is left out of them', async () => {
  const type = group('acgp_1', 'type_group');
  const data = [type, group('acgp_2', 'pricing_group')];

  const { of, warnings } = await imported(augno, {
    ...{ ...bare('ac_1', '7'), type, price_groups: { object: 'list', data } },
  });

  expect(warnings).toEqual(['customer CONFLICT price_groups 1']);
  const { typeId } = await db.customer.findFirstOrThrow(of);
  const groups = await db.customerPriceGroup.findMany(of);
  expect(groups.map(({ groupId }) => groupId)).not.toContain(typeId);
  expect([typeId, groups.length]).toEqual([expect.any(String), 1]);
});

test('an account of the sender is left out', async () => {
  const freight = { status: 'billed_freight', billing_type: 'sender', billing_account: '9' };

  const { of, warnings } = await imported(augno, { ...bare('ac_1', '7'), freight_preferences: freight });

  expect(warnings).toEqual(['customer CONFLICT freight_preferences.billing_account 1']);
  expect(await db.customer.findFirst(of)).toMatchObject({ billingType: 'SENDER', billingAccount: null });
});

test('billing and shipping address with one id are one address', async () => {
  const one = address('ad_1', 'standard');

  const { of } = await imported(augno, {
    ...bare('ac_1', '7'),
    bill_to_address: one,
    ship_to_address: one,
  });

  const [only, ...others] = await db.address.findMany(of);
  expect([others.length, await db.objectSource.count({ where: { ...of.where, type: 'ADDRESS' } })]).toEqual([
    0, 1,
  ]);
  expect(await db.customer.findFirst(of)).toMatchObject({
    billToAddressId: only?.id,
    shipToAddressId: only?.id,
  });
});

test('a page that says that there is another one, without its place, is read', async () => {
  const page_info = { next_cursor: null, prev_cursor: null, has_next_page: true, has_prev_page: false };

  const { of } = await imported(augno, { object: 'list', page_info, data: [bare('ac_1', '7')] });

  expect(await db.customer.count(of)).toBe(1);
});

test('customers with empty references are several, and none matches another', async () => {
  const accountId = await newAccount();
  const document = { data: ['c1', 'c2'].map((id) => shopper(id, { reference: '', reference_origin: '' })) };
  const records = await readObject(commerceLayer, document);

  const { rejects } = await importInto(accountId, records, {
    ...{ from: commerceLayer.system, match: ['reference', 'number', 'shortId'] },
  });

  expect(rejects).toEqual([]);
  expect(await db.customer.findMany({ where: { accountId } })).toMatchObject([
    { reference: null, referenceOrigin: null },
    { reference: null, referenceOrigin: null },
  ]);
});

test.for([
  [commerceLayer, { data: shopper('c1', { reference: null, reference_origin: 'erp' }) }],
  [commerceLayer, { data: shopper('c1', { reference: {}, reference_origin: 'erp' }) }],
  [commerceLayer, { data: shopper('c1', { reference_origin: 'erp' }) }],
  [gateway, { number: '7', name: 'Acme', reference: null, referenceOrigin: 'erp' }],
] as const)('an origin without its reference is left out: %#', async ([mapper, document]) => {
  const { warnings, of } = await imported(mapper, document);

  expect(warnings).toContainEqual(expect.stringMatching(/^customer CONFLICT .*reference_?origin 1$/i));
  expect(await db.customer.findMany(of)).toMatchObject([{ reference: null, referenceOrigin: null }]);
});

test('numbers that are integers are texts', async () => {
  const order = resource('orders', 'o1', { number: 2_454_700, customer_email: 'c1@shop.example' });

  const { of } = await imported(commerceLayer, { data: shopper('c1'), included: [order] });

  expect(await db.order.findFirst(of)).toMatchObject({ number: '2454700' });
});

test('relationships without data change nothing', async () => {
  const accountId = await newAccount();
  const included = [
    resource('customer_groups', 'g1', { name: 'Partners' }),
    resource('tags', 't1', { name: 'a' }),
  ];
  const known = {
    ...{ customer_group: { data: { type: 'customer_groups', id: 'g1' } } },
    tags: { data: [{ type: 'tags', id: 't1' }] },
  };
  const links = { links: { self: 'https://shop.example/x' } };
  const unknown = { customer_group: links, tags: links, orders: links, customer_addresses: links };
  await importOf(accountId, commerceLayer, { data: shopper('c1', {}, known), included });

  await importOf(accountId, commerceLayer, { data: shopper('c1', { status: 'repeat' }, unknown) });

  expect(await db.customer.findFirst({ where: { accountId } })).toMatchObject({
    ...{ shopperStatus: 'REPEAT', customerGroupId: expect.any(String) },
  });
  expect(await db.customerTag.count({ where: { accountId } })).toBe(1);
});

test('a name of a country, double spaces, equal numbers and the text NULL are values', async () => {
  const { of, warnings } = await imported(inventoryPro, {
    ...{ shortID: 'NORD', name: 'Nord  Kontor', address1: 'Hafen  9', address2: 'NULL', country: 'Germany' },
    ...{ phone: '(5) 555-3932', fax: '(5) 555-3932', contact: 'Ada  Berg' },
  });

  expect(warnings).toEqual(['customer CONVERTED country 1']);
  expect(await db.customer.findFirst(of)).toMatchObject({
    ...{ name: 'Nord  Kontor', contactName: 'Ada  Berg' },
    ...{ contactPhone: '(5) 555-3932', contactFax: '(5) 555-3932' },
  });
  expect(await db.geolocation.findFirst(of)).toMatchObject({
    ...{ streetLine1: 'Hafen  9', streetLine2: 'NULL', country: 'DE' },
  });
});

test('an address, a level and an order that name no owner belong to that of their record', async () => {
  const accountId = await newAccount();
  const ship = address('ad_2', 'standard');
  const unnamed = [
    { ...ship, name: 'Gate 7' },
    { ...level('crop_2'), name: 'Overnight' },
  ];
  // In this input, the address comes before its customer.
  const { rejects } = await importOf(accountId, augno, [
    ...[...unnamed, carrier, { ...bare('ac_1', '7'), ship_to_address: ship }],
  ]);
  const orders = ['pending', 'placed'].map((status) => resource('orders', 'o1', { status }));
  const named = { ...orders[0], attributes: { ...orders[0]?.attributes, customer_email: 'c1@shop.example' } };
  await importOf(accountId, commerceLayer, { data: shopper('c1'), included: [named] });
  const later = await importOf(accountId, commerceLayer, { data: orders[1] });

  expect([...rejects, ...later.rejects]).toEqual([]);
  const names = { where: { accountId }, select: { name: true } };
  expect(await db.address.findMany(names)).toEqual([{ name: 'Gate 7' }]);
  expect(await db.serviceLevel.findMany(names)).toEqual([{ name: 'Overnight' }]);
  expect(await db.order.findFirst({ where: { accountId } })).toMatchObject({ status: 'PLACED' });
});

test('an address and a level that name no owner are rejected if nothing has their record', async () => {
  const accountId = await newAccount();

  const { rejects } = await importOf(accountId, augno, [address('ad_1', 'standard'), level('crop_1')]);

  expect(rejects.map(({ kind, errors: [error] }) => [kind, error?.code, error?.path])).toEqual([
    ['serviceLevel', 'NOT_FOUND', 'carrier'],
    ['address', 'NOT_FOUND', 'customer'],
  ]);
});

test('a customer has what its source discontinued, and not what was deleted here', async () => {
  const accountId = await newAccount();
  const payment_term = { ...customer.defaults.payment_term, name: 'Net 47' };
  const sales = { ...customer, defaults: { ...customer.defaults, payment_term }, child_accounts: null };
  await importOf(accountId, augno, [sales, bare('ac_8', 'P-8')]);
  await db.carrier.updateMany({ where: { accountId }, data: { deletedAt: new Date() } });
  await db.accountUser.updateMany({ where: { accountId }, data: { status: 'REMOVED' } });
  await db.customer.updateMany({
    where: { accountId, number: 'P-8' },
    data: { discontinuedAt: new Date() },
  });
  const next = { ...sales, id: 'ac_9', number: 'C-9', bill_to_address: null, ship_to_address: null };

  const found = await importOf(accountId, augno, {
    ...{ ...next, relationship_type: 'child', parent_account: { id: 'ac_8', object: 'customer' } },
    defaults: { ...sales.defaults, sales_rep: { id: rep.id, object: 'account_user' } },
  });

  expect(found.rejects).toEqual([]);
  expect(warningsOf(found)).toEqual(
    expect.arrayContaining([
      'customer NOT_FOUND freightPreferences.carrier 1',
      'customer NOT_FOUND defaults.salesRep 1',
    ]),
  );
  expect(await db.customer.findFirst({ where: { accountId, number: 'C-9' } })).toMatchObject({
    ...{ carrierId: null, serviceLevelId: null, salesRepId: null, paymentTermId: expect.any(String) },
    parentId: (await db.customer.findFirstOrThrow({ where: { accountId, number: 'P-8' } })).id,
    ...{ status: 'HOLD_ALL', shippingTermId: expect.any(String), billingAccount: '9911' },
  });
});
