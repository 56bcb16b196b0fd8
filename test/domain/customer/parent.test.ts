import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

const selection = `customer { id version relationshipType parentAccount { id relationshipType }
  events(first: 1) { nodes { action actor { type name } changes { path oldValue newValue } } } }`;
const setParent = (input: object) => mutate(us, 'customerSetParent', input, selection);

async function typesOf(...ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.customer.findMany({ where: { accountId, id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.relationshipType ?? '');
}

/** A parent with one child. */
async function addFamily() {
  const parent = await add.addCustomer(db, accountId);
  const child = await add.addCustomer(db, accountId, { parentId: parent.id });
  return { parent: parent.id, child: child.id };
}

test("a customer's parent is set, replaced and cleared, and the types of all affected customers are right", async () => {
  const { id } = await add.addCustomer(db, accountId);
  const [one, other] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];

  const first = await setParent({ by: { id }, parent: { id: one.id } });
  expect(first).toEqual({
    customer: {
      ...{ id, version: 2, relationshipType: 'CHILD' },
      parentAccount: { id: one.id, relationshipType: 'PARENT' },
      events: {
        nodes: [
          {
            action: 'UPDATE',
            actor: { type: 'SERVICE', name: 'test' },
            changes: [{ path: 'parentAccount', oldValue: null, newValue: one.id }],
          },
        ],
      },
    },
    userErrors: [],
  });
  expect((await setParent({ by: { id }, parent: { id: other.id }, ifVersion: 2 })).customer.version).toBe(3);
  expect(await typesOf(one.id, other.id, id)).toEqual(['STANDALONE', 'PARENT', 'CHILD']);
  const last = await setParent({ by: { id }, parent: null });
  expect(last.customer).toMatchObject({ version: 4, relationshipType: 'STANDALONE', parentAccount: null });
  expect(last.customer.events.nodes[0].changes).toEqual([
    { path: 'parentAccount', oldValue: other.id, newValue: null },
  ]);
  expect(await typesOf(one.id, other.id, id)).toEqual(['STANDALONE', 'STANDALONE', 'STANDALONE']);
});

test('setting the current parent again is a no-op, even if it is discontinued', async () => {
  const { parent, child } = await addFamily();
  await db.customer.update({
    where: { accountId_id: { accountId, id: parent } },
    data: { discontinuedAt: new Date() },
  });
  const before = await everythingWritten(pool);

  const same = await setParent({ by: { id: child }, parent: { id: parent } });
  const none = await setParent({ by: { id: parent }, parent: null });

  expect([same.userErrors, none.userErrors]).toEqual([[], []]);
  expect([same.customer.version, none.customer.version]).toEqual([1, 1]);
  expect(await everythingWritten(pool)).toBe(before);
});

test('a parent cannot become a child, nor a child a parent, nor a customer its own parent', async () => {
  const { parent, child } = await addFamily();
  const [other, gone] = [
    await add.addCustomer(db, accountId),
    await add.addCustomer(db, accountId, { discontinuedAt: new Date() }),
  ];
  const foreign = await add.addCustomer(db, otherAccount);
  const before = await everythingWritten(pool);
  const faults = async (input: object) => {
    const result = await setParent(input);
    expect(result.userErrors.filter(({ message }) => !/^.{10,200}[.?]$/u.test(message))).toEqual([]);
    return faultsOf(result);
  };

  expect(await faults({ by: { id: parent }, parent: { id: other.id } })).toEqual(['HIERARCHY_DEPTH parent']);
  expect(await faults({ by: { id: other.id }, parent: { id: child } })).toEqual(['HIERARCHY_DEPTH parent']);
  expect(await faults({ by: { id: parent }, parent: { id: child } })).toEqual(['HIERARCHY_CYCLE parent']);
  expect(await faults({ by: { id: other.id }, parent: { id: other.id } })).toEqual([
    'HIERARCHY_CYCLE parent',
  ]);
  expect(await faults({ by: { id: other.id }, parent: { id: gone.id } })).toEqual(['DISCONTINUED parent']);
  expect(await faults({ by: { id: other.id } })).toEqual(['REQUIRED parent']);
  expect(await faults({ by: { id: other.id }, parent: { id: '' } })).toEqual(['INVALID parent']);
  expect(await faults({ by: { id: other.id }, parent: { id: newId('Customer') } })).toEqual([
    'NOT_FOUND parent',
  ]);
  expect(await faults({ by: { id: foreign.id }, parent: { id: foreign.id } })).toEqual([
    'NOT_FOUND by',
    'NOT_FOUND parent',
  ]);
  expect(await faults({ by: { id: other.id }, ifVersion: 2, parent: { id: child } })).toEqual([
    'HIERARCHY_DEPTH parent',
    'STALE_VERSION ifVersion',
  ]);
  expect(await everythingWritten(pool)).toBe(before);
});

test('the id of a merged parent leads to the target of the merge, also for a new customer', async () => {
  const [target, child] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const merged = newId('Customer');
  await db.customerAlias.create({ data: { accountId, id: merged, customerId: target.id } });

  const { customer } = await setParent({ by: { id: child.id }, parent: { id: merged } });
  const created = await mutate(us, 'customerCreate', { name: 'New', parent: { id: merged } }, selection);

  expect(customer.parentAccount.id).toBe(target.id);
  expect(created.customer.parentAccount.id).toBe(target.id);
  expect(faultsOf(await setParent({ by: { id: merged }, parent: { id: child.id } }))).toEqual([
    'HIERARCHY_CYCLE parent',
  ]);
});

test('a dry run returns the resulting family and writes nothing', async () => {
  const { parent, child } = await addFamily();
  const before = await everythingWritten(pool);

  const { customer } = await setParent({ by: { id: child }, parent: null, dryRun: true });
  const key = { idempotencyKey: add.word() };

  expect(customer).toMatchObject({ version: 2, relationshipType: 'STANDALONE' });
  expect(await everythingWritten(pool)).toBe(before);
  expect((await setParent({ by: { id: child }, parent: null, ...key })).customer.version).toBe(2);
  expect((await setParent({ by: { id: child }, parent: null, ...key })).customer.version).toBe(2);
  expect(faultsOf(await setParent({ by: { id: child }, parent: { id: parent }, ...key }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
