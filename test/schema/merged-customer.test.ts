import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as, plainly } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);

/** A customer, and ids of some that were merged into it. */
async function addMerged(ofAccount = accountId) {
  const target = await add.addCustomer(db, ofAccount);
  const ids = [newId('Customer'), newId('Customer')] as const;
  await db.customerAlias.createMany({
    data: ids.map((id) => ({ accountId: ofAccount, id, customerId: target.id })),
  });
  return { target, ids };
}

const { target, ids } = await addMerged();
const other = await addMerged();
const foreign = await addMerged(otherAccount);
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Customer { name } } }';
const byId = 'query ($id: ID!) { customer(by: { id: $id }) { id name } node(id: $id) { id } }';

test.for([as(accountId), plainly(accountId)])('a merged id leads to the target', async (us) => {
  const found = await us.execute(byId, { id: ids[0] });

  expect(found).toEqual({
    data: { customer: { id: target.id, name: target.name }, node: { id: target.id } },
  });
});

test.for([as(accountId), plainly(accountId)])('nodes keep the order of their ids, and nulls', async (us) => {
  const asked = [
    ids[1],
    newId('Customer'),
    target.id,
    other.ids[0],
    foreign.ids[0],
    ids[0],
    newId('Address'),
  ];

  const { data } = await us.execute(nodes, { ids: asked });

  expect(data.nodes.map((found: { id: string } | null) => found?.id ?? null)).toEqual([
    ...[target.id, null, target.id, other.target.id, null, target.id, null],
  ]);
});

test('another account’s merged ids are not found', async () => {
  const { data } = await as(accountId).execute(byId, { id: foreign.ids[0] });

  expect(data).toEqual({ customer: null, node: null });
});

test('found ids take no further statement, and any number of missing ones takes one', async () => {
  const us = as(accountId);

  expect(await us.statementsOf(nodes, { ids: [target.id, other.target.id] })).toEqual(['Customer by id']);
  expect(await us.statementsOf(nodes, { ids: [...ids, ...other.ids, target.id, newId('Customer')] })).toEqual(
    ['Customer by id', 'Customer by alias'],
  );
});

test('a customer found by a merged id equals the one found by its own, also for a quantity’s id', async () => {
  const unit = await add.addUnit(db, accountId);
  await db.customer.update({
    where: { accountId_id: { accountId, id: other.target.id } },
    data: { creditLimitValue: '12.5', creditLimitUnitId: unit.id },
  });
  await add.addAddress(db, accountId, other.target.id);
  const all = `query ($id: ID!) { customer(by: { id: $id }) {
    id number creditLimit { value unit { id } } addresses { totalCount nodes { name } } version } }`;

  const own = await as(accountId).execute(all, { id: other.target.id });
  const merged = await as(accountId).execute(all, { id: other.ids[1] });
  const quantity = await as(accountId).execute(
    'query ($id: ID!) { node(id: $id) { id ... on Quantity { value } } }',
    {
      id: `qty_credit_limit_${other.ids[0]}`,
    },
  );

  expect(merged).toEqual(own);
  expect(quantity.data.node).toEqual({ id: `qty_credit_limit_${other.target.id}`, value: '12.5' });
});
