import { createElement, createRef } from 'react';
import { expect, inject, test } from 'vitest';
import { ask, customerIds } from '../ask.ts';
import { CustomerDetail, type DetailHandle } from '../relay/customer-detail.tsx';
import { relayOf } from '../relay/environment.ts';
import { openList } from '../relay/open-list.tsx';
import { press, show } from '../relay/page.tsx';

const url = inject('gateway');
// Many rows have the same status and name, so the id decides their order.
const orderBy = [{ field: 'STATUS' }, { field: 'NAME', direction: 'DESC' }];
const discontinued = { filter: { active: false }, orderBy };
const parents = { filter: { relationshipTypes: ['PARENT'] }, orderBy: [{ field: 'NAME' }] };

test('loadNext goes to the end, with every row once and in the order of the gateway', async () => {
  const all = await customerIds(url, discontinued);
  const relay = relayOf(url);

  const list = await openList(relay, { first: 40, ...discontinued });
  while (list.hasNext()) await list.next(40);

  expect(list.ids()).toEqual(all);
  expect(relay.asked).toHaveLength(Math.ceil(all.length / 40));
});

test('loadPrevious goes to the start', async () => {
  const all = await customerIds(url, discontinued);

  const list = await openList(relayOf(url), { last: 40, ...discontinued });
  while (list.hasPrevious()) await list.previous(40);

  expect(list.ids()).toEqual(all);
  expect(list.hasNext()).toBe(false);
});

test('a list that begins in its middle goes both ways', async () => {
  const all = await customerIds(url, discontinued);
  const { customers } = await ask<{ customers: { pageInfo: { endCursor: string } } }>(
    url,
    `query ($filter: CustomerFilter, $orderBy: [CustomerSort!]) {
      customers(first: 100, filter: $filter, orderBy: $orderBy) { pageInfo { endCursor } }
    }`,
    discontinued,
  );

  const list = await openList(relayOf(url), {
    first: 40,
    after: customers.pageInfo.endCursor,
    ...discontinued,
  });
  expect(list.ids()).toEqual(all.slice(100, 140));
  await list.next(40);
  await list.previous(30);
  expect(list.ids()).toEqual(all.slice(70, 180));
  while (list.hasPrevious()) await list.previous(40);
  while (list.hasNext()) await list.next(40);

  expect(list.ids()).toEqual(all);
});

test('under another filter and order it is another list, and the first is there again afterwards', async () => {
  const [all, others] = await Promise.all([customerIds(url, discontinued), customerIds(url, parents)]);
  const relay = relayOf(url);

  const list = await openList(relay, { first: 40, ...discontinued });
  await list.next(40);
  await list.change({ first: 50, ...parents });
  while (list.hasNext()) await list.next(50);
  expect(list.ids()).toEqual(others);
  await list.change({ first: 40, ...discontinued });
  while (list.hasNext()) await list.next(40);

  expect(list.ids()).toEqual(all);
});

test('node(id) shows a customer, and each list in a list pages by itself', async () => {
  interface Answer {
    customer: {
      id: string;
      childAccounts: { nodes: { id: string; addresses: { nodes: { id: string }[] } }[] };
    };
  }
  const { customer } = await ask<Answer>(
    url,
    `{ customer(by: { shortId: "ACME-CORP" }) { id childAccounts(first: 50, orderBy: [{ field: NAME }]) {
      nodes { id addresses(first: 50) { nodes { id } } } } } }`,
  );
  const { nodes } = customer.childAccounts;
  const relay = relayOf(url);

  const find = await show(
    relay,
    createElement(CustomerDetail, { handle: createRef<DetailHandle>(), id: customer.id }),
  );
  expect(find('.child')).toHaveLength(5);
  for (let [button] = find('button'); button; [button] = find('button')) await press(button, relay);

  expect(find('.child').map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
  expect(find('.address').map(({ id }) => id)).toEqual(
    nodes.flatMap(({ addresses }) => addresses.nodes.map(({ id }) => id)),
  );
});

test('node(id) of something else, or of nothing, is no customer', async () => {
  const { viewer } = await ask<{ viewer: { account: { id: string } } }>(url, '{ viewer { account { id } } }');
  for (const id of [viewer.account.id, 'cus_00000000000000000000000000000000']) {
    const find = await show(
      relayOf(url),
      createElement(CustomerDetail, { handle: createRef<DetailHandle>(), id }),
    );

    expect(find('p').map(({ textContent }) => textContent)).toEqual(['There is no such customer.']);
  }
});
