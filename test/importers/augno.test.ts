import { expect, test } from 'vitest';
import { augno } from '../../src/importers/augno/mapper.ts';
import type { Rejection, SourceRecord } from '../../src/importers/record.ts';
import { address, bare, carrier, customer, group, level, older, rep, shippingTerm } from './augno.ts';
import { positions, readObject } from './read.ts';

const by = (sourceId: string) => ({ source: { system: 'AUGNO', sourceId } });

const itemOf = (results: readonly (SourceRecord | Rejection)[], id: string) => {
  const record = results.find((each) => each.kind !== 'rejection' && each.sourceId === id);
  return record && 'item' in record ? record.item : undefined;
};

const ids = (results: readonly (SourceRecord | Rejection)[]) =>
  results.map(({ kind, sourceId }) => `${kind} ${sourceId}`);

test('nested objects are records before the one that refers to them, children after it', async () => {
  const results = await readObject(augno, customer);
  expect(ids(results)).toEqual([
    ...['unit un_2', 'carrier cr_1', 'serviceLevel crop_2', 'serviceLevel crop_1', 'paymentTerm pytm_1'],
    ...['shippingTerm shtm_1', 'role rl_1', 'department dp_1', 'accountUser acus_1'],
    ...['accountGroup acgp_1', 'accountGroup acgp_2', 'customer ac_1', 'customer ac_2'],
  ]);
  expect(results.flatMap((each) => ('unknownPaths' in each ? each.unknownPaths : []))).toEqual([]);
});

test('a customer has every field', async () => {
  const place = {
    ...{ phone: '555-0170', email: 'site@buyer.example', streetLine1: '9 Canal St', streetLine2: null },
    ...{ locality: 'Dayton', state: 'OH', postalCode: '45402', country: 'US' },
  };
  const results = await readObject(augno, customer);
  expect(itemOf(results, 'ac_1')).toEqual({
    by: by('ac_1'),
    ...{ name: 'Customer C-1', number: 'C-1', status: 'HOLD_ALL', ediStatus: 'ENABLED', note: 'Call  first' },
    ...{ commissionPolicy: 'COMMISSION_APPLIED', createdAt: '2024-01-02T03:04:05.000Z', parent: null },
    creditLimit: { value: '5000.000000000000000000000000000001', unit: by('un_2') },
    contactInfo: { email: 'buy@buyer.example', phone: '555-0171', url: 'https://buyer.example' },
    freightPreferences: {
      ...{ status: 'FREE_FREIGHT', carrier: by('cr_1'), serviceLevel: by('crop_1') },
      ...{ billingType: 'THIRD_PARTY', billingAccount: '9911' },
    },
    defaults: {
      ...{ paymentTerm: by('pytm_1'), shippingTerm: by('shtm_1'), priority: 'HIGH', salesRep: by('acus_1') },
    },
    notificationPreferences: { acceptsInvoiceEmails: true },
    billToAddress: { ...by('ad_1'), name: 'Site ad_1', type: 'STANDARD', ...place },
    shipToAddress: { ...by('ad_2'), name: 'Site ad_2', type: 'DROP_SHIP', ...place },
    type: by('acgp_1'),
    priceGroups: [by('acgp_2')],
  });
  const record = results.find(({ sourceId }) => sourceId === 'ac_1');
  expect(record).toMatchObject({ raw: customer, modifiedAt: '2024-05-06T07:08:09.000Z' });
  expect(record && 'warnings' in record && record.warnings.map(({ code, path }) => [code, path])).toEqual([
    ['CONVERTED', 'contact_info.url'],
    ['CONVERTED', 'bill_to_address.geolocation.country'],
    ['CONVERTED', 'ship_to_address.geolocation.country'],
    // A type group among the price groups.
    ['CONFLICT', 'price_groups'],
  ]);
});

test.each([
  [
    'un_2',
    {
      ...by('un_2'),
      name: 'Loyalty point',
      abbreviation: 'PTS',
      type: 'CURRENCY',
      ratioNumerator: '45359237',
      ratioDenominator: '100000000',
      offsetNumerator: '0',
      offsetDenominator: '1',
    },
  ],
  ['cr_1', { ...by('cr_1'), name: 'Own van', accountNumber: 'V-1', customerPortalVisibility: 'VISIBLE' }],
  [
    'crop_2',
    {
      ...by('crop_2'),
      carrier: by('cr_1'),
      name: 'Level crop_2',
      serviceLevelToken: 'token_crop_2',
      customerPortalVisibility: 'HIDDEN',
      isDefault: true,
    },
  ],
  [
    'crop_1',
    {
      ...by('crop_1'),
      carrier: by('cr_1'),
      name: 'Level crop_1',
      serviceLevelToken: 'token_crop_1',
      customerPortalVisibility: 'HIDDEN',
      isDefault: true,
    },
  ],
  ['pytm_1', { ...by('pytm_1'), name: 'Net 15', status: 'INACTIVE' }],
  // The unit of the minimum is not in the document.
  [
    'shtm_1',
    {
      ...by('shtm_1'),
      name: 'Flat',
      type: 'FLAT_RATE_FREIGHT',
      flatRate: { value: '12.5', unit: by('un_2') },
      freeShippingServiceLevels: [by('crop_1')],
    },
  ],
  ['rl_1', { ...by('rl_1'), name: 'Seller', type: 'SALES_REP', permissions: ['customers:read'] }],
  ['dp_1', { ...by('dp_1'), name: 'Inside sales', notes: 'Second floor' }],
  [
    'acus_1',
    {
      by: by('acus_1'),
      status: 'ACTIVE',
      role: by('rl_1'),
      department: by('dp_1'),
      email: 'ivy@vendor.example',
      name: 'Ivy Park',
      username: 'ivy',
      imageUrl: 'https://vendor.example/ivy.png',
    },
  ],
  [
    'acgp_2',
    {
      ...by('acgp_2'),
      name: 'Group acgp_2',
      description: null,
      type: 'PRICING_GROUP',
      commissionPolicy: 'COMMISSION_EXEMPT',
      freightPolicy: 'FREE_FREIGHT',
    },
  ],
  [
    'ac_2',
    {
      by: by('ac_2'),
      parent: by('ac_1'),
      name: 'Customer C-2',
      number: 'C-2',
      status: 'NORMAL',
      ediStatus: 'DISABLED',
      commissionPolicy: 'COMMISSION_APPLIED',
      note: null,
      createdAt: '2024-01-02T03:04:05.000Z',
    },
  ],
])('the record %s has every field', async (id, item) => {
  expect(itemOf(await readObject(augno, customer), id)).toEqual(item);
});

test('the older generation has other names', async () => {
  const results = await readObject(augno, older);
  expect(ids(results)).toEqual(['accountUser us_7', 'customer ac_9']);
  expect(results.flatMap((each) => ('unknownPaths' in each ? each.unknownPaths : []))).toEqual([]);
  expect(itemOf(results, 'us_7')).toEqual({
    ...{ by: by('us_7'), email: 'sam@vendor.example', name: 'Sam Reed', username: null, imageUrl: null },
  });
  expect(itemOf(results, 'ac_9')).toMatchObject({
    ...{ number: '100042', status: 'HOLD_SHIPMENT', ediStatus: 'ENABLED', note: null },
    ...{ defaults: { salesRep: by('us_7') }, billToAddress: { ...by('ad_9'), type: 'DROP_SHIP' } },
  });
  // A time of year 1 is none.
  expect(results.at(-1)).toMatchObject({ createdAt: null, modifiedAt: '2023-01-01T00:00:00.000Z' });
});

test('what a document does not include is unknown', async () => {
  expect(itemOf(await readObject(augno, bare('ac_3', 'C-3')), 'ac_3')).toEqual({
    by: by('ac_3'),
    ...{ name: 'Customer C-3', number: 'C-3', status: 'NORMAL', ediStatus: 'DISABLED', note: null },
    ...{ commissionPolicy: 'COMMISSION_APPLIED', createdAt: '2024-01-02T03:04:05.000Z' },
  });
});

test('objects with an id only are references and not records', async () => {
  const parent = { id: 'ac_8', object: 'customer' };
  const type = { id: 'acgp_8', object: 'account_group', name: null };
  const results = await readObject(augno, { ...bare('ac_3', 'C-3'), parent_account: parent, type });
  expect(ids(results)).toEqual(['customer ac_3']);
  expect(itemOf(results, 'ac_3')).toMatchObject({ parent: by('ac_8'), type: by('acgp_8') });
});

test('repeated reference data is one record', async () => {
  const page = {
    object: 'list',
    page_info: { has_next_page: true, next_cursor: null },
    data: [customer, customer],
  };
  const results = await readObject(augno, page);
  expect(positions(results).filter((each) => each.endsWith('/1'))).toHaveLength(2);
  expect(ids(results).slice(-2)).toEqual(['customer ac_1', 'customer ac_2']);
});

test('both addresses can be one', async () => {
  const one = address('ad_5', 'standard');
  const results = await readObject(augno, {
    ...bare('ac_3', 'C-3'),
    bill_to_address: one,
    ship_to_address: one,
  });
  const { billToAddress, shipToAddress } = itemOf(results, 'ac_3') as Record<string, unknown>;
  expect(billToAddress).toEqual(shipToAddress);
});

test.each([
  ['sender', '77', { billingType: 'SENDER', billingAccount: null }, 1],
  ['third_party', null, {}, 1],
  ['third_party', '77', { billingType: 'THIRD_PARTY', billingAccount: '77' }, 0],
  [null, null, { billingType: null, billingAccount: null }, 0],
  ['barter', '77', {}, 2],
])('the billing type %s with the account %s', async (type, account, expected, warnings) => {
  const freight = { billing_type: type, billing_account: account, status: 'free_freight' };
  const results = await readObject(augno, { ...bare('ac_3', 'C-3'), freight_preferences: freight });
  expect(itemOf(results, 'ac_3')).toMatchObject({
    freightPreferences: { status: 'FREE_FREIGHT', ...expected },
  });
  expect(
    Object.keys((itemOf(results, 'ac_3') as { freightPreferences: object }).freightPreferences),
  ).toHaveLength(1 + Object.keys(expected).length);
  expect(results.at(-1)).toMatchObject({
    warnings: Array.from({ length: warnings }, () => expect.anything()),
  });
});

test.each([
  ['US Dollar', 'currency', { abbreviation: 'USD', ratioNumerator: '1', ratioDenominator: '1' }, 1],
  ['Loyalty point', 'currency', { abbreviation: '$' }, 0],
  ['US Dollar', 'quantity', { abbreviation: '$' }, 0],
])('the unit %s of type %s without ratio', async (name, type, expected, warnings) => {
  const unit = { id: 'un_5', object: 'unit', name, abbreviation: '$', type, ratio_numerator: '' };
  const results = await readObject(augno, unit);
  expect(itemOf(results, 'un_5')).toEqual({ ...by('un_5'), name, type: type.toUpperCase(), ...expected });
  expect(results[0]).toMatchObject({
    warnings: Array.from({ length: warnings }, () => ({ code: 'CONVERTED' })),
  });
});

test('the deletion of a carrier is a time of its record', async () => {
  const [record] = await readObject(augno, { ...carrier, deleted_at: '2024-09-01T00:00:00Z' });
  expect(record).toMatchObject({ sourceId: 'cr_1', deletedAt: '2024-09-01T00:00:00.000Z' });
});

test('a removed account user keeps its status', async () => {
  const results = await readObject(augno, { ...rep, status: 'removed' });
  expect(itemOf(results, 'acus_1')).not.toHaveProperty('status');
  expect(results.at(-1)).toMatchObject({ warnings: [{ code: 'CONFLICT', path: 'status' }] });
});

test('the flat fields of an account user are read', async () => {
  const { user: _, ...flat } = {
    ...rep,
    name: 'Ivy',
    email: 'ivy@vendor.example',
    username: null,
    image_url: null,
  };
  expect(itemOf(await readObject(augno, flat), 'acus_1')).toMatchObject({
    name: 'Ivy',
    email: 'ivy@vendor.example',
  });
});

test.each([
  ['an object without id', { object: 'customer', name: 'X' }, 'REQUIRED', 'id'],
  ['an audit event', { id: 'ae_1', object: 'audit_event' }, 'UNKNOWN_TYPE', 'object'],
  ['a priority', { id: 'pi_1', object: 'priority' }, 'UNKNOWN_TYPE', 'object'],
  ['an error', { code: 'not_found', message: 'x' }, 'UNKNOWN_TYPE', 'object'],
  ['another type', { id: 'x_1', object: '__proto__' }, 'UNKNOWN_TYPE', 'object'],
])('%s is rejected', async (_name, document, code, path) => {
  expect(await readObject(augno, document)).toMatchObject([
    { kind: 'rejection', raw: document, reason: { code, path } },
  ]);
});

test('a level and an address that name their owner are records', async () => {
  const results = await readObject(augno, [
    { ...level('crop_1'), carrier: 'cr_1' },
    { ...address('ad_1', 'standard'), customer: { id: 'ac_1', object: 'customer' } },
  ]);
  expect(itemOf(results, 'crop_1')).toMatchObject({ carrier: by('cr_1') });
  expect(itemOf(results, 'ad_1')).toMatchObject({
    customer: by('ac_1'),
    address: { ...by('ad_1'), locality: 'Dayton' },
  });
});

test('a level and an address that do not name their owner are records without one', async () => {
  const results = await readObject(augno, [level('crop_1'), address('ad_1', 'standard')]);
  expect(itemOf(results, 'crop_1')).not.toHaveProperty('carrier');
  expect(Object.keys(itemOf(results, 'ad_1') ?? {})).toEqual(['address']);
});

test('an object without tag is known by the prefix of its id', async () => {
  const { object: _, ...untagged } = group('acgp_3', 'pricing_group');
  expect(ids(await readObject(augno, untagged))).toEqual(['accountGroup acgp_3']);
});

test('unknown fields are listed at any depth', async () => {
  const results = await readObject(augno, {
    ...{ ...bare('ac_3', 'C-3'), colour: 1, contact_info: { fax: 'x', object: 'y' } },
    bill_to_address: { id: 'ad_1', geolocation: { lat: 1 } },
    type: { ...group('acgp_1', 'type_group'), tier: 3 },
  });
  expect(results.map((each) => 'unknownPaths' in each && each.unknownPaths)).toEqual([
    ['tier'],
    ['bill_to_address.geolocation.lat', 'colour', 'contact_info.fax'],
  ]);
});

test('secrets are in no record', async () => {
  const [record] = await readObject(augno, { ...shippingTerm, api_key: 'k', owner: { password: 'hunter2' } });
  expect(JSON.stringify(record)).not.toMatch(/hunter2|api_key/);
  expect(record).toMatchObject({ raw: { owner: {} } });
});
