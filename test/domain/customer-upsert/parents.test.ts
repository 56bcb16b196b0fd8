import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { bulkUpsert, faultsOfAll, upsertMany } from './upserts.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const upsert = (input: object) =>
  mutate(
    us,
    'customerUpsert',
    input,
    'outcome customer { id version relationshipType parentAccount { id } }',
  );
const storedBy = async (number: string) => {
  const { id, parentId, relationshipType } = await db.customer.findFirstOrThrow({
    where: { accountId, number },
  });
  return { id, parentId, relationshipType };
};

test('an upsert sets, replaces and clears a parent, and keeps it if the field is absent', async () => {
  const [one, two] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const by = { number: word() };

  const created = await upsert({ by, name: 'Child', parent: { number: one.number } });
  expect(created).toMatchObject({
    outcome: 'CREATED',
    customer: { relationshipType: 'CHILD', parentAccount: { id: one.id } },
  });
  expect((await upsert({ by, parent: { id: one.id } })).outcome).toBe('UNCHANGED');
  expect((await upsert({ by, note: 'x' })).customer.parentAccount).toEqual({ id: one.id });
  expect(await upsert({ by, parent: { number: two.number } })).toMatchObject({
    outcome: 'UPDATED',
    customer: { parentAccount: { id: two.id } },
  });
  expect((await storedBy(one.number)).relationshipType).toBe('STANDALONE');
  expect((await upsert({ by, parent: null })).customer).toMatchObject({
    ...{ relationshipType: 'STANDALONE', parentAccount: null },
  });
  expect((await storedBy(two.number)).relationshipType).toBe('STANDALONE');
});

test('an invalid parent is rejected', async () => {
  const [parent, other] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const child = await add.addCustomer(db, accountId, { parentId: parent.id });
  const gone = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });
  const faults = async (number: string, by: object) =>
    faultsOf(await upsert({ by: { number }, name: 'X', parent: by }));

  expect(await faults(word(), { number: child.number })).toEqual(['HIERARCHY_DEPTH parent']);
  expect(await faults(word(), { id: gone.id })).toEqual(['DISCONTINUED parent']);
  expect(await faults(word(), { number: word() })).toEqual(['NOT_FOUND parent']);
  expect(await faults(parent.number, { id: other.id })).toEqual(['HIERARCHY_DEPTH parent']);
  expect(await faults(parent.number, { id: child.id })).toEqual(['HIERARCHY_CYCLE parent']);
  expect(await faults(other.number, { number: other.number })).toEqual(['HIERARCHY_CYCLE parent']);
  const own = word();
  expect(await faults(own, { number: own })).toEqual(['NOT_FOUND parent']);
});

test('an item’s parent can be one that an earlier item creates, not a later one', async () => {
  const [parent, early, child, email] = [word(), word(), word(), `${word()}@example.com`];
  const results = await upsertMany(us, [
    { by: { number: early }, name: 'Early', parent: { number: parent } },
    { by: { number: parent }, name: 'Parent', shopper: { email } },
    { by: { number: child }, name: 'Child', parent: { number: parent } },
    { by: { number: word() }, name: 'Child', parent: { shopperEmail: email } },
    { by: { number: word() }, name: 'Grandchild', parent: { number: child } },
    { by: { number: early }, name: 'Early', parent: { number: parent } },
  ]);

  expect(faultsOfAll(results)).toEqual(['NOT_FOUND items.0.parent', 'HIERARCHY_DEPTH items.4.parent']);
  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...[null, 'CREATED', 'CREATED', 'CREATED', null, 'CREATED'],
  ]);
  const { id } = await storedBy(parent);
  expect(await storedBy(early)).toMatchObject({ parentId: id, relationshipType: 'CHILD' });
  expect(await db.customer.count({ where: { parentId: id } })).toBe(3);
});

test('an item sees the parents that earlier items set', async () => {
  const [a, b, c] = [
    await add.addCustomer(db, accountId),
    await add.addCustomer(db, accountId),
    await add.addCustomer(db, accountId),
  ];

  const results = await upsertMany(us, [
    { by: { number: b.number }, parent: { number: a.number } },
    { by: { number: c.number }, parent: { id: b.id } },
    { by: { number: a.number }, parent: { id: c.id } },
    { by: { number: b.number }, parent: null },
    { by: { number: a.number }, parent: { id: c.id } },
  ]);

  expect(faultsOfAll(results)).toEqual(['HIERARCHY_DEPTH items.1.parent', 'HIERARCHY_DEPTH items.2.parent']);
  expect(await storedBy(a.number)).toMatchObject({ parentId: c.id });
  expect(await storedBy(b.number)).toMatchObject({ parentId: null, relationshipType: 'STANDALONE' });
});

test('parents and children in one call take the same statements for 10 and 250 customers', async () => {
  const call = (size: number) => {
    const parents = Array.from({ length: size / 10 }, word);
    const items = Array.from({ length: size }, (_, at) => {
      const parent = parents[at % parents.length] ?? '';
      return at < parents.length
        ? { by: { number: parent }, name: 'Parent' }
        : { by: { number: word() }, name: 'Child', parent: { number: parent } };
    });
    return { input: { items } };
  };
  const [ten, most] = [call(20), call(250)];

  expect(await us.statementsOf(bulkUpsert, most)).toEqual(await us.statementsOf(bulkUpsert, ten));
  expect(await us.statementsOf(bulkUpsert, most)).toEqual(await us.statementsOf(bulkUpsert, ten));
});
