import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { faultsOfAll, upsertMany } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const seen = `outcome customer {
  id number name version active mode shortId reference referenceOrigin createdAt totalOrdersCount
  shopper { email status } sources { system sourceId } events { nodes { action customer { id } changes { path oldValue newValue } } }
}`;
const upsert = (input: object) => mutate(us, 'customerUpsert', input, seen);
const create = (input: object) =>
  mutate(us, 'customerCreate', input, seen.replace('outcome', ''), 'CustomerCreateInput');
const record = (system: string, sourceId = word()) => ({ system, sourceId });

test('one upsert writes all keys of a record, and a repetition changes nothing', async () => {
  const [source, second] = [record('AUGNO'), record('COMMERCE_LAYER')];
  const warehouse = record('INVENTORY_PRO');
  const input = {
    by: { source },
    ...{ number: word(), reference: word(), referenceOrigin: 'shop', name: 'Acme', mode: 'TEST' },
    ...{ active: false, addSources: [second, warehouse], createdAt: '2023-04-15T08:30:00.000Z' },
    shopper: { email: `${word()}@example.com`, totalOrdersCount: 7 },
  };

  const created = await upsert(input);
  const before = await everythingWritten(pool);
  const again = await upsert(input);

  expect(created.userErrors).toEqual([]);
  expect(created).toMatchObject({
    outcome: 'CREATED',
    customer: {
      ...{ number: input.number, reference: input.reference, referenceOrigin: 'shop', mode: 'TEST' },
      ...{ active: false, createdAt: input.createdAt, totalOrdersCount: 7, shortId: warehouse.sourceId },
      shopper: { email: input.shopper.email, status: 'PROSPECT' },
      sources: [source, warehouse, second],
    },
  });
  expect(again).toEqual({ ...created, outcome: 'UNCHANGED' });
  expect(await everythingWritten(pool)).toBe(before);
});

test('a key of another customer is taken, even if the other key in `by` is new', async () => {
  const [source, number] = [record('AUGNO'), word()];
  await upsert({ by: { source }, number });

  expect(faultsOf(await upsert({ by: { source: record('AUGNO') }, number }))).toEqual(['TAKEN number']);
  expect(faultsOf(await upsert({ by: { number: word() }, addSources: [source] }))).toEqual([
    'TAKEN addSources.0',
  ]);
  expect(faultsOf(await create({ sources: [source] }))).toEqual(['TAKEN sources.0']);
});

test('a short id and a record of the warehouse system are the same key', async () => {
  const [shortId, sourceId] = [word(), word()];
  const bySource = (id: string) => ({ source: { system: 'INVENTORY_PRO', sourceId: id } });

  const first = await upsert({ by: { shortId } });
  const found = await upsert({ by: bySource(shortId) });
  const second = await upsert({ by: bySource(sourceId) });
  const foundToo = await upsert({ by: { shortId: sourceId } });

  expect(first.customer).toMatchObject({ name: shortId, sources: [{ sourceId: shortId }] });
  expect(found).toMatchObject({ outcome: 'UNCHANGED', customer: { id: first.customer.id } });
  expect(second.customer).toMatchObject({ name: sourceId, shortId: sourceId });
  expect(foundToo).toMatchObject({ outcome: 'UNCHANGED', customer: { id: second.customer.id } });
});

test('a record is added to a customer that has the short id only', async () => {
  const { id, shortId } = await add.addCustomer(db, accountId, { shortId: word() });

  const { outcome, customer } = await upsert({ by: { shortId } });

  expect(outcome).toBe('UPDATED');
  expect(customer).toMatchObject({
    id,
    version: 2,
    sources: [{ system: 'INVENTORY_PRO', sourceId: shortId }],
  });
  expect(customer.events.nodes[0]).toEqual({
    ...{ action: 'UPDATE', customer: { id } },
    changes: [{ path: 'sources', oldValue: null, newValue: `INVENTORY_PRO ${shortId}` }],
  });
});

test('a new customer is named by its email, its shopper, its key or its number', async () => {
  const email = `${word()}@example.com`;
  const [reference, number] = [word(), word()];

  const names = [
    await upsert({ by: { reference: { reference } }, contactInfo: { email } }),
    await upsert({ by: { shopperEmail: email }, name: ' ' }),
    await upsert({ by: { source: record('OTHER', `erp:${reference}`) }, number }),
    await create({ number: `${number}-2` }),
    await create({ sources: [record('AUGNO', `${number}-3`)] }),
  ].map(({ customer }) => customer.name);
  const { customer } = await create({ billToAddress: { locality: 'Bonn' } });

  expect(names).toEqual([email, email, `erp:${reference}`, `${number}-2`, `${number}-3`]);
  expect(customer.name).toBe(customer.number);
  expect(await db.address.findFirst({ where: { customerId: customer.id } })).toMatchObject({
    name: customer.number,
  });
});

test('the creation time only moves back', async () => {
  const by = { source: record('AUGNO') };
  const { customer } = await upsert({ by });
  const at = (createdAt: string) => upsert({ by, createdAt });

  const back = await at('2022-09-01T09:00:00.000Z');
  const later = await at('2023-09-01T09:00:00Z');

  expect(back).toMatchObject({ outcome: 'UPDATED', customer: { createdAt: '2022-09-01T09:00:00.000Z' } });
  expect(back.customer.events.nodes[0].changes).toEqual([
    { path: 'createdAt', oldValue: customer.createdAt, newValue: '2022-09-01T09:00:00.000Z' },
  ]);
  expect(later).toEqual({ ...back, outcome: 'UNCHANGED' });
});

test.each(['customerCreate', 'customerUpsert'])(
  '%s: a creation time in the future is invalid',
  async (name) => {
    const createdAt = new Date(Date.now() + 3_600_000).toISOString();
    const input = { createdAt, ...(name === 'customerUpsert' && { by: { number: word() } }) };

    expect(faultsOf(await mutate(us, name, input, 'customer { id }'))).toEqual(['INVALID createdAt']);
  },
);

test('an upsert discontinues and reactivates', async () => {
  const by = { number: word() };
  await upsert({ by });

  const gone = await upsert({ by, active: false });
  const back = await upsert({ by, active: true });

  expect(gone.customer).toMatchObject({ active: false, events: { nodes: [{ action: 'DISCONTINUE' }, {}] } });
  expect(back.customer).toMatchObject({
    active: true,
    events: { nodes: [{ action: 'REACTIVATE' }, {}, {}] },
  });
});

test('a shopper keeps its email, and null counts its orders', async () => {
  const by = { shopperEmail: `${word()}@example.com` };
  await upsert({ by, shopper: { totalOrdersCount: 3 } });

  const kept = await upsert({ by, shopper: { status: 'REPEAT' } });
  const counted = await upsert({ by, shopper: { totalOrdersCount: null } });

  expect(kept.customer).toMatchObject({
    shopper: { email: by.shopperEmail, status: 'REPEAT' },
    totalOrdersCount: 3,
  });
  expect(counted.customer.totalOrdersCount).toBe(0);
});

test('items of one call see the keys of earlier items', async () => {
  const [source, number, shortId, reference] = [record('AUGNO'), word(), word(), word()];

  const results = await upsertMany(us, [
    { by: { source }, number, reference, addSources: [record('INVENTORY_PRO', shortId)] },
    { by: { number }, ediStatus: 'ENABLED' },
    { by: { shortId }, note: 'b' },
    { by: { reference: { reference } }, status: 'PREFERRED' },
    { by: { number: word() }, addSources: [source] },
    { by: { number }, number },
  ]);

  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...['CREATED', 'UPDATED', 'UPDATED', 'UPDATED', null, 'UNCHANGED'],
  ]);
  expect(new Set(results.filter((_, at) => at !== 4).map(({ customer }) => customer?.id)).size).toBe(1);
  expect(faultsOfAll(results)).toEqual(['TAKEN items.4.addSources.0']);
});

test('concurrent upserts that add one record have one effect', async () => {
  const source = record('COMMERCE_LAYER');

  const results = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      at % 2 ? upsert({ by: { source } }) : upsert({ by: { number: word() }, addSources: [source] }),
    ),
  );

  const owners = results.flatMap(({ customer }) => customer?.id ?? []);
  expect(new Set(owners).size).toBe(1);
  expect(new Set(results.flatMap(faultsOf))).toEqual(new Set(['TAKEN addSources.0']));
  expect(await db.customerSource.count({ where: { accountId, sourceId: source.sourceId } })).toBe(1);
});
