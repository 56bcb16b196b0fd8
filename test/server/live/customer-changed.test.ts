import { expect, onTestFinished, test } from 'vitest';
import { scopes } from '../../../src/auth/viewer.ts';
import { createDb } from '../../../src/db/client.ts';
import { createServingPool } from '../../../src/db/wire/pool.ts';
import { defaultLimits } from '../../../src/limits.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { type HttpGateway, serve } from '../limits/http-gateway.ts';
import { follow, next, rest, take } from './follower.ts';

const database = await openTestDatabase();
const db = createDb(database.pool);
const [ours, theirs] = [await add.addAccount(db), await add.addAccount(db)];

/** A separate pool and listener, as another process has them. */
function sameDatabase() {
  const serving = createServingPool({ connectionString: database.url }, () => undefined);
  onTestFinished(() => serving.end());
  return { serving };
}

const gatewayOf = ({ id: accountId }: { readonly id: string }) =>
  serve(database, { viewer: { accountId, accountUserId: null, scopes, caller: accountId } });
const us = await gatewayOf(ours);
const them = await gatewayOf(theirs);

const changed = `subscription ($ids: [ID!], $filter: CustomerChangeFilter, $after: String) {
  customerChanged(ids: $ids, filter: $filter, after: $after) {
    cursor action customerId actor { type name } customer { name } mergedInto { id } changes { path oldValue newValue } } }`;

const create = async (gateway: HttpGateway, name: string): Promise<string> =>
  (
    await gateway.ask(
      'mutation ($name: String!) { customerCreate(input: { name: $name }) { customer { id } } }',
      { name },
    )
  ).data.customerCreate.customer.id;
const update = (gateway: HttpGateway, id: string, input: object) =>
  gateway.ask(
    'mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) { userErrors { code } } }',
    {
      input: { by: { id }, ...input },
    },
  );

test('a change is published when it is committed, with the current state of the customer', async () => {
  const stream = await follow(us.url, { query: changed });
  expect(Object.fromEntries(stream.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
    'x-request-id': expect.any(String),
  });

  const id = await create(us, 'Harbor Lane Books');

  expect((await next(stream)).data.customerChanged).toEqual({
    cursor: expect.any(String),
    action: 'CREATE',
    customerId: id,
    actor: null,
    customer: { name: 'Harbor Lane Books' },
    mergedInto: null,
    changes: expect.arrayContaining([{ path: 'name', oldValue: null, newValue: 'Harbor Lane Books' }]),
  });
  stream.hangUp();
});

test('each account receives only its own changes', async () => {
  const [ourStream, theirStream] = [
    await follow(us.url, { query: changed }),
    await follow(them.url, { query: changed }),
  ];

  const foreign = await create(them, 'Theirs');
  const own = await create(us, 'Ours');

  expect((await next(ourStream)).data.customerChanged.customerId).toBe(own);
  expect((await next(theirStream)).data.customerChanged.customerId).toBe(foreign);
  ourStream.hangUp();
  theirStream.hangUp();
});

test('a subscriber that resumes with a cursor gets the missed changes and then new ones, each once', async () => {
  const id = await create(us, 'A');
  const stream = await follow(us.url, { query: changed });
  await update(us, id, { note: '1' });
  const { cursor } = (await next(stream)).data.customerChanged;
  stream.hangUp();
  for (const note of ['2', '3']) await update(us, id, { note });

  const again = await follow(us.url, { query: changed, variables: { after: cursor } });
  const missed = await take(again, 2);
  await update(us, id, { note: '4' });

  const seen = [...missed, await next(again)].map(({ data }) => data.customerChanged.changes[0].newValue);
  expect(seen).toEqual(['2', '3', '4']);
  again.hangUp();
});

test('graphql-js returns the same event as a plan', async () => {
  const viewer = { accountId: ours.id, accountUserId: null, scopes, caller: 'plain' };
  const plain = await serve(database, { viewer, plainExecution: true });
  const streams = [await follow(us.url, { query: changed }), await follow(plain.url, { query: changed })];

  await create(us, 'Alike');

  const [planned, byGraphQL] = await Promise.all(streams.map(next));
  expect(byGraphQL?.data).toEqual(planned?.data);
  for (const stream of streams) stream.hangUp();
});

test('fragments, aliases and default arguments work as in queries', async () => {
  const stream = await follow(us.url, {
    query: `subscription ($with: Boolean = false) { it: customerChanged {
      ...Change customer @include(if: $with) { name } note: __typename } }
      fragment Change on CustomerChange { action customerId }`,
  });

  const customerId = await create(us, 'X');

  expect((await next(stream)).data).toEqual({
    it: { action: 'CREATE', customerId, note: 'CustomerChange' },
  });
  stream.hangUp();
});

test('an error in a field leaves the rest of the change intact', async () => {
  const stream = await follow(us.url, {
    query: 'subscription { customerChanged { action customer { addresses(first: 1000) { nodes { id } } } } }',
  });

  await create(us, 'X');

  const { data, errors } = await next(stream);
  expect(data).toEqual({ customerChanged: { action: 'CREATE', customer: null } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PAGE_SIZE_INVALID']);
  stream.hangUp();
});

test('without the scope, a subscription is rejected', async () => {
  const viewer = { accountId: ours.id, accountUserId: null, scopes: [], caller: 'nobody' };
  const closed = await serve(database, { viewer });

  const answers = await rest(await follow(closed.url, { query: changed }));

  expect(answers).toHaveLength(1);
  expect(answers[0]?.data).toBeUndefined();
  expect(answers[0]?.errors).toMatchObject(
    [
      ['customerChanged'],
      ...['cursor', 'action', 'customerId', 'actor'].map((field) => ['customerChanged', field]),
      ...['type', 'name'].map((field) => ['customerChanged', 'actor', field]),
      ['customerChanged', 'customer'],
      ['customerChanged', 'customer', 'name'],
      ...['mergedInto', 'changes'].map((field) => ['customerChanged', field]),
      ...['path', 'oldValue', 'newValue'].map((field) => ['customerChanged', 'changes', field]),
    ]
      .slice(0, defaultLimits.errors)
      .map((path) => ({ path, extensions: { code: 'FORBIDDEN', scope: 'customers:read' } })),
  );
  expect(closed.open()).toEqual({ subscriptions: 0, followers: 0 });
});

test('ids and filter publish the changes that the list returns', async () => {
  const [one, other] = [await create(us, 'One'), await create(us, 'Other')];
  const variables = { ids: [one], filter: { actions: ['UPDATE'], fields: ['CONTACT_INFO'] } };
  const stream = await follow(us.url, { query: changed, variables });

  await update(us, other, { contactInfo: { phone: '1' } });
  await update(us, one, { note: 'no' });
  await update(us, one, { contactInfo: { phone: '2' } });

  const { customerId, changes } = (await next(stream)).data.customerChanged;
  expect(customerId).toBe(one);
  expect(changes).toEqual([{ path: 'contactInfo.phone', oldValue: null, newValue: '2' }]);
  stream.hangUp();
});

test('two gateways on one database both publish the changes of either', async () => {
  const beside = await serve(sameDatabase(), {
    viewer: { accountId: ours.id, accountUserId: null, scopes, caller: 'beside' },
  });
  const stream = await follow(beside.url, { query: changed });

  const id = await create(us, 'X');

  expect((await next(stream)).data.customerChanged.customerId).toBe(id);
  stream.hangUp();
});
