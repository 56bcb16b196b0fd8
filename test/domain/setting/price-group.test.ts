import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { everythingWritten } from '../everything-written.ts';
import { mutationsOf } from './settings.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const [first, second] = [
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
];

async function addMember(...groups: readonly { readonly id: string }[]) {
  const { id } = await add.addCustomer(db, accountId);
  for (const group of groups) await add.addToPriceGroup(db, accountId, id, group.id);
  return id;
}

const seen = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer {
  version priceGroups { nodes { id } } events { nodes { action actor { type name } changes { path oldValue newValue } } } } } }`;

test('deleting a price group removes it from its customers, each with a version and an event', async () => {
  const ids = [await addMember(first, second), await addMember(second), await addMember(first)];
  const before = await everythingWritten(pool);
  const { remove } = mutationsOf(us, 'accountGroup');

  await remove({ id: second.id, dryRun: true });
  expect(await everythingWritten(pool)).toBe(before);
  const { deletedId } = await remove({ id: second.id });

  const { data } = await us.execute(seen, { ids });
  const event = (oldValue: string, newValue: string | null) => ({
    ...{
      action: 'UPDATE',
      actor: { type: 'SERVICE', name: 'test' },
      changes: [{ path: 'priceGroups', oldValue, newValue }],
    },
  });
  expect(deletedId).toBe(second.id);
  expect(data.nodes).toEqual([
    {
      version: 2,
      priceGroups: { nodes: [{ id: first.id }] },
      events: { nodes: [event([first.id, second.id].sort().join(', '), first.id)] },
    },
    { version: 2, priceGroups: { nodes: [] }, events: { nodes: [event(second.id, null)] } },
    { version: 1, priceGroups: { nodes: [{ id: first.id }] }, events: { nodes: [] } },
  ]);
});

test('the deletion takes as many statements for 40 customers as for one', async () => {
  const [one, forty] = [
    await add.addGroup(db, accountId, 'PRICING_GROUP'),
    await add.addGroup(db, accountId, 'PRICING_GROUP'),
  ];
  await addMember(one);
  for (let at = 0; at < 40; at += 1) await addMember(forty);
  const statements = (id: string) =>
    us.statementsOf('mutation ($id: ID!) { accountGroupDelete(input: { id: $id }) { deletedId } }', { id });

  expect((await statements(forty.id)).length).toBe((await statements(one.id)).length);
  expect(await db.customerEvent.count({ where: { action: 'UPDATE' } })).toBe(43);
});
