import { CombinedGraphQLErrors } from '@apollo/client';
import { expect, inject, test } from 'vitest';
import { apolloOf } from '../apollo/client.ts';
import { ask, upsertCustomers } from '../ask.ts';
import { customers, customerUpdate, nodes, scopesAndNode } from '../codegen/documents.ts';

const url = inject('gateway');

test('what a mutation answers is in the list that shows it, without another request', async () => {
  const [id = ''] = await upsertCustomers(url, [{ number: 'APOLLO-UPDATE', name: 'Apollo Before' }]);
  const client = apolloOf(url);
  const shown = { query: customers, variables: { first: 5, filter: { ids: [id] } } };
  await client.query(shown);
  const versions: unknown[] = [];
  const second = new Promise<void>((resolve) => {
    client.watchQuery(shown).subscribe(({ data }) => {
      const customer = data?.customers?.edges?.[0]?.node;
      if (customer) versions.push(customer);
      if (versions.length === 2) resolve();
    });
  });

  const { data } = await client.mutate({
    mutation: customerUpdate,
    variables: { input: { by: { id }, name: 'Apollo After' } },
  });

  expect(data?.customerUpdate.userErrors).toEqual([]);
  await second;
  expect(versions).toMatchObject([
    { id, name: 'Apollo Before', version: 1 },
    { id, name: 'Apollo After', version: 2 },
  ]);
});

test('userErrors are data, and change nothing', async () => {
  const [id = ''] = await upsertCustomers(url, [{ number: 'APOLLO-WRONG', name: 'Apollo Right' }]);
  const client = apolloOf(url);
  const variables = { first: 5, filter: { ids: [id] } };
  await client.query({ query: customers, variables });

  const { data, error } = await client.mutate({
    mutation: customerUpdate,
    variables: { input: { by: { id }, name: '' } },
  });

  expect(error).toBeUndefined();
  expect(data?.customerUpdate).toMatchObject({
    customer: null,
    userErrors: [{ code: 'REQUIRED', path: ['name'] }],
  });
  expect(client.readQuery({ query: customers, variables })).toMatchObject({
    customers: { edges: [{ node: { name: 'Apollo Right' } }] },
  });
});

test('fragments on types match what node ids name, in the answer and in the cache', async () => {
  const { viewer } = await ask<{ viewer: { account: { id: string; name: string } } }>(
    url,
    '{ viewer { account { id name } } }',
  );
  const [id = ''] = await upsertCustomers(url, [
    { number: 'APOLLO-NODE', name: 'Apollo Node', metadata: { a: [1, null] } },
  ]);
  const client = apolloOf(url);
  const expected = {
    nodes: [
      { __typename: 'Customer', id, metadata: { a: [1, null] }, creditLimit: null },
      { __typename: 'Account', id: viewer.account.id, accountName: viewer.account.name },
      null,
    ],
  };
  const variables = { ids: [id, viewer.account.id, 'cus_00000000000000000000000000000000'] };

  const { data } = await client.query({ query: nodes, variables });

  expect(data).toMatchObject(expected);
  expect(client.readQuery({ query: nodes, variables })).toMatchObject(expected);
});

test('a field that fails is an error, or with errorPolicy `all` an error beside the rest', async () => {
  const client = apolloOf(url);
  const variables = { id: 'nonsense' };

  await expect(client.query({ query: scopesAndNode, variables })).rejects.toSatisfy(
    (error) => CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.code === 'ID_INVALID',
  );
  const { data, error } = await client.query({ query: scopesAndNode, variables, errorPolicy: 'all' });

  expect(data).toMatchObject({ node: null, viewer: { scopes: expect.any(Array) } });
  expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.path).toEqual(['node']);
});
