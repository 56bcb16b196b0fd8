import { readFragment, type VariablesOf } from 'gql.tada';
import { expect, inject, test } from 'vitest';
import { ask, customerIds, upsertCustomers } from '../ask.ts';
import { customerName, customers, customerUpdate, node } from '../tada/documents.ts';
import { urqlOf } from '../urql/client.ts';

const url = inject('gateway');
type Variables = VariablesOf<typeof customers>;
// Many rows have the same status and name, so the id decides their order.
const discontinued: Variables = {
  filter: { active: false },
  orderBy: [{ field: 'STATUS' }, { field: 'NAME', direction: 'DESC' }],
};
const parents: Variables = { filter: { relationshipTypes: ['PARENT'] }, orderBy: [{ field: 'NAME' }] };

/** Opens a list. The function it returns loads a page and returns all rows loaded so far. */
function openList() {
  const client = urqlOf(url);
  return async (variables: Variables) => {
    const { data, error } = await client.query(customers, variables);
    if (!data) throw error ?? new Error('There is no list.');
    const { edges, pageInfo } = data.customers;
    return { ids: edges.map(({ node: { id } }) => id), firstRow: edges[0]?.cursor ?? null, ...pageInfo };
  };
}

test('pages go to the end, with every row once and in the order of the gateway', async () => {
  const all = await customerIds(url, discontinued);
  const load = openList();

  let list = await load({ first: 40, ...discontinued });
  while (list.hasNextPage) list = await load({ first: 40, after: list.endCursor, ...discontinued });

  expect(list.ids).toEqual(all);
});

test('pages go to the start', async () => {
  const all = await customerIds(url, discontinued);
  const load = openList();

  let list = await load({ last: 40, ...discontinued });
  while (list.hasPreviousPage) list = await load({ last: 40, before: list.startCursor, ...discontinued });

  expect(list.ids).toEqual(all);
});

test('a list that begins in its middle goes both ways', async () => {
  const all = await customerIds(url, discontinued);
  const { endCursor } = await openList()({ first: 100, ...discontinued });
  const load = openList();

  let list = await load({ first: 40, after: endCursor, ...discontinued });
  list = await load({ first: 40, after: list.endCursor, ...discontinued });
  // relayPagination leaves startCursor null until a previous page is loaded, so the test uses the cursor of
  // the first row.
  expect([list.startCursor, list.hasPreviousPage]).toEqual([null, false]);
  list = await load({ last: 30, before: list.firstRow, ...discontinued });
  expect(list.ids).toEqual(all.slice(70, 180));
  while (list.hasPreviousPage) list = await load({ last: 40, before: list.startCursor, ...discontinued });
  while (list.hasNextPage) list = await load({ first: 40, after: list.endCursor, ...discontinued });

  expect(list.ids).toEqual(all);
});

test('under another filter and order it is another list, and the first is there again afterwards', async () => {
  const [all, others] = await Promise.all([customerIds(url, discontinued), customerIds(url, parents)]);
  const load = openList();

  const first = await load({ first: 40, ...discontinued });
  await load({ first: 40, after: first.endCursor, ...discontinued });
  let other = await load({ first: 50, ...parents });
  while (other.hasNextPage) other = await load({ first: 50, after: other.endCursor, ...parents });
  expect(other.ids).toEqual(others);
  let list = await load({ first: 40, ...discontinued });
  expect(list.ids).toEqual(all.slice(0, 80));
  while (list.hasNextPage) list = await load({ first: 40, after: list.endCursor, ...discontinued });

  expect(list.ids).toEqual(all);
});

test('what a mutation answers is in the list that shows it, without another request', async () => {
  const [id = ''] = await upsertCustomers(url, [{ number: 'URQL-UPDATE', name: 'Urql Before' }]);
  const client = urqlOf(url);
  const shown: Variables = { first: 5, filter: { ids: [id] } };
  await client.query(customers, shown);
  const wrong = await client.mutation(customerUpdate, { input: { by: { id }, name: '' } });
  await client.mutation(customerUpdate, { input: { by: { id }, name: 'Urql After' } });

  const { data, stale } = await client.query(customers, shown, { requestPolicy: 'cache-only' });

  expect(wrong.error).toBeUndefined();
  expect(wrong.data?.customerUpdate).toMatchObject({ customer: null, userErrors: [{ code: 'REQUIRED' }] });
  expect(stale).toBe(false);
  expect(data?.customers.edges.map(({ node }) => readFragment(customerName, node))).toMatchObject([
    { name: 'Urql After', version: 2 },
  ]);
});

test('fragments on types match what a node id names', async () => {
  const { viewer } = await ask<{ viewer: { account: { id: string; name: string } } }>(
    url,
    '{ viewer { account { id name } } }',
  );
  const [id = ''] = await upsertCustomers(url, [{ number: 'URQL-NODE', name: 'Urql', metadata: { a: [1] } }]);
  const client = urqlOf(url);
  const read = async (id: string) => (await client.query(node, { id })).data?.node;

  expect(await read(viewer.account.id)).toEqual({
    __typename: 'Account',
    id: viewer.account.id,
    accountName: viewer.account.name,
  });
  expect(await read(id)).toMatchObject({
    __typename: 'Customer',
    id,
    metadata: { a: [1] },
    creditLimit: null,
  });
  expect(await read('cus_00000000000000000000000000000000')).toBeNull();
});

test('a field that fails is an error beside the rest', async () => {
  const { data, error } = await urqlOf(url).query(
    'query ($id: ID!) { viewer { scopes } node(id: $id) { id } }',
    { id: 'nonsense' },
  );

  expect(data).toMatchObject({ node: null, viewer: { scopes: expect.any(Array) } });
  expect(error?.graphQLErrors).toMatchObject([{ path: ['node'], extensions: { code: 'ID_INVALID' } }]);
});
