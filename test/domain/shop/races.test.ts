import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { mutate } from '../../mutation.ts';
import { faultsIn, kindOf, kinds, upsert } from './records.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const range = (length: number) => Array.from({ length }, (_, at) => at);

test.each(kinds)('$model: 50 concurrent upserts of one source record create one', async (kind) => {
  const { id } = await add.addCustomer(db, accountId);
  const item = { source: { system: 'COMMERCE_LAYER', sourceId: word() }, customer: { id }, ...kind.created };

  const results = await Promise.all(range(50).map(() => upsert(us, kind, [item])));

  expect(faultsIn(results.flat()).flat()).toEqual([]);
  const outcomes = results.flat().map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['CREATED', ...range(49).map(() => 'UNCHANGED')]);
  expect(new Set(results.flat().map(({ record }) => record.id)).size).toBe(1);
});

test('concurrent calls with overlapping records in opposite order create each once', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const run = word();
  const items = range(100).map((at) => ({
    source: { system: 'AUGNO', sourceId: `${run}-${at}` },
    customer: { id },
  }));
  const calls = range(8).map((at) => {
    const some = items.slice(at * 5, at * 5 + 60).map((item) => ({ ...item, number: `by ${at}` }));
    return at % 2 ? some.reverse() : some;
  });

  const results = await Promise.all(calls.map((each) => upsert(us, kindOf('Order'), each)));

  expect(faultsIn(results.flat()).flat()).toEqual([]);
  expect(results.flat().filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(95);
  expect(await db.order.count({ where: { accountId, customerId: id } })).toBe(95);
  expect(await db.objectSource.count({ where: { accountId, sourceId: { startsWith: run } } })).toBe(95);
});

test.each(kinds)('$model: records that are written during a merge end at the target', async (kind) => {
  const [target, duplicate] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const run = word();
  const write = (at: number) =>
    upsert(us, kind, [
      {
        source: { system: 'COMMERCE_LAYER', sourceId: `${run}-${at}` },
        ...{ customer: { id: duplicate.id }, ...kind.least },
      },
    ]);

  const [results, merged] = await Promise.all([
    Promise.all(range(20).map(write)),
    mutate(us, 'customerMerge', { target: { id: target.id }, duplicates: [{ id: duplicate.id }] }),
  ]);

  expect(merged.userErrors).toEqual([]);
  expect(faultsIn(results.flat()).flat()).toEqual([]);
  const again = await Promise.all(range(20).map(write));
  expect(again.flat().map(({ outcome }) => outcome)).toEqual(range(20).map(() => 'UNCHANGED'));
  expect(again.flat().map(({ record }) => record.customer.id)).toEqual(range(20).map(() => target.id));
});

test('upserts and deletions of one record leave one or none, and no upsert fails', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const source = { system: 'COMMERCE_LAYER', sourceId: word() };
  const kind = kindOf('Order');

  const [results] = await Promise.all([
    Promise.all(range(20).map((at) => upsert(us, kind, [{ source, customer: { id }, number: String(at) }]))),
    Promise.all(
      range(20).map(() => mutate(us, 'customerRecordDelete', { type: 'ORDER', source }, 'deletedId')),
    ),
  ]);

  expect(faultsIn(results.flat()).flat()).toEqual([]);
  const orders = await db.order.count({ where: { customerId: id } });
  expect(orders).toBeLessThanOrEqual(1);
  expect(await db.objectSource.count({ where: { accountId, sourceId: source.sourceId } })).toBe(orders);
});
