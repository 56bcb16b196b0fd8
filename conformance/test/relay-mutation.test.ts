import { act, createElement, createRef } from 'react';
import {
  ConnectionHandler,
  commitMutation,
  type GraphQLTaggedNode,
  type MutationParameters,
  ROOT_ID,
} from 'relay-runtime';
import { expect, inject, test } from 'vitest';
import { ask, upsertCustomers } from '../ask.ts';
import type { customerMutationAddAddressMutation } from '../relay/__generated__/customerMutationAddAddressMutation.graphql.ts';
import type { customerMutationDeleteAddressMutation } from '../relay/__generated__/customerMutationDeleteAddressMutation.graphql.ts';
import type { customerMutationUpdateMutation } from '../relay/__generated__/customerMutationUpdateMutation.graphql.ts';
import type { customerMutationUpsertMutation } from '../relay/__generated__/customerMutationUpsertMutation.graphql.ts';
import { CustomerDetail, type DetailHandle } from '../relay/customer-detail.tsx';
import * as mutations from '../relay/customer-mutation.ts';
import { type Relay, relayOf } from '../relay/environment.ts';
import { openList } from '../relay/open-list.tsx';
import { show } from '../relay/page.tsx';

const url = inject('gateway');

function commit<M extends MutationParameters>(
  { environment }: Relay,
  mutation: GraphQLTaggedNode,
  variables: M['variables'],
) {
  return act(
    () =>
      new Promise<M['response']>((onCompleted, onError) => {
        commitMutation<M>(environment, { mutation, variables, onCompleted, onError });
      }),
  );
}

/** Renders the page of a customer created for the test. */
async function openDetail(number: string) {
  const [id = ''] = await upsertCustomers(url, [
    { number, name: 'Relay Before', note: null, metadata: { a: [1], b: null }, creditLimit: null },
  ]);
  const relay = relayOf(url);
  const detail = createRef<DetailHandle>();
  const find = await show(relay, createElement(CustomerDetail, { handle: detail, id }));
  const texts = (selector: string) => find(selector).map(({ textContent }) => textContent);
  return {
    detail,
    id,
    relay,
    texts,
    connections: [ConnectionHandler.getConnectionID(id, 'customerDetail_addresses')],
  };
}

test('what a mutation answers is on the page, without another request', async () => {
  const { id, relay, texts } = await openDetail('RELAY-UPDATE');
  expect([texts('h1'), texts('article > p'), texts('pre')]).toEqual([
    ['Relay Before'],
    ['version 1, no note, limit none'],
    ['a b'],
  ]);

  const { customerUpdate } = await commit<customerMutationUpdateMutation>(relay, mutations.update, {
    input: { by: { id }, ifVersion: 1, name: 'Relay After', note: 'Changed.' },
  });

  expect(customerUpdate.userErrors).toEqual([]);
  expect([texts('h1'), texts('article > p')]).toEqual([['Relay After'], ['version 2, Changed., limit none']]);
  expect(relay.asked).toEqual(['customerDetailQuery', 'customerMutationUpdateMutation']);
});

test('userErrors are the caller’s, and a stale page shows what there is now', async () => {
  const { id, relay, texts } = await openDetail('RELAY-STALE');
  await upsertCustomers(url, [{ number: 'RELAY-STALE', name: 'Somebody Was Faster' }]);

  const wrong = await commit<customerMutationUpdateMutation>(relay, mutations.update, {
    input: { by: { id }, name: '' },
  });
  expect(wrong.customerUpdate).toEqual({
    customer: null,
    userErrors: [{ code: 'REQUIRED', message: expect.any(String), path: ['name'] }],
  });
  expect(texts('h1')).toEqual(['Relay Before']);

  const stale = await commit<customerMutationUpdateMutation>(relay, mutations.update, {
    input: { by: { id }, ifVersion: 1, name: 'Too Late' },
  });
  expect(stale.customerUpdate.userErrors).toMatchObject([{ code: 'STALE_VERSION', path: ['ifVersion'] }]);
  expect(texts('h1')).toEqual(['Somebody Was Faster']);
});

test('refetch by node(id) brings what others changed', async () => {
  const { detail, relay, texts } = await openDetail('RELAY-REFETCH');
  await upsertCustomers(url, [{ number: 'RELAY-REFETCH', name: 'Changed By Others', note: 'New.' }]);
  expect(texts('h1')).toEqual(['Relay Before']);

  await act(async () => detail.current?.refetch());
  await act(relay.answered);

  expect([texts('h1'), texts('article > p')]).toEqual([
    ['Changed By Others'],
    ['version 2, New., limit none'],
  ]);
  expect(relay.asked).toEqual(['customerDetailQuery', 'customerDetailRefetchQuery']);
});

test('an address comes into its list and goes out of it', async () => {
  const { connections, id: customerId, relay, texts } = await openDetail('RELAY-ADDRESS');
  const add = (name: string) =>
    commit<customerMutationAddAddressMutation>(relay, mutations.addAddress, {
      connections,
      input: { by: { id: customerId }, address: { name, country: 'US' } },
    });

  const { customerAddressCreate: first } = await add('First');
  await add('Second');
  expect(texts('article > ul > li')).toEqual(['Second', 'First']);
  const { customerAddressDelete } = await commit<customerMutationDeleteAddressMutation>(
    relay,
    mutations.deleteAddress,
    { connections, input: { id: first.address?.id ?? '' } },
  );

  expect(customerAddressDelete).toEqual({ deletedId: first.address?.id, userErrors: [] });
  expect(texts('article > ul > li')).toEqual(['Second']);
  const { customer } = await ask<{ customer: { addresses: { nodes: object[] } } }>(
    url,
    '{ customer(by: { number: "RELAY-ADDRESS" }) { addresses { nodes { name } } } }',
  );
  expect(customer.addresses.nodes).toEqual([{ name: 'Second' }]);
});

test('a customer that is created comes into the list that it belongs to', async () => {
  const [before = ''] = await upsertCustomers(url, [{ number: 'RELAY-LIST-1', name: 'Relay Listed' }]);
  const list = { filter: { ids: [before] }, orderBy: null };
  const relay = relayOf(url);
  const { names } = await openList(relay, { first: 10, ...list });
  const connection = ConnectionHandler.getConnectionID(ROOT_ID, 'customerList_customers', list);

  const { customerUpsert } = await commit<customerMutationUpsertMutation>(relay, mutations.upsert, {
    connections: [connection],
    input: { by: { number: 'RELAY-LIST-2' }, name: 'Relay Newest' },
  });

  expect(customerUpsert.outcome).toBe('CREATED');
  expect(names()).toEqual(['Relay Newest', 'Relay Listed']);
});
