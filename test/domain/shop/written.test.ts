import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { documentOf, kindOf, kinds, upsert } from './records.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const { id } = await add.addCustomer(db, accountId);
const customer = { id };
const newSource = () => ({ system: 'COMMERCE_LAYER', sourceId: word() });

test.each(kinds)('$model: all fields are written, read back, changed and kept', async (kind) => {
  const source = newSource();
  const more = 'customer { id } sources { system sourceId seenAt }';
  const send = async (item: object) => {
    const [result] = await upsert(us, kind, [{ source, customer, ...item }], { more });
    if (result === undefined) throw new Error('There is no result.');
    return result;
  };

  const first = await send(kind.created);
  expect(first).toMatchObject({ outcome: 'CREATED', record: { ...kind.created, customer }, userErrors: [] });
  expect(first.record.sources).toEqual([{ ...source, seenAt: expect.any(String) }]);

  expect(await send(kind.created)).toEqual({ ...first, outcome: 'UNCHANGED' });
  expect(await send({})).toEqual({ ...first, outcome: 'UNCHANGED' });

  const second = await send(kind.changed);
  expect(second).toMatchObject({ outcome: 'UPDATED', record: { id: first.record.id, ...kind.changed } });
  expect(second.record.sources[0].seenAt >= first.record.sources[0].seenAt).toBe(true);
  expect(await send({})).toEqual({ ...second, outcome: 'UNCHANGED' });

  expect((await send(kind.created)).record).toMatchObject(kind.created);
});

test.each(kinds)('$model: a record with the required fields only has the defaults', async (kind) => {
  const before = Date.now();

  const [result] = await upsert(us, kind, [{ source: newSource(), customer, ...kind.least }]);

  expect(result?.userErrors).toEqual([]);
  expect(result?.record).toMatchObject({ ...kind.defaults, customer });
  expect(Date.parse(result?.record.createdAt)).toBeGreaterThanOrEqual(before);
});

test.each(kinds)('$model: null gives a new record its defaults and clears optional fields', async (kind) => {
  const source = newSource();
  const nulls = Object.fromEntries(Object.keys(kind.created).map((name) => [name, null]));
  const [created] = await upsert(us, kind, [{ source, customer, ...nulls, ...kind.least }]);
  expect(created?.record).toMatchObject(kind.defaults);
  await upsert(us, kind, [{ source, customer, ...kind.created }]);
  const optional = Object.keys(kind.defaults).filter((name) => kind.defaults[name] === null);
  const cleared = Object.fromEntries(optional.map((name) => [name, null]));

  const [result] = await upsert(us, kind, [{ source, customer, ...cleared }]);

  expect(result?.record).toMatchObject({ ...kind.created, ...cleared });
});

test.each(kinds)('$model: another customer moves the record, with its source', async (kind) => {
  const source = newSource();
  const other = await add.addCustomer(db, accountId);
  const [first] = await upsert(us, kind, [{ source, customer, ...kind.least }]);

  const [moved] = await upsert(us, kind, [{ source, customer: { number: other.number } }], {
    more: 'customer { id version } sources { sourceId }',
  });

  expect(moved).toMatchObject({ outcome: 'UPDATED', userErrors: [] });
  expect(moved?.record).toMatchObject({
    id: first?.record.id,
    ...{ customer: { id: other.id, version: 1 }, sources: [{ sourceId: source.sourceId }] },
  });
});

test.each(kinds)('$model: a dry run writes nothing and returns the record', async (kind) => {
  const before = await everythingWritten(pool);

  const [result] = await upsert(us, kind, [{ source: newSource(), customer, ...kind.created }], {
    call: { dryRun: true },
  });

  expect(result).toMatchObject({ outcome: 'CREATED', record: kind.created });
  expect(await everythingWritten(pool)).toBe(before);
});

test('one call names its customers by all of their keys', async () => {
  const email = `${word()}@example.com`;
  const { id: byKeys, number } = await add.addCustomer(db, accountId, {
    ...{ shortId: word(), reference: word(), referenceOrigin: 'erp' },
    ...{ shopperEmail: email, shopperStatus: 'PROSPECT' },
  });
  const row = await db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id: byKeys } } });
  const record = { system: 'AUGNO' as const, sourceId: word() };
  await db.customerSource.create({ data: { accountId, customerId: byKeys, seenAt: new Date(), ...record } });
  const merged = await add.addCustomer(db, accountId);
  await db.customerAlias.create({ data: { accountId, id: `cus_${word()}`, customerId: merged.id } });
  const alias = await db.customerAlias.findFirstOrThrow({ where: { customerId: merged.id } });
  const keys = [
    ...[{ id: byKeys }, { number }, { shortId: row.shortId }, { shopperEmail: email.toUpperCase() }],
    ...[{ reference: { reference: row.reference, referenceOrigin: 'erp' } }, { source: record }],
  ];

  const results = await upsert(
    us,
    kindOf('Order'),
    [...keys, { id: alias.id }].map((by) => ({ source: newSource(), customer: by })),
  );

  const owners = results.map((result) => result.record.customer.id);
  expect(owners).toEqual([...keys.map(() => byKeys), merged.id]);
});

test('a return refers to its order by source record, and is unlinked by null', async () => {
  const [order, source] = [newSource(), newSource()];
  await upsert(us, kindOf('Order'), [{ source: order, customer, number: 'A1' }]);
  const send = (item: object) =>
    upsert(us, kindOf('Return'), [{ source, customer, ...item }], { more: 'order { number }' });

  expect((await send({ order }))[0]?.record.order).toEqual({ number: 'A1' });
  expect((await send({ status: 'SHIPPED' }))[0]?.record.order).toEqual({ number: 'A1' });
  expect((await send({ order }))[0]?.outcome).toBe('UNCHANGED');
  expect((await send({ order: null }))[0]).toMatchObject({ outcome: 'UPDATED', record: { order: null } });
});

test('a subscription has the shopper’s email by default', async () => {
  const shopperEmail = `${word()}@example.com`;
  const shopper = await add.addCustomer(db, accountId, { shopperEmail, shopperStatus: 'PROSPECT' });

  const [result] = await upsert(us, kindOf('CustomerSubscription'), [
    { source: newSource(), customer: { id: shopper.id } },
  ]);

  expect(result?.record.customerEmail).toBe(shopperEmail);
});

test('an attachment is changed by id, and linked to a further source record', async () => {
  const kind = kindOf('Attachment');
  const [first] = await upsert(us, kind, [{ source: newSource(), customer, name: 'A' }]);
  const source = { system: 'OTHER', sourceId: 'dms:7' };
  const more = 'sources { sourceId }';

  const byId = { id: first?.record.id, customer };
  const [renamed] = await upsert(us, kind, [{ ...byId, name: 'B' }], { more });
  expect(renamed).toMatchObject({ outcome: 'UPDATED', record: { name: 'B', sources: [{}] } });
  const [linked] = await upsert(us, kind, [{ ...byId, source }], { more });
  expect(linked).toMatchObject({
    outcome: 'UPDATED',
    record: { id: byId.id, sources: [{}, { sourceId: 'dms:7' }] },
  });
  const [found] = await upsert(us, kind, [{ source, customer, name: 'B' }], { more });
  expect(found).toMatchObject({ outcome: 'UNCHANGED', record: { id: byId.id } });
});

test('shop records change neither the version of a customer nor its events', async () => {
  const { id: quiet, version, updatedAt } = await add.addCustomer(db, accountId);

  for (const kind of kinds)
    await upsert(us, kind, [{ source: newSource(), customer: { id: quiet }, ...kind.created }]);

  const after = await db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id: quiet } } });
  expect(after).toMatchObject({ version, updatedAt });
  expect(await db.customerEvent.count({ where: { customerId: quiet } })).toBe(0);
});

test('a call with an idempotency key is done once, and other input is rejected', async () => {
  const kind = kindOf('Order');
  const call = { idempotencyKey: word() };
  const items = [{ source: newSource(), customer, number: '1' }];

  const first = await upsert(us, kind, items, { call });
  await upsert(us, kind, [{ ...items[0], number: '2' }]);
  const again = await upsert(us, kind, items, { call });
  const [other] = await upsert(us, kind, [{ ...items[0], number: '3' }], { call });

  expect(first[0]?.outcome).toBe('CREATED');
  expect(again[0]).toMatchObject({ outcome: 'CREATED', record: { number: '2' } });
  expect(other?.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }]);
});

test.each(kinds)('$model: a call takes the same statements for 10 and 250 records', async (kind) => {
  const { number, id: byId } = await add.addCustomer(db, accountId);
  const owners = [{ id: byId }, { number }];
  async function statements(size: number) {
    const items = Array.from({ length: size }, (_, at) => ({
      source: newSource(),
      customer: owners[at % 2],
    }));
    const send = (values: object) =>
      us.statementsOf(documentOf(kind), { input: { items: items.map((item) => ({ ...item, ...values })) } });
    return {
      created: await send(kind.created),
      changed: await send(kind.changed),
      unchanged: await send(kind.changed),
    };
  }

  const ten = await statements(10);

  expect(await statements(250)).toEqual(ten);
  expect(ten.created.length).toBeLessThanOrEqual(14);
  expect(ten.changed.length).toBeLessThanOrEqual(14);
  expect(ten.unchanged.length).toBeLessThanOrEqual(12);
});
