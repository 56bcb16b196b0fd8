import { expect, test } from 'vitest';
import { newId } from '../../../../src/db/model/id.ts';
import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';
import { faultsOf, mutate } from '../../../mutation.ts';
import { everythingWritten } from '../../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

/** The errors of a merge; expects that nothing was written. */
async function faults(target: string, duplicates: readonly string[]) {
  const before = await everythingWritten(pool);
  const result = await mutate(us, 'customerMerge', {
    target: { id: target },
    duplicates: duplicates.map((id) => ({ id })),
  });
  expect(result.customer).toBeNull();
  expect(result.userErrors.filter(({ message }) => !/^.{10,200}[.?]$/u.test(message))).toEqual([]);
  expect(await everythingWritten(pool)).toBe(before);
  return faultsOf(result);
}

async function addCustomers(count: number): Promise<readonly string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => add.addCustomer(db, accountId)));
  return made.map(({ id }) => id);
}

test('the target cannot be a source, sources are distinct, and there is at least one', async () => {
  const [target = '', source = ''] = await addCustomers(2);
  const alias = newId('Customer');
  await db.customerAlias.create({ data: { accountId, id: alias, customerId: target } });

  expect(await faults(target, [])).toEqual(['REQUIRED duplicates']);
  expect(await faults(target, [source, target, source, alias])).toEqual([
    ...['INVALID duplicates.1', 'INVALID duplicates.2', 'INVALID duplicates.3'],
  ]);
});

test('missing customers and those of other accounts are not found, all in one response', async () => {
  const [source = ''] = await addCustomers(1);
  const foreign = await add.addCustomer(db, otherAccount);
  const address = newId('Address');

  expect(await faults(newId('Customer'), [source, foreign.id, newId('Customer'), address])).toEqual([
    ...['INVALID duplicates.3', 'NOT_FOUND duplicates.1', 'NOT_FOUND duplicates.2', 'NOT_FOUND target'],
  ]);
  expect(await faults(foreign.id, [foreign.id])).toEqual(['NOT_FOUND duplicates.0', 'NOT_FOUND target']);
  expect(await faults('', [source])).toEqual(['INVALID target']);
});

test('a source’s children cannot become children of a target that has a parent', async () => {
  const [parent = '', source = '', childless = ''] = await addCustomers(3);
  const target = await add.addCustomer(db, accountId, { parentId: parent });
  const child = await add.addCustomer(db, accountId, { parentId: source });

  expect(await faults(target.id, [childless, source])).toEqual(['HIERARCHY_DEPTH duplicates.1']);
  const all = { target: { id: target.id }, duplicates: [{ id: child.id }, { id: source }] };
  expect((await mutate(us, 'customerMerge', all, 'customer { parentAccount { id } }')).customer).toEqual({
    parentAccount: { id: parent },
  });
});

test('an active customer cannot be merged into a discontinued one', async () => {
  const [active = ''] = await addCustomers(1);
  const gone = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });
  const also = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });

  expect(await faults(gone.id, [also.id, active])).toEqual(['DISCONTINUED target']);
  expect(
    faultsOf(await mutate(us, 'customerMerge', { target: { id: gone.id }, duplicates: [{ id: also.id }] })),
  ).toEqual([]);
});

test('a merge whose result exceeds limits is rejected with all errors', async () => {
  const [target = '', source = '', third = ''] = await addCustomers(3);
  const tag = (id: string, names: readonly string[]) =>
    mutate(us, 'customerTagsAdd', { by: { id }, tags: names }, undefined, 'CustomerTagsInput');
  await tag(target, ['a', 'b', 'c', 'd', 'e', 'f']);
  await tag(source, ['e', 'f', 'g', 'h', 'i', 'j']);
  await tag(third, ['k']);
  const groups = Array.from({ length: 251 }, () => ({
    ...{ id: newId('AccountGroup'), accountId, type: 'PRICING_GROUP' as const, name: add.word() },
  }));
  await db.accountGroup.createMany({ data: groups });
  await db.customerPriceGroup.createMany({
    data: groups.map(({ id }, at) => ({ accountId, customerId: at < 125 ? target : third, groupId: id })),
  });
  await db.customerSource.createMany({
    data: Array.from({ length: 251 }, (_, at) => ({
      ...{ accountId, customerId: at < 125 ? target : third, system: 'AUGNO' as const },
      ...{ sourceId: add.word(), seenAt: new Date() },
    })),
  });
  const limit = 'LIMIT_EXCEEDED duplicates';

  expect(await faults(target, [source, third])).toEqual([limit, limit, limit]);
  expect(await faults(target, [third])).toEqual([limit, limit]);
  expect(
    faultsOf(await mutate(us, 'customerMerge', { target: { id: target }, duplicates: [{ id: source }] })),
  ).toEqual([]);
});
