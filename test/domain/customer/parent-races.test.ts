import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate, type Result } from '../../mutation.ts';

const { db, as } = await openGateway();

async function addCustomers(count: number) {
  const { id: accountId } = await add.addAccount(db);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push((await add.addCustomer(db, accountId)).id);
  const of = (at: number) => ids[at % count] ?? '';
  return { accountId, ids, of };
}

const known = new Set(['HIERARCHY_CYCLE parent', 'HIERARCHY_DEPTH parent']);

/** Expects two levels, types derived from them, and as many events and versions as changes. */
async function expectFamilies(accountId: string, answers: readonly Result[]) {
  expect(answers.flatMap(faultsOf).filter((fault) => !known.has(fault))).toEqual([]);
  const rows = await db.customer.findMany({ where: { accountId } });
  const parents = new Set(rows.map(({ parentId }) => parentId));
  for (const { id, parentId, relationshipType } of rows) {
    const type = parentId !== null ? 'CHILD' : parents.has(id) ? 'PARENT' : 'STANDALONE';
    expect(relationshipType).toBe(type);
    if (parentId !== null) expect(parents.has(id)).toBe(false);
  }
  const changes = rows.reduce((sum, { version }) => sum + version - 1, 0);
  expect(await db.customerEvent.count({ where: { accountId } })).toBe(changes);
  return rows;
}

test('50 concurrent changes create no cycles: each succeeds completely or is rejected', async () => {
  const { accountId, of } = await addCustomers(5);
  const pairs = Array.from({ length: 50 }, (_, at) => [at, at + 1 + (at % 4)] as const);

  const answers = await Promise.all(
    pairs.map(([child, parent]) =>
      mutate(as(accountId), 'customerSetParent', { by: { id: of(child) }, parent: { id: of(parent) } }),
    ),
  );

  const rows = await expectFamilies(accountId, answers);
  expect(rows.some(({ parentId }) => parentId !== null)).toBe(true);
});

test('50 concurrent changes that would create a chain of 50 levels create at most two', async () => {
  const { accountId, of } = await addCustomers(51);
  const links = Array.from({ length: 50 }, (_, at) => at);

  const answers = await Promise.all(
    links.map((at) =>
      mutate(as(accountId), 'customerSetParent', { by: { id: of(at) }, parent: { id: of(at + 1) } }),
    ),
  );

  await expectFamilies(accountId, answers);
  expect(answers.some(({ userErrors }) => userErrors.length === 0)).toBe(true);
});

test('after 50 concurrent moves between two families, each customer is where its last change put it', async () => {
  const { accountId, of } = await addCustomers(6);
  const moves = Array.from({ length: 50 }, (_, at) => [2 + (at % 4), at % 3] as const);

  const answers = await Promise.all(
    moves.map(([child, parent]) =>
      mutate(as(accountId), 'customerSetParent', {
        by: { id: of(child) },
        parent: parent === 2 ? null : { id: of(parent) },
      }),
    ),
  );

  expect(answers.flatMap(faultsOf)).toEqual([]);
  const rows = await expectFamilies(accountId, answers);
  const events = await db.customerEvent.findMany({ where: { accountId }, orderBy: { occurredAt: 'asc' } });
  for (const { id, parentId } of rows) {
    const last = events.filter(({ customerId }) => customerId === id).at(-1);
    if (last === undefined) expect(parentId).toBeNull();
    else expect(last.changes).toMatchObject([{ newValue: parentId }]);
  }
});
