import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import { exactAmount } from '../../src/importers/commerce-layer/readers.ts';
import type { Rejection, SourceRecord } from '../../src/importers/record.ts';
import { asyncProperty } from '../property.ts';
import { positions, readObject, readText } from './read.ts';

const times = { created_at: '2024-01-02T03:04:05.678Z', updated_at: '2024-05-06T07:08:09.012Z' };
const meta = { mode: 'live', organization_id: 'org1' };
const links = { self: 'https://shop.example/api/x' };

const to = (type: string, id: string) => ({ links, data: { type, id } });
const toMany = (type: string, ...ids: readonly string[]) => ({ data: ids.map((id) => ({ type, id })) });
const resource = (type: string, id: string, attributes: object, relationships: object = {}) => ({
  ...{ id, type, links, meta, attributes: { ...attributes, ...times }, relationships },
});

const by = (sourceId: string) => ({ source: { system: 'COMMERCE_LAYER', sourceId } });
const createdAt = '2024-01-02T03:04:05.678Z';

const customer = resource(
  ...(['customers', 'c1'] as const),
  {
    ...{ email: 'Kim@Shop.example', status: 'repeat', has_password: true, total_orders_count: 2 },
    ...{ shopper_reference: 's-1', profile_id: 'p', tax_exemption_code: null, jwt_custom_claim: null },
    ...{ reference: 'ERP-1', reference_origin: 'erp', metadata: { tier: 'gold', nested: { a: [1] } } },
    ...{ anonymization_info: null, anonymization_status: null },
  },
  {
    customer_group: to('customer_groups', 'g1'),
    tags: toMany('tags', 't1', 't2'),
    orders: toMany('orders', 'o1', 'o2'),
    customer_addresses: toMany('customer_addresses', 'ca1'),
    events: { links },
  },
);

const group = resource(
  'customer_groups',
  'g1',
  { name: 'Partners', code: 'partner' },
  { customers: toMany('customers', 'c1') },
);
const tags = [resource('tags', 't1', { name: 'VIP' }), resource('tags', 't2', { name: 'eu:west' })];
const join = resource(
  'customer_addresses',
  'ca1',
  { name: 'x', customer_email: 'kim@shop.example' },
  {
    customer: { links },
    address: to('addresses', 'a1'),
  },
);
const address = resource('addresses', 'a1', {
  ...{ business: true, first_name: 'Kim', last_name: 'Lee', company: 'Lee Parts', full_name: 'Lee Parts' },
  ...{ line_1: '1 Quay Rd', line_2: '', city: 'Cork', zip_code: 'T12', state_code: 'C', country_code: 'IE' },
  ...{ phone: '555-0180', email: 'quay@shop.example', notes: 'x', lat: 51.9, lng: -8.5, billing_info: null },
});
const order = resource(
  ...(['orders', 'o1'] as const),
  {
    ...{
      number: 2454744,
      status: 'placed',
      payment_status: 'partially_paid',
      fulfillment_status: 'in_progress',
    },
    ...{
      currency_code: 'EUR',
      total_amount_with_taxes_cents: 123456,
      total_amount_with_taxes_float: 1234.5600001,
    },
    ...{
      customer_email: 'kim@shop.example',
      guest: false,
      placed_at: '2024-02-02T00:00:00Z',
      token: 'secret-token',
    },
    ...{ subtotal_amount_cents: 1, formatted_subtotal_amount: '€0,01', tax_rate: '0.22' },
  },
  { customer: { links }, returns: toMany('returns', 'r1'), market: to('markets', 'm1') },
);
const subscription = resource('order_subscriptions', 'os1', {
  ...{
    number: 'S-1',
    status: 'active',
    frequency: 'monthly',
    starts_at: '2024-03-01T00:00:00Z',
    expires_at: null,
  },
  ...{ next_run_at: '2024-04-01T00:00:00Z', customer_email: 'kim@shop.example', errors_count: 0 },
});
const returned = resource('returns', 'r1', { number: '7', status: 'received', skus_count: 1 });
const list = resource(
  'sku_lists',
  'l1',
  { name: 'Wishes', slug: 'wishes', description: '', manual: true },
  { customer: to('customers', 'c1') },
);
const paymentSource = resource(
  ...(['customer_payment_sources', 'ps1'] as const),
  { name: 'Visa', customer_token: 'cus_x', payment_source_token: 'tok_x' },
  { customer: to('customers', 'c1'), payment_source: to('stripe_payments', 'sp1') },
);
const newsletter = resource(
  'customer_subscriptions',
  'cs1',
  { customer_email: 'kim@shop.example', reference: 'news' },
  { customer: to('customers', 'c1') },
);
const attachment = resource(
  'attachments',
  'at1',
  { name: 'Contract', description: null, url: 'https://shop.example/c.pdf' },
  { attachable: to('customers', 'c1') },
);

const whole = {
  data: [customer, attachment, newsletter, paymentSource, list],
  included: [
    returned,
    order,
    subscription,
    address,
    join,
    ...tags,
    group,
    resource('markets', 'm1', { name: 'x' }),
  ],
  meta: { record_count: 5, page_count: 1 },
  links: { first: 'x' },
};

const recordsOf = (results: readonly (SourceRecord | Rejection)[]) =>
  results.map((each) => {
    if (each.kind === 'rejection') throw new Error(JSON.stringify(each));
    return each;
  });

test('every resource is a record, in the order of their references', async () => {
  const records = recordsOf(await readObject(commerceLayer, whole));
  expect(records.map(({ kind, position }) => `${kind} ${position.replace('stdin#/', '')}`)).toEqual([
    ...['customerGroup included/7', 'customer data/0', 'address included/3', 'order included/1'],
    ...['orderSubscription included/2', 'return included/0', 'skuList data/4', 'paymentSource data/3'],
    ...['customerSubscription data/2', 'attachment data/1'],
  ]);
  expect(records.flatMap(({ unknownPaths, warnings }) => [...unknownPaths, ...warnings])).toEqual([]);
});

test.each([
  ['g1', { ...by('g1'), name: 'Partners', code: 'partner' }],
  [
    'c1',
    {
      by: by('c1'),
      ...{ createdAt, mode: 'LIVE', reference: 'ERP-1', referenceOrigin: 'erp', customerGroup: by('g1') },
      ...{ tags: ['vip', 'eu:west'], metadata: { tier: 'gold', nested: { a: [1] } } },
      shopper: { email: 'Kim@Shop.example', status: 'REPEAT', shopperReference: 's-1', totalOrdersCount: 2 },
    },
  ],
  [
    'a1',
    {
      customer: by('c1'),
      address: {
        ...{ ...by('a1'), name: 'Lee Parts', streetLine1: '1 Quay Rd', streetLine2: null, locality: 'Cork' },
        ...{ postalCode: 'T12', state: 'C', country: 'IE', phone: '555-0180', email: 'quay@shop.example' },
      },
    },
  ],
  [
    'o1',
    {
      ...{
        ...by('o1'),
        customer: by('c1'),
        createdAt,
        number: '2454744',
        status: 'PLACED',
        paymentStatus: 'PARTIALLY_PAID',
      },
      ...{ fulfillmentStatus: 'IN_PROGRESS', total: { amount: '1234.56', currencyCode: 'EUR' } },
      placedAt: '2024-02-02T00:00:00.000Z',
    },
  ],
  [
    'os1',
    {
      ...{
        ...by('os1'),
        customer: { shopperEmail: 'kim@shop.example' },
        createdAt,
        number: 'S-1',
        status: 'ACTIVE',
      },
      ...{ frequency: 'monthly', startsAt: '2024-03-01T00:00:00.000Z', expiresAt: null },
      nextRunAt: '2024-04-01T00:00:00.000Z',
    },
  ],
  [
    'r1',
    { ...by('r1'), customer: by('c1'), order: by('o1').source, createdAt, number: '7', status: 'RECEIVED' },
  ],
  ['l1', { ...by('l1'), customer: by('c1'), createdAt, name: 'Wishes', slug: 'wishes', description: null }],
  ['ps1', { ...by('ps1'), customer: by('c1'), createdAt, name: 'Visa', type: 'stripe_payments' }],
  [
    'cs1',
    { ...by('cs1'), customer: by('c1'), createdAt, customerEmail: 'kim@shop.example', reference: 'news' },
  ],
  [
    'at1',
    {
      ...by('at1'),
      customer: by('c1'),
      createdAt,
      name: 'Contract',
      description: null,
      url: 'https://shop.example/c.pdf',
    },
  ],
])('the record %s has every field', async (id, item) => {
  const records = recordsOf(await readObject(commerceLayer, whole));
  const record = records.find(({ sourceId }) => sourceId === id);
  expect(record?.item).toEqual(item);
  expect(record?.modifiedAt).toBe('2024-05-06T07:08:09.012Z');
});

test('tokens are in no record', async () => {
  expect(JSON.stringify(await readObject(commerceLayer, whole))).not.toMatch(/secret-token|cus_x|tok_x/);
});

const only = async (document: object) => {
  const [first] = recordsOf(await readObject(commerceLayer, document));
  return first;
};

test('a relationship without data is unknown, and one with null is empty', async () => {
  const unknown = resource('customers', 'c2', {}, { customer_group: { links }, tags: { links } });
  const empty = resource('customers', 'c2', {}, { customer_group: { data: null }, tags: { data: [] } });
  expect((await only({ data: unknown }))?.item).toEqual({ by: by('c2'), createdAt, mode: 'LIVE' });
  expect((await only({ data: empty }))?.item).toMatchObject({ customerGroup: null, tags: [] });
});

test('empty references are no references', async () => {
  const first = await only({ data: resource('customers', 'c2', { reference: '', reference_origin: ' ' }) });
  expect(first?.item).toMatchObject({ reference: null, referenceOrigin: null });
});

test('tags that are not in the document are unknown', async () => {
  const record = await only({ data: customer, included: tags.slice(0, 1) });
  expect(record?.item).not.toHaveProperty('tags');
  expect(record?.warnings).toMatchObject([{ path: 'relationships.tags' }]);
});

test('invalid tags are left out', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => `t${at}`);
  const included = ids.map((id) => resource('tags', id, { name: id === 't0' ? 'two words' : id }));
  const data = resource('customers', 'c2', {}, { tags: toMany('tags', ...ids) });
  const record = await only({ data, included });
  expect(record?.item).toMatchObject({ tags: ids.slice(1, 11) });
  expect(record?.warnings).toHaveLength(1);
});

test('cycles end', async () => {
  const records = recordsOf(
    await readObject(commerceLayer, { data: customer, included: [group, customer, group, ...tags] }),
  );
  expect(records.map(({ sourceId }) => sourceId)).toEqual(['g1', 'c1']);
});

test('a guest’s order is that of the email, and the type of a payment that of its method', async () => {
  const guest = resource('orders', 'o9', { customer_email: 'guest@shop.example' });
  expect((await only({ data: guest }))?.item).toMatchObject({
    customer: { shopperEmail: 'guest@shop.example' },
  });
  const payment = resource(
    'customer_payment_sources',
    'ps9',
    {},
    {
      ...{ customer: to('customers', 'c1'), payment_method: to('payment_methods', 'pm1') },
    },
  );
  const included = [resource('payment_methods', 'pm1', { payment_source_type: 'wire_transfers' })];
  expect((await only({ data: payment, included }))?.item).toMatchObject({ type: 'wire_transfers' });
});

test.each([
  [123456, 'EUR', '1234.56'],
  [5, 'eur', '0.05'],
  [-5, 'USD', '-0.05'],
  [1234, 'JPY', '1234'],
  [1234, 'KWD', '1.234'],
  [0, 'USD', '0.00'],
  [9007199254740991, 'USD', '90071992547409.91'],
])('%d minor units of %s are %s', async (cents, code, amount) => {
  const attributes = {
    total_amount_with_taxes_cents: cents,
    currency_code: code,
    customer_email: 'a@b.example',
  };
  const record = await only({ data: resource('orders', 'o1', attributes) });
  expect(record?.item).toMatchObject({ total: { amount, currencyCode: code.toUpperCase() } });
});

test.each([
  [12.5, 'EUR'],
  [2 ** 53, 'EUR'],
  ['12', 'EUR'],
  [12, 'XXQ'],
  [12, null],
])('%j minor units of %s are left out', async (cents, code) => {
  const attributes = {
    total_amount_with_taxes_cents: cents,
    currency_code: code,
    customer_email: 'a@b.example',
  };
  const record = await only({ data: resource('orders', 'o1', attributes) });
  expect(record?.item).not.toHaveProperty('total');
  expect(record?.warnings).toMatchObject([{ path: 'attributes.total_amount_with_taxes_cents' }]);
});

test('an amount has the digits of its minor units', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(4), (units, digits) => {
      const text = exactAmount(units, digits);
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      expect(BigInt(text.replace('.', ''))).toBe(units);
      expect(text.split('.')[1]?.length ?? 0).toBe(digits);
    }),
  );
});

test.each([
  ['a customer’s address that is not included', join, 'REQUIRED', 'relationships.address'],
  [
    'an attachment of a product',
    resource('attachments', 'at1', { name: 'x' }, { attachable: to('skus', 'k') }),
    'UNKNOWN_TYPE',
    'relationships.attachable',
  ],
  ['an identifier', { type: 'customers', id: 'c1' }, 'REQUIRED', 'attributes'],
  ['an event', resource('events', 'e1', { name: 'x' }), 'UNKNOWN_TYPE', 'type'],
  ['another type', resource('__proto__', 'e1', { name: 'x' }), 'UNKNOWN_TYPE', 'type'],
  ['no resource', { id: 'c1' }, 'INVALID', ''],
])('%s is rejected', async (_name, data, code, path) => {
  expect(await readObject(commerceLayer, { data })).toMatchObject([
    { kind: 'rejection', reason: { code, path } },
  ]);
});

test('an order and an address that name no customer are records without one', async () => {
  const items = [await only({ data: resource('orders', 'o1', {}) }), await only({ data: address })];
  expect(items.map((each) => Object.keys(each?.item ?? {}))).toEqual([['source', 'createdAt'], ['address']]);
});

test.each([{ errors: [{ code: 'x' }] }, { data: 'x' }, {}])('%j is not a document', async (document) => {
  expect(await readObject(commerceLayer, document)).toMatchObject([
    { kind: 'rejection', reason: { path: 'data' } },
  ]);
});

test('a document without resources has no records', async () => {
  expect(await readObject(commerceLayer, { data: null })).toEqual([]);
  expect(await readObject(commerceLayer, { data: [] })).toEqual([]);
});

test('unknown fields are listed', async () => {
  const data = resource('customers', 'c2', { colour: 1 }, { friends: { links } });
  expect((await only({ data }))?.unknownPaths).toEqual(['attributes.colour', 'relationships.friends']);
});

test('metadata that is too large is left out', async () => {
  const record = await only({ data: resource('customers', 'c2', { metadata: { x: 'y'.repeat(70_000) } }) });
  expect(record?.item).not.toHaveProperty('metadata');
  expect(record?.warnings).toMatchObject([{ path: 'attributes.metadata' }]);
});

const ids = (letter: string) => fc.uniqueArray(fc.nat(5).map((at) => letter + at));
const all = ['c', 'o', 'r', 'j', 'a', 't', 'p', 'g', 'm', 'v'] as const;
type Letter = (typeof all)[number];

const typesOf: Readonly<Record<Letter, string>> = {
  ...{ c: 'customers', o: 'orders', r: 'returns', j: 'customer_addresses', a: 'addresses', t: 'tags' },
  ...{ p: 'customer_payment_sources', g: 'customer_groups', m: 'payment_methods', v: 'events' },
};

/** The id of the customer of a resource, so that all that a document says about it agrees. */
const ownerOf = (id: string) => `c${Number(id.slice(1)) % 3}`;

/** A relationship that is not there, has no data, or has that of the given resource. */
const link = (name: string, id: string) =>
  fc.constantFrom({}, { [name]: { links } }, { [name]: to(typesOf[id.charAt(0) as Letter], id) });

const own = (name: string, letter: Letter, id: string) =>
  ids(letter).map((found) => ({
    [name]: toMany(typesOf[letter], ...found.filter((each) => ownerOf(each) === id)),
  }));

function relations(id: string): readonly fc.Arbitrary<object>[] {
  const same = (letter: Letter) => letter + id.slice(1);
  switch (id.charAt(0)) {
    case 'c':
      return [
        own('orders', 'o', id),
        own('returns', 'r', id),
        own('customer_addresses', 'j', id),
        own('customer_payment_sources', 'p', id),
        ids('t').map((found) => ({ tags: toMany('tags', ...found) })),
      ];
    case 'o':
      return [link('customer', ownerOf(id)), fc.constantFrom({}, { returns: toMany('returns', same('r')) })];
    case 'r':
      return [link('customer', ownerOf(id)), link('order', same('o'))];
    case 'j':
      return [link('customer', ownerOf(id)), link('address', same('a'))];
    case 'p':
      return [link('customer', ownerOf(id)), link('payment_method', 'm1')];
    default:
      return [];
  }
}

const anyResource = fc
  .constantFrom(...all)
  .chain((letter) => fc.tuple(fc.constant(letter), fc.nat(5)))
  .chain(([letter, at]) =>
    fc
      .tuple(fc.constantFrom(true, true, false), ...relations(letter + at))
      .map(([hasAttributes, ...given]) =>
        hasAttributes
          ? resource(typesOf[letter], letter + at, { name: `n${at}` }, Object.assign({}, ...given))
          : { type: typesOf[letter], id: letter + at },
      ),
  );

const anyElements = fc.uniqueArray(
  fc.oneof({ weight: 50, arbitrary: anyResource }, { weight: 1, arbitrary: fc.constant({ id: 'none' }) }),
  {
    minLength: 1,
    selector: (each) => ('type' in each ? each.type + each.id : 'none'),
  },
);

test('a long document has the same records as a short one, in an order in which none refers to a later one', async () => {
  const sorted = (results: readonly (SourceRecord | Rejection)[]) =>
    results.toSorted((one, other) => (one.position + one.kind < other.position + other.kind ? -1 : 1));
  await fc.assert(
    asyncProperty(anyElements, anyElements, fc.boolean(), async (data, included, isFirst) => {
      const document = isFirst ? { included, data, meta } : { data, included, meta };
      const short = await readObject(commerceLayer, document);
      const long = await readObject(commerceLayer, document, { maxDocument: 10 });
      expect(sorted(long)).toEqual(sorted(short));
      const order = ['customerGroup', 'customer', 'order', 'return'];
      const kinds = long.flatMap(({ kind }) => (order.includes(kind) ? [order.indexOf(kind)] : []));
      expect(kinds).toEqual(kinds.toSorted((one, other) => one - other));
    }),
  );
});

test('long documents in lines are read one by one', async () => {
  const single = { data: customer, included: [join, address, ...tags] };
  const text = [whole, single, { data: order }].map((each) => JSON.stringify(each)).join('\n');
  const long = await readText(commerceLayer, text, { maxDocument: 2_000 });
  const short = await readText(commerceLayer, text);
  const place = ({ position }: SourceRecord | Rejection) => position.replace('stdin#', 'stdin:1#');
  expect(new Set(long.map(place))).toEqual(new Set(short.map(place)));
  expect(JSON.stringify(long)).not.toMatch(/secret-token|cus_x|tok_x/);
});

test('nothing of a long document that is damaged is imported', async () => {
  const text = JSON.stringify(whole);
  for (const damaged of [text.slice(0, -300), text.replace('"included":[', '"included":[,')])
    expect(await readText(commerceLayer, damaged, { maxDocument: 100 })).toMatchObject([
      {
        kind: 'rejection',
        reason: {
          code: 'SYNTAX',
          message: expect.stringContaining('Nothing of this document was imported.'),
        },
      },
    ]);
});

test('a long document without resources is rejected', async () => {
  const long = { errors: [{ detail: 'x'.repeat(200) }] };
  expect(await readObject(commerceLayer, long, { maxDocument: 100 })).toMatchObject([{ kind: 'rejection' }]);
});

test('a resource of a long document that is nested too deeply is rejected', async () => {
  const deep = { ...order, meta: JSON.parse('['.repeat(70) + ']'.repeat(70)) };
  const results = await readObject(commerceLayer, { data: [customer, deep] }, { maxDocument: 100 });
  expect(positions(results)).toEqual(['!stdin#/data/1', 'stdin#/data/0']);
});
