import { expect, test } from 'vitest';
import { scopes } from '../../../src/context.ts';
import { createDb } from '../../../src/db/client.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { type HttpGateway, serve } from '../limits/http-gateway.ts';
import { follow, next, take } from './follower.ts';

const database = await openTestDatabase();
const db = createDb(database.pool);
const [ours, theirs] = [await add.addAccount(db), await add.addAccount(db)];

const gatewayOf = ({ id: accountId }: { readonly id: string }) =>
  serve(database, { viewer: { accountId, accountUserId: null, scopes, caller: accountId } });
const us = await gatewayOf(ours);
const them = await gatewayOf(theirs);

const changed = `subscription ($ids: [ID!], $filter: CustomerChangeFilter, $after: String) {
  customerChanged(ids: $ids, filter: $filter, after: $after) {
    cursor action customerId actor customer { name } mergedInto { id } changes { field oldValue newValue } } }`;

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
      input: { id, ...input },
    },
  );

test('a change is told as soon as it is committed, with what the customer is now', async () => {
  const stream = await follow(us.url, { query: changed });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');

  const id = await create(us, 'Harbor Lane Books');

  expect((await next(stream)).data.customerChanged).toEqual({
    cursor: expect.any(String),
    action: 'CREATE',
    customerId: id,
    actor: null,
    customer: { name: 'Harbor Lane Books' },
    mergedInto: null,
    changes: expect.arrayContaining([{ field: 'name', oldValue: null, newValue: 'Harbor Lane Books' }]),
  });
  stream.hangUp();
});

test('each account hears of its own changes only', async () => {
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

test('who comes back with a cursor gets what it missed, and then what comes, each once', async () => {
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
