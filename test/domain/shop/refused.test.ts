import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { faultsIn, kindOf, kinds, upsert } from './records.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const { id } = await add.addCustomer(db, accountId);
const customer = { id };
const newSource = () => ({ system: 'COMMERCE_LAYER', sourceId: word() });
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

const wrong: readonly (readonly [model: string, item: object, fault: string])[] = [
  ['Order', { total: { amount: '1', currencyCode: 'XXQ' } }, 'INVALID items.0.total.currencyCode'],
  ['Order', { total: { amount: '1', currencyCode: '' } }, 'INVALID items.0.total.currencyCode'],
  ['Order', { placedAt: tomorrow() }, 'INVALID items.0.placedAt'],
  ['Order', { placedAt: '2024-11-01' }, 'INVALID items.0.placedAt'],
  ['OrderSubscription', { startsAt: '2024-11-01' }, 'INVALID items.0.startsAt'],
  ['OrderSubscription', { expiresAt: '2024-11-01' }, 'INVALID items.0.expiresAt'],
  ['OrderSubscription', { nextRunAt: '2024-11-01' }, 'INVALID items.0.nextRunAt'],
  ['Order', { number: 'x'.repeat(65) }, 'TOO_LONG items.0.number'],
  ['Order', { customer: { number: 'none' } }, 'NOT_FOUND items.0.customer'],
  ['Order', { customer: { id: newId('Customer') } }, 'NOT_FOUND items.0.customer'],
  ['Order', { customer: { id: newId('Order') } }, 'INVALID items.0.customer'],
  ['Order', { source: { system: 'COMMERCE_LAYER', sourceId: ' ' } }, 'REQUIRED items.0.source.sourceId'],
  ['Order', { source: { system: 'OTHER', sourceId: 'x' } }, 'INVALID items.0.source.sourceId'],
  ['OrderSubscription', { frequency: 'sometimes' }, 'INVALID items.0.frequency'],
  ['OrderSubscription', { frequency: null }, 'REQUIRED items.0.frequency'],
  [
    'OrderSubscription',
    { startsAt: '2025-01-01T00:00:00Z', expiresAt: '2025-01-01T00:00:00Z' },
    'INVALID items.0.expiresAt',
  ],
  ['Return', { order: newSource() }, 'NOT_FOUND items.0.order'],
  ['SkuList', { name: ' ' }, 'REQUIRED items.0.name'],
  ['SkuList', { slug: null }, 'REQUIRED items.0.slug'],
  ['PaymentSource', { type: undefined }, 'REQUIRED items.0.type'],
  ['CustomerSubscription', { customerEmail: 'no email' }, 'INVALID items.0.customerEmail'],
  ['CustomerSubscription', { customerEmail: undefined }, 'REQUIRED items.0.customerEmail'],
  ['Attachment', { name: undefined }, 'REQUIRED items.0.name'],
  ['Attachment', { url: 'file.pdf' }, 'INVALID items.0.url'],
  ['Attachment', { source: undefined }, 'REQUIRED items.0.source'],
  ['Attachment', { id: newId('Attachment') }, 'NOT_FOUND items.0.id'],
  ['Attachment', { id: newId('Order') }, 'INVALID items.0.id'],
  ...kinds.map(({ model }) => [model, { createdAt: tomorrow() }, 'INVALID items.0.createdAt'] as const),
  ...kinds.map(({ model }) => [model, { createdAt: '2024-11-01' }, 'INVALID items.0.createdAt'] as const),
];

test.each(wrong)('%s: %o fails and writes nothing', async (model, item, fault) => {
  const kind = kindOf(model);
  const before = await everythingWritten(pool);

  const results = await upsert(us, kind, [{ source: newSource(), customer, ...kind.least, ...item }]);

  expect(faultsIn(results)).toEqual([[fault]]);
  expect(results[0]).toMatchObject({ outcome: null, record: null });
  expect(await everythingWritten(pool)).toBe(before);
});

test.each(kinds)(
  '$model: a creation time in the future is invalid, also of an existing record',
  async (kind) => {
    const item = { source: newSource(), customer, ...kind.created };
    const [early, , late] = [
      await upsert(us, kind, [{ ...item, createdAt: tomorrow() }]),
      await upsert(us, kind, [item]),
      await upsert(us, kind, [{ ...item, createdAt: tomorrow() }]),
    ];

    expect([...early, ...late].map(({ userErrors }) => userErrors)).toMatchObject([
      [{ code: 'INVALID', path: ['items', '0', 'createdAt'] }],
      [{ code: 'INVALID', path: ['items', '0', 'createdAt'] }],
    ]);
  },
);

test.each(kinds)('$model: null does not clear a required field of an existing record', async (kind) => {
  const source = newSource();
  await upsert(us, kind, [{ source, customer, ...kind.created }]);
  const required = Object.keys({ ...kind.defaults, createdAt: '' }).filter(
    (name) => kind.defaults[name] !== null,
  );

  const results = await upsert(us, kind, [
    { source, customer, ...Object.fromEntries(required.map((name) => [name, null])) },
  ]);

  expect(faultsIn(results)[0]?.toSorted()).toEqual(
    required.map((name) => `REQUIRED items.0.${name}`).toSorted(),
  );
});

test('an item that fails stops none of the others', async () => {
  const items = Array.from({ length: 6 }, (_, at) => ({
    ...{ source: newSource(), customer: at === 2 ? { number: 'none' } : customer },
    total: { amount: '1', currencyCode: at === 4 ? '???' : 'usd' },
  }));

  const results = await upsert(us, kindOf('Order'), items);

  expect(results.map(({ outcome }) => outcome ?? '-').join(' ')).toBe('CREATED CREATED - CREATED - CREATED');
  expect(faultsIn(results).flat()).toEqual([
    'NOT_FOUND items.2.customer',
    'INVALID items.4.total.currencyCode',
  ]);
  expect(results[0]?.record.total).toMatchObject({ amount: '1', currencyCode: 'USD' });
});

test('of two items with the same source record, the second fails alone', async () => {
  const source = newSource();

  const results = await upsert(us, kindOf('Order'), [
    { source, customer, number: 'first' },
    { source: newSource(), customer },
    { source: { ...source, sourceId: ` ${source.sourceId} ` }, customer, number: 'second' },
  ]);

  expect(faultsIn(results)).toEqual([[], [], ['TAKEN items.2.source']]);
  expect(results[0]?.record.number).toBe('first');
});

test('a source record of another attachment is taken', async () => {
  const kind = kindOf('Attachment');
  const [source, other] = [newSource(), newSource()];
  const [first] = await upsert(us, kind, [{ source, customer, name: 'A' }]);
  await upsert(us, kind, [{ source: other, customer, name: 'B' }]);

  const results = await upsert(us, kind, [
    { id: first?.record.id, customer, name: 'C' },
    { source, customer, name: 'D' },
  ]);
  const both = await upsert(us, kind, [{ id: first?.record.id, source: other, customer }]);

  expect(faultsIn(results)).toEqual([[], ['TAKEN items.1.source']]);
  expect(faultsIn(both)).toEqual([['TAKEN items.0.source']]);
  expect(results[0]?.record.name).toBe('C');
});

test('an order of one type and system does not match a record of another', async () => {
  const source = newSource();
  const [order] = await upsert(us, kindOf('Order'), [{ source, customer }]);
  const [list] = await upsert(us, kindOf('SkuList'), [{ source, customer, name: 'a', slug: 'a' }]);
  const [augno] = await upsert(us, kindOf('Order'), [{ source: { ...source, system: 'AUGNO' }, customer }]);

  expect([order, list, augno].map((result) => result?.outcome)).toEqual(['CREATED', 'CREATED', 'CREATED']);
});

test('customers and records of another account do not exist', async () => {
  const { id: otherId } = await add.addAccount(db);
  const theirs = await add.addCustomer(db, otherId);
  const source = newSource();
  const kind = kindOf('Attachment');
  const [record] = await upsert(as(otherId), kind, [{ source, customer: { id: theirs.id }, name: 'Theirs' }]);

  const results = await upsert(us, kind, [
    { source: newSource(), customer: { id: theirs.id }, name: 'a' },
    { source: newSource(), customer: { number: theirs.number }, name: 'b' },
    { id: record?.record.id, customer, name: 'c' },
    { source, customer, name: 'Ours' },
  ]);

  expect(faultsIn(results)).toEqual([
    ...[['NOT_FOUND items.0.customer'], ['NOT_FOUND items.1.customer'], ['NOT_FOUND items.2.id'], []],
  ]);
  expect(results[3]?.outcome).toBe('CREATED');
  const row = await db.attachment.findFirstOrThrow({ where: { id: record?.record.id } });
  expect(row).toMatchObject({ name: 'Theirs', customerId: theirs.id });
});

test('a call of 251 items is rejected', async () => {
  const items = Array.from({ length: 251 }, () => ({ source: newSource(), customer }));
  const { errors } = await us.execute(
    'mutation ($input: OrdersUpsertInput!) { ordersUpsert(input: $input) { results { outcome } } }',
    { input: { items } },
  );

  expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
});
