import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { newId } from '../../src/db/model/id.ts';
import type { Row } from '../../src/db/model/table.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { mutate } from '../mutation.ts';
import { serve } from '../server/limits/http-gateway.ts';

const database = await openGateway();
const { db, as } = database;
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

type Recorded = Partial<Pick<Row<'CustomerEvent'>, 'action' | 'actor' | 'actorType'>>;

async function addEvent(customerId: string, event: Recorded): Promise<void> {
  const data = { accountId, id: newId('CustomerEvent'), customerId, action: 'UPDATE' as const, ...event };
  await db.customerEvent.create({ data });
}

const selection = 'actor { type name accountUser { id user { name } } }';

async function actorsOf(id: string): Promise<readonly unknown[]> {
  const { data } = await us.execute(
    `query ($id: ID!, $ids: [ID!]) {
      customer(by: { id: $id }) { events { nodes { ${selection} } } }
      customerChanges(ids: $ids) { nodes { ${selection} } } }`,
    { id, ids: [id] },
  );
  const events = data.customer.events.nodes.toReversed();
  expect(data.customerChanges.nodes).toEqual(events);
  return events.map(({ actor }: { actor: unknown }) => actor);
}

async function addPerson(): Promise<{ readonly id: string; readonly name: string | null }> {
  const { id, userId } = await add.addAccountUser(db, accountId);
  const { name } = await db.user.findFirstOrThrow({ where: { id: userId } });
  return { id, name };
}

/** A customer without events. */
const addCustomer = async (): Promise<string> => (await add.addCustomer(db, accountId)).id;

test('an account user is the actor of its changes', async () => {
  const { id: accountUserId, name } = await addPerson();
  const viewer = { accountId, accountUserId, scopes, caller: 'mara' };
  const gateway = await serve(database, { viewer });
  const id = await addCustomer();

  await gateway.ask(
    'mutation ($id: ID!) { customerUpdate(input: { by: { id: $id }, note: "n" }) { userErrors { code } } }',
    { id },
  );

  expect(await actorsOf(id)).toEqual([
    { type: 'ACCOUNT_USER', name, accountUser: { id: accountUserId, user: { name } } },
  ]);
});

test('a service is the actor of its changes, also with the name of an account user’s id', async () => {
  const accountUser = await add.addAccountUser(db, accountId);
  const viewer = { accountId, accountUserId: null, service: accountUser.id, scopes, caller: 'key' };
  const gateway = await serve(database, { viewer });
  const id = await addCustomer();
  await mutate(us, 'customerUpdate', { by: { id }, note: 'one' });

  await gateway.ask(
    'mutation ($id: ID!) { customerUpdate(input: { by: { id: $id }, note: "two" }) { userErrors { code } } }',
    { id },
  );

  expect(await actorsOf(id)).toEqual([
    { type: 'SERVICE', name: 'test', accountUser: null },
    { type: 'SERVICE', name: accountUser.id, accountUser: null },
  ]);
});

test('a change without sign-in has no actor', async () => {
  const gateway = await serve(database, {
    viewer: { accountId, accountUserId: null, scopes, caller: 'demo' },
  });
  const id = await addCustomer();

  await gateway.ask(
    'mutation ($id: ID!) { customerUpdate(input: { by: { id: $id }, note: "n" }) { userErrors { code } } }',
    { id },
  );

  expect(await actorsOf(id)).toEqual([null]);
});

test('events of earlier versions have an actor, too', async () => {
  const { id: accountUserId, name } = await addPerson();
  const gone = newId('AccountUser');
  const id = await addCustomer();
  await addEvent(id, { action: 'IMPORT', actor: 'import:warehouse' });
  await addEvent(id, { actor: accountUserId });
  await addEvent(id, { actor: gone });
  await addEvent(id, { actor: 'billing' });
  await addEvent(id, { actor: null });

  expect(await actorsOf(id)).toEqual([
    { type: 'SOURCE', name: 'InventoryPro', accountUser: null },
    { type: 'ACCOUNT_USER', name, accountUser: { id: accountUserId, user: { name } } },
    { type: 'ACCOUNT_USER', name: null, accountUser: null },
    { type: 'SERVICE', name: 'billing', accountUser: null },
    null,
  ]);
});

test('an account user of another account is not shown', async () => {
  const { id: otherId } = await add.addAccount(db);
  const foreign = await add.addAccountUser(db, otherId);
  const id = await addCustomer();
  await addEvent(id, { actor: foreign.id, actorType: 'ACCOUNT_USER' });

  expect(await actorsOf(id)).toEqual([{ type: 'ACCOUNT_USER', name: null, accountUser: null }]);
});

test('the names of any number of actors take two statements', async () => {
  const ids = [await addCustomer(), await addCustomer()];
  for (const id of ids)
    for (let count = 0; count < 3; count += 1) {
      const accountUser = await add.addAccountUser(db, accountId);
      await addEvent(id, { actor: accountUser.id, actorType: 'ACCOUNT_USER' });
    }

  const statements = await us.statementsOf(
    `query ($ids: [ID!]) { customers(filter: { ids: $ids }) { nodes { events { nodes { ${selection} } } } } }`,
    { ids },
  );

  expect(statements).toEqual([
    'Query.customers page',
    'Customer.events page',
    'AccountUser by id',
    'User by id',
  ]);
});
