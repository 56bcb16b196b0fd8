import { expect, test } from 'vitest';
import { tasks } from '../../src/explorer/examples/examples.ts';
import { fill, type Sample, sampleQuery, valuesOf } from '../../src/explorer/examples/fill.ts';
import { openSigned, signToken } from '../auth/gateway.ts';
import { insert } from '../db/sql-rows.ts';

const signed = await openSigned();
const account = await insert(signed.pool, 'accounts', { name: 'empty' });
const token = `Bearer ${await signToken(account, 'customers:read customers:write')}`;
const examples = tasks.flatMap((task) => task.examples).filter(({ query }) => !/^subscription/m.test(query));

test('every example runs without an error for an account without data', async () => {
  const { body } = await signed.ask(token, sampleQuery);
  const values = valuesOf(body.data, true);

  for (const { title, query, variables = {} } of examples) {
    const reply = await signed.ask(token, query, fill(variables, values) as object);
    expect([title, reply.status, reply.body.errors]).toEqual([title, 200, undefined]);
  }
});

interface Place {
  readonly country: string | null;
}

const customerOf = (name: string, geolocation?: Place) => ({
  id: 'cus_1',
  name,
  billToAddress: geolocation ? { geolocation } : null,
});

const sampleOf = (hasNextPage: boolean, ...nodes: readonly ReturnType<typeof customerOf>[]): Sample => ({
  customers: { nodes, pageInfo: { hasNextPage, startCursor: 'start', endCursor: 'end' } },
  customer: null,
  customerChanges: { pageInfo: { startCursor: null } },
});

test('the values of examples are those of customers that the account has', () => {
  const few = sampleOf(false, customerOf('« Ólafur’s Café »'), customerOf('B', { country: 'DE' }));

  expect(valuesOf(few, true)).toMatchObject({
    searchWord: 'ólaf',
    filter: { address: { country: { equals: 'DE' } } },
    pageCursor: 'start',
  });
  expect(valuesOf(sampleOf(true, customerOf('A & B', { country: null })), true)).toMatchObject({
    searchWord: 'a',
    filter: { active: true },
    pageCursor: 'end',
  });
  expect(valuesOf(sampleOf(false, customerOf('🎈🎈🎈🎈🎈')), true)).toMatchObject({
    searchWord: '🎈🎈🎈🎈',
    pageCursor: null,
  });
});
