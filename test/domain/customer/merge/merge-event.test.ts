import { expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';
import { mutate } from '../../../mutation.ts';
import { addWholeCustomer } from '../../../whole-customer.ts';
import { everythingWritten } from '../../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const merge = (input: object, selection = 'id version') =>
  mutate(us, 'customerMerge', input, `customer { ${selection} }`);
const stored = (id: string) => db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });

test('a merge writes one event of the target, its newest', async () => {
  const target = await add.addCustomer(db, accountId, { shortId: null });
  const own = { system: 'AUGNO' as const, sourceId: add.word() };
  const { customer, priceGroup, tag, address } = await addWholeCustomer(db, accountId, {
    ...{ shopperEmail: null, shopperStatus: null, shopperReference: null, totalOrdersCount: null },
    updatedAt: new Date(Date.now() + 60_000),
  });
  await db.customerEvent.updateMany({
    where: { customerId: customer.id },
    data: { occurredAt: customer.updatedAt },
  });
  await db.customerSource.create({
    data: { accountId, customerId: target.id, ...own, seenAt: new Date(0) },
  });

  const merged = await merge(
    { target: { id: target.id }, duplicates: [{ id: customer.id }] },
    'updatedAt events { nodes { action actor { type name } occurredAt changes { path oldValue newValue } } }',
  );

  const [event, older] = merged.customer.events.nodes;
  expect(older.action).toBe('UPDATE');
  expect(event).toMatchObject({
    action: 'MERGE',
    actor: { type: 'SERVICE', name: 'test' },
    occurredAt: merged.customer.updatedAt,
  });
  const change = (path: string, oldValue: string | null, newValue: string | null) => ({
    ...{ path, oldValue, newValue },
  });
  expect(event.changes).toEqual([
    change('shortId', null, customer.shortId),
    change('reference', null, customer.reference),
    change('referenceOrigin', null, customer.referenceOrigin),
    change('priceGroups', null, priceGroup.id),
    change('tags', null, tag.name),
    change('sources', `AUGNO ${own.sourceId}`, `AUGNO ${own.sourceId}, INVENTORY_PRO ${customer.shortId}`),
    change('id', customer.id, target.id),
    change('addresses', null, expect.stringContaining(address.name)),
  ]);
});

test('children of the sources become the target’s, each with an event, and have the right types', async () => {
  const [target, parent, oldParent] = [
    await add.addCustomer(db, accountId),
    await add.addCustomer(db, accountId),
    await add.addCustomer(db, accountId),
  ];
  const child = await add.addCustomer(db, accountId, { parentId: parent.id });
  const alone = await add.addCustomer(db, accountId, { parentId: oldParent.id });
  const inner = await add.addCustomer(db, accountId, { parentId: parent.id });

  const { userErrors } = await merge({
    target: { id: target.id },
    duplicates: [{ id: inner.id }, { id: parent.id }, { id: alone.id }],
  });

  expect(userErrors).toEqual([]);
  expect(await stored(target.id)).toMatchObject({ relationshipType: 'PARENT', parentId: null });
  expect(await stored(child.id)).toMatchObject({
    ...{ relationshipType: 'CHILD', parentId: target.id, version: 2 },
  });
  expect(await stored(oldParent.id)).toMatchObject({ relationshipType: 'STANDALONE', version: 1 });
  expect(await db.customerEvent.findMany({ where: { customerId: child.id } })).toMatchObject([
    {
      action: 'UPDATE',
      changes: [{ field: 'parentAccount', oldValue: parent.id, newValue: target.id }],
    },
  ]);
});

test('a child can absorb its parent, and becomes the parent of its siblings', async () => {
  const createdAt = new Date();
  const parent = await add.addCustomer(db, accountId, { createdAt });
  const child = await add.addCustomer(db, accountId, { parentId: parent.id, createdAt });
  const sibling = await add.addCustomer(db, accountId, { parentId: parent.id });

  const { customer, userErrors } = await merge(
    { target: { id: child.id }, duplicates: [{ id: parent.id }] },
    'relationshipType parentAccount { id } childAccounts { nodes { id } } events(first: 1) { nodes { changes { path oldValue newValue } } }',
  );

  expect(userErrors).toEqual([]);
  expect(customer).toEqual({
    ...{ relationshipType: 'PARENT', parentAccount: null, childAccounts: { nodes: [{ id: sibling.id }] } },
    events: {
      nodes: [
        {
          changes: [
            { path: 'parentAccount', oldValue: parent.id, newValue: null },
            { path: 'id', oldValue: parent.id, newValue: child.id },
          ],
        },
      ],
    },
  });
});

test('a dry run returns the result without writing; an idempotency key returns the first response again', async () => {
  const [target, source] = [await addWholeCustomer(db, accountId), await addWholeCustomer(db, accountId)];
  const input = { target: { id: target.customer.id }, duplicates: [{ id: source.customer.id }] };
  const selection =
    'version tags { totalCount } shopper { orders { totalCount } } events(first: 1) { nodes { action } }';
  const before = await everythingWritten(pool);

  const dry = await merge({ ...input, dryRun: true }, selection);
  expect(await everythingWritten(pool)).toBe(before);
  const done = await merge({ ...input, idempotencyKey: 'merge-once' }, selection);
  const again = await merge({ ...input, idempotencyKey: 'merge-once' }, selection);

  expect(dry.customer).toEqual({
    ...{ version: 2, tags: { totalCount: 2 }, shopper: { orders: { totalCount: 2 } } },
    events: { nodes: [{ action: 'MERGE' }] },
  });
  expect(done).toEqual(dry);
  expect(again).toEqual(done);
});
