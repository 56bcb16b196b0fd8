import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { type BulkResult, faultsOfAll, upsertMany } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const bulk = (items: readonly object[], call?: object) => upsertMany(us, items, call);
const outcomes = (results: readonly BulkResult[]) => results.map(({ outcome }) => outcome);
const named = (name: string) => ({ by: { shortId: `S-${word()}` }, name });

test('results are in order, and an invalid item does not affect the others', async () => {
  const { number } = await add.addCustomer(db, accountId, { note: 'same' });
  const group = await add.addGroup(db, accountId, 'TYPE_GROUP');
  const shortId = word();

  const results = await bulk([
    named('First'),
    { by: { shortId }, tags: ['no tag'] },
    { by: { number }, note: 'same' },
    { by: { number: ' ' }, name: ' ', tags: ['ok', 'not ok'] },
    { ...named('Wrong groups'), priceGroups: [{ id: group.id }], tags: ['left-out'] },
    { by: { number: `N-${word()}` }, name: 'Last' },
  ]);

  expect(outcomes(results)).toEqual(['CREATED', null, 'UNCHANGED', null, null, 'CREATED']);
  expect(results.map(({ customer }) => customer?.name ?? null)).toEqual([
    ...['First', null, expect.stringMatching(/^Customer/), null, null, 'Last'],
  ]);
  expect(faultsOfAll(results)).toEqual([
    'INVALID items.1.tags.0',
    'INVALID items.3.tags.1',
    'REQUIRED items.3.by.number',
    'WRONG_GROUP_TYPE items.4.priceGroups.0',
  ]);
  expect(await db.customer.count({ where: { shortId } })).toBe(0);
  expect(await db.tag.count({ where: { name: { in: ['left-out', 'ok'] } } })).toBe(0);
});

test('items with the same key are applied in order', async () => {
  const by = { shopperEmail: `${word()}@example.com` };
  const again = { shopperEmail: by.shopperEmail.toUpperCase() };

  const results = await bulk([
    { by, tags: ['lost'], note: 'x'.repeat(10_001) },
    { by: again, name: 'Second', tags: ['a'], billToAddress: { name: 'A', country: 'DE' } },
    named('Between'),
    { by, name: 'Second' },
    { by: again, note: 'x', tags: ['b'], billToAddress: { name: 'B', country: 'DE' } },
    { by, note: '', tags: ['b', 'a'] },
  ]);

  expect(outcomes(results)).toEqual([null, 'CREATED', 'CREATED', 'UNCHANGED', 'UPDATED', 'UPDATED']);
  expect(faultsOfAll(results)).toEqual(['TOO_LONG items.0.note']);
  const ids = results.map(({ customer }) => customer?.id);
  expect(new Set([1, 3, 4, 5].map((at) => ids[at])).size).toBe(1);
  const where = { customerId: ids[1] ?? '' };
  expect(await db.customer.findFirst({ where: { id: where.customerId } })).toMatchObject({
    ...{ name: 'Second', note: null, version: 3 },
  });
  expect(await db.address.findMany({ where })).toMatchObject([{ name: 'B' }]);
  const events = await db.customerEvent.findMany({ where, orderBy: { occurredAt: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual(['CREATE', 'UPDATE', 'UPDATE']);
});

test('items with several keys of one customer, and an email that moves between customers, are applied in order', async () => {
  const [first, second] = [`${word()}@example.com`, `${word()}@example.com`];
  const a = await add.addCustomer(db, accountId, {
    ...{ shortId: word(), shopperEmail: first, shopperStatus: 'ACQUIRED', totalOrdersCount: 0 },
  });
  const b = await add.addCustomer(db, accountId);

  const results = await bulk([
    { by: { number: b.number }, shopper: { email: first } },
    { by: { number: a.number }, shopper: { email: second } },
    { by: { number: b.number }, shopper: { email: first } },
    { by: { shopperEmail: second }, note: 'a' },
    { by: { shopperEmail: first }, note: 'b' },
    { by: { shortId: a.shortId }, note: 'a' },
    { by: { number: a.number }, shopper: null },
    { by: { shopperEmail: second }, name: 'New' },
  ]);

  expect(faultsOfAll(results)).toEqual(['TAKEN items.0.shopper.email']);
  expect(results.map(({ customer }) => customer?.id)).toEqual([
    ...[undefined, a.id, b.id, a.id, b.id, a.id, a.id, expect.not.stringMatching(a.id)],
  ]);
  expect(outcomes(results)).toEqual([
    ...[null, 'UPDATED', 'UPDATED', 'UPDATED', 'UPDATED', 'UPDATED', 'UPDATED', 'CREATED'],
  ]);
});

test('an item gets a key that an earlier item frees, whose customer is only found by another item’s change', async () => {
  const [email, later, mine, source] = [`${word()}@example.com`, `${word()}@example.com`, word(), word()];
  const [shortId, reference, other] = [word(), word(), word()];
  await add.addCustomer(db, accountId, {
    shortId,
    reference,
    shopperEmail: email,
    shopperStatus: 'ACQUIRED',
  });
  const { number } = await add.addCustomer(db, accountId, { reference: other });
  const ofOther = { system: 'AUGNO', sourceId: source };

  const results = await bulk([
    { by: { shortId }, shopper: { email: later } },
    { by: { shopperEmail: later }, reference: mine },
    { by: { number: word() }, reference },
    { by: { number }, addSources: [ofOther] },
    { by: { source: ofOther }, reference: word() },
    { by: { number: word() }, reference: other },
  ]);

  expect(faultsOfAll(results)).toEqual([]);
  expect(outcomes(results)).toEqual(['UPDATED', 'UPDATED', 'CREATED', 'UPDATED', 'UPDATED', 'CREATED']);
});

test('generated numbers skip those that other items of the call are given', async () => {
  const { id } = await add.addAccount(db);

  const results = await upsertMany(as(id), [
    named('Free'),
    { by: { number: 'C-000001' }, name: 'Given' },
    named('Free'),
    { by: { number: 'C-000003' }, name: 'Given' },
  ]);

  expect(results.map(({ customer }) => customer?.number)).toEqual([
    ...['C-000002', 'C-000001', 'C-000004', 'C-000003'],
  ]);
});

test('generated numbers skip those of items that depend on an earlier one', async () => {
  const { id } = await add.addAccount(db);
  const source = { system: 'AUGNO', sourceId: word() };

  const results = await upsertMany(as(id), [
    { by: { source }, name: 'Free' },
    { by: { number: 'C-000001' }, addSources: [source] },
    { by: { source }, note: 'late' },
  ]);

  expect(faultsOfAll(results)).toEqual(['TAKEN items.1.addSources.0']);
  expect(results.map(({ customer }) => customer?.number)).toEqual(['C-000002', undefined, 'C-000002']);
});

test('each item has its own idempotency key, which is valid for the single upsert, too', async () => {
  const [alone, among] = [
    { ...named('Alone'), idempotencyKey: word() },
    { ...named('Among'), idempotencyKey: word() },
  ];
  const wrong = { ...named('x'.repeat(256)), idempotencyKey: word() };
  const single =
    'mutation ($input: CustomerUpsertInput!) { customerUpsert(input: $input) { outcome customer { id } userErrors { code path } } }';
  const { data: before } = await us.execute(single, { input: alone });

  const first = await bulk([alone, among, wrong, { ...among, name: 'Other' }, among, named('New')]);
  const counts = async () => [
    await db.customer.count(),
    await db.customerEvent.count(),
    await db.idempotencyKey.count(),
  ];
  const written = await counts();
  const second = await bulk([among, wrong, alone]);
  const { data: after } = await us.execute(single, { input: among });
  const { data: refused } = await us.execute(single, { input: wrong });

  expect(first[0]).toMatchObject({ outcome: 'CREATED', customer: { id: before.customerUpsert.customer.id } });
  expect(outcomes(first)).toEqual(['CREATED', 'CREATED', null, null, 'CREATED', 'CREATED']);
  expect(faultsOfAll(first)).toEqual([
    'TOO_LONG items.2.name',
    'IDEMPOTENCY_KEY_REUSED items.3.idempotencyKey',
  ]);
  expect(first[4]).toEqual(first[1]);
  expect(outcomes(second)).toEqual(['CREATED', null, 'CREATED']);
  expect(faultsOfAll(second)).toEqual(['TOO_LONG items.1.name']);
  expect(after.customerUpsert).toMatchObject({
    outcome: 'CREATED',
    customer: { id: first[1]?.customer?.id },
  });
  expect(refused.customerUpsert.userErrors).toEqual([{ code: 'TOO_LONG', path: ['name'] }]);
  expect(await counts()).toEqual(written);
});

test('an expired key can be used again, and an invalid one is rejected', async () => {
  const input = { ...named('Daily'), idempotencyKey: word() };
  await bulk([input]);
  await pool.query(
    `update idempotency_keys set created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where key = $1`,
    [input.idempotencyKey],
  );

  const results = await bulk([input, { ...named('Long'), idempotencyKey: 'x'.repeat(256) }]);

  expect(outcomes(results)).toEqual(['UNCHANGED', null]);
  expect(faultsOfAll(results)).toEqual(['TOO_LONG items.1.idempotencyKey']);
});

test('a dry run of a call writes nothing, and shows each result as after the items before it', async () => {
  const before = await everythingWritten(pool);
  const input = { ...named('Tried'), idempotencyKey: word() };

  const items = [input, { by: input.by, note: 'x' }, { ...named('x'.repeat(256)), dryRun: true }];
  const results = await bulk(items, { dryRun: true });

  expect(outcomes(results)).toEqual(['CREATED', 'UPDATED', null]);
  expect(results[1]?.customer).toMatchObject({ name: 'Tried', version: 2 });
  expect(faultsOfAll(results)).toEqual(['TOO_LONG items.2.name']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('an item whose dry run differs from that of the call is invalid', async () => {
  const [real, dry] = [
    { ...named('Real'), idempotencyKey: word() },
    { ...named('Dry'), dryRun: true },
  ];

  const mostlyDry = await bulk([dry, { ...real, dryRun: false }], { dryRun: true });
  const mostlyReal = await bulk([real, dry]);

  expect(outcomes(mostlyDry)).toEqual(['CREATED', null]);
  expect(faultsOfAll(mostlyDry)).toEqual(['INVALID items.1.dryRun']);
  expect(outcomes(mostlyReal)).toEqual(['CREATED', null]);
  expect(faultsOfAll(mostlyReal)).toEqual(['INVALID items.1.dryRun']);
  expect(await db.customer.count({ where: { name: 'Real' } })).toBe(1);
  expect(await db.customer.count({ where: { name: 'Dry' } })).toBe(0);
});

test('more than 250 items are rejected before any is executed; zero items are accepted', async () => {
  const before = await everythingWritten(pool);
  const document =
    'mutation ($input: CustomersUpsertInput!) { customersUpsert(input: $input) { results { outcome } } }';
  const items = Array.from({ length: 251 }, () => named('Many'));

  const { data, errors } = await us.execute(document, { input: { items } });

  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  expect(await bulk([])).toEqual([]);
  expect(await everythingWritten(pool)).toBe(before);
});

test('an item that violates a constraint fails alone', async () => {
  await pool.query(`create function refuse() returns trigger language plpgsql as $$ begin
      raise unique_violation using constraint = 'customers_account_id_number_key'; end $$;
    create trigger refuse before insert on customers for each row when (new.name = 'Refused') execute function refuse()`);
  const inputs = [named('Kept'), named('Refused'), { ...named('Kept too'), idempotencyKey: word() }];

  const tried = await bulk(inputs, { dryRun: true });
  const results = await bulk(inputs);
  await pool.query('drop trigger refuse on customers');

  expect(outcomes(tried)).toEqual([null, null, null]);
  expect(outcomes(results)).toEqual(['CREATED', null, 'CREATED']);
  expect(faultsOfAll(results)).toEqual(['TAKEN items.1.number']);
});
