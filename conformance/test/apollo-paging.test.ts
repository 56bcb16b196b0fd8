import { expect, inject, test } from 'vitest';
import { apolloOf } from '../apollo/client.ts';
import { ask, customerIds } from '../ask.ts';
import type { CustomersQueryVariables } from '../codegen/__generated__/graphql.ts';
import { customers } from '../codegen/documents.ts';

const url = inject('gateway');
// Many rows have the same status and name, so the id decides their order.
const discontinued: CustomersQueryVariables = {
  filter: { active: false },
  orderBy: [{ field: 'STATUS' }, { field: 'NAME', direction: 'DESC' }],
};
const parents: CustomersQueryVariables = {
  filter: { relationshipTypes: ['PARENT'] },
  orderBy: [{ field: 'NAME' }],
};

/** A list watched by Apollo Client, page by page. */
async function openList(variables: CustomersQueryVariables) {
  const query = apolloOf(url).watchQuery({ query: customers, variables });
  await query.reobserve();
  const connection = () => {
    const { data, dataState } = query.getCurrentResult();
    return dataState === 'complete' ? data.customers : expect.fail('The list is not there.');
  };
  return {
    ids: () => connection().edges.map(({ node }) => node.id),
    pageInfo: () => connection().pageInfo,
    next: (first: number) =>
      query.fetchMore({ variables: { first, after: connection().pageInfo.endCursor ?? null } }),
    // fetchMore reuses every variable of the first page that is not overridden.
    previous: (last: number) =>
      query.fetchMore({
        variables: { first: null, after: null, last, before: connection().pageInfo.startCursor ?? null },
      }),
    change: (to: CustomersQueryVariables) => query.reobserve({ variables: to }),
  };
}

test('fetchMore goes to the end, with every row once and in the order of the gateway', async () => {
  const all = await customerIds(url, discontinued);

  const list = await openList({ first: 40, ...discontinued });
  expect(list.ids()).toEqual(all.slice(0, 40));
  while (list.pageInfo().hasNextPage) await list.next(40);

  expect(list.ids()).toEqual(all);
});

test('fetchMore goes to the start', async () => {
  const all = await customerIds(url, discontinued);

  const list = await openList({ last: 40, ...discontinued });
  expect(list.ids()).toEqual(all.slice(-40));
  while (list.pageInfo().hasPreviousPage) await list.previous(40);

  expect(list.ids()).toEqual(all);
});

test('a list that begins in its middle goes both ways', async () => {
  const all = await customerIds(url, discontinued);
  const { customers: start } = await ask<{ customers: { pageInfo: { endCursor: string } } }>(
    url,
    `query ($filter: CustomerFilter, $orderBy: [CustomerSort!]) {
      customers(first: 100, filter: $filter, orderBy: $orderBy) { pageInfo { endCursor } }
    }`,
    discontinued,
  );

  const list = await openList({ first: 40, after: start.pageInfo.endCursor, ...discontinued });
  await list.next(40);
  await list.previous(30);
  expect(list.ids()).toEqual(all.slice(70, 180));
  while (list.pageInfo().hasPreviousPage) await list.previous(40);
  while (list.pageInfo().hasNextPage) await list.next(40);

  expect(list.ids()).toEqual(all);
});

test('under another filter and order it is another list, and the first is there again afterwards', async () => {
  const [all, others] = await Promise.all([customerIds(url, discontinued), customerIds(url, parents)]);

  const list = await openList({ first: 40, ...discontinued });
  await list.next(40);
  await list.change({ first: 50, ...parents });
  while (list.pageInfo().hasNextPage) await list.next(50);
  expect(list.ids()).toEqual(others);
  await list.change({ first: 40, ...discontinued });
  expect(list.ids()).toEqual(all.slice(0, 80));
  while (list.pageInfo().hasNextPage) await list.next(40);

  expect(list.ids()).toEqual(all);
});
