import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { kindOf, kinds, upsert } from './records.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const { id } = await add.addCustomer(db, accountId);
const customer = { id };
const newSource = () => ({ system: 'COMMERCE_LAYER', sourceId: word() });
const remove = (input: object, caller = us) => mutate(caller, 'customerRecordDelete', input, 'deletedId');

/** `OrderSubscription` is `ORDER_SUBSCRIPTION`. */
const typeOf = (model: string): string => model.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();

async function addRecord(model: string) {
  const kind = kindOf(model);
  const source = newSource();
  const [result] = await upsert(us, kind, [{ source, customer, ...kind.created }]);
  return { source, id: result?.record.id as string };
}

test.each(kinds)(
  '$model: a record is deleted by id, or by type and source, with its source',
  async ({ model }) => {
    const [first, second] = [await addRecord(model), await addRecord(model)];

    expect(await remove({ id: first.id })).toEqual({ deletedId: first.id, userErrors: [] });
    const byType = { type: typeOf(model), source: second.source };
    expect(await remove(byType)).toEqual({ deletedId: second.id, userErrors: [] });

    expect(faultsOf(await remove({ id: first.id }))).toEqual(['NOT_FOUND id']);
    expect(faultsOf(await remove(byType))).toEqual(['NOT_FOUND source']);
    const sourceIds = [first.source.sourceId, second.source.sourceId];
    expect(await db.objectSource.count({ where: { accountId, sourceId: { in: sourceIds } } })).toBe(0);
  },
);

test('the returns of a deleted order stay, without an order', async () => {
  const order = await addRecord('Order');
  const source = newSource();
  const send = (item: object) =>
    upsert(us, kindOf('Return'), [{ source, customer, ...item }], { more: 'order { id }' });
  await send({ order: order.source });

  expect(faultsOf(await remove({ id: order.id }))).toEqual([]);

  expect((await send({}))[0]).toMatchObject({ outcome: 'UNCHANGED', record: { order: null } });
});

const wrong: readonly (readonly [input: object, fault: string])[] = [
  [{}, 'REQUIRED id'],
  [{ type: 'ORDER' }, 'REQUIRED source'],
  [{ source: newSource() }, 'REQUIRED type'],
  [{ id: newId('Order'), type: 'ORDER', source: newSource() }, 'INVALID id'],
  [{ id: newId('Customer') }, 'INVALID id'],
  [{ id: 'x' }, 'INVALID id'],
  [{ id: newId('Order') }, 'NOT_FOUND id'],
  [{ type: 'ORDER', source: newSource() }, 'NOT_FOUND source'],
  [{ type: 'ORDER', source: { system: 'OTHER', sourceId: 'x' } }, 'INVALID source.sourceId'],
];

test.each(wrong)('%o fails', async (input, fault) => {
  expect(faultsOf(await remove(input))).toEqual([fault]);
});

test('a record of another account is not found, and a dry run deletes nothing', async () => {
  const { id: other } = await add.addAccount(db);
  const record = await addRecord('Order');
  const before = await everythingWritten(pool);

  expect(faultsOf(await remove({ id: record.id }, as(other)))).toEqual(['NOT_FOUND id']);
  const bySource = { type: 'ORDER', source: record.source };
  expect(faultsOf(await remove(bySource, as(other)))).toEqual(['NOT_FOUND source']);
  expect((await remove({ id: record.id, dryRun: true })).deletedId).toBe(record.id);

  expect(await everythingWritten(pool)).toBe(before);
});
