import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderFilter } from '../../src/db/read/filter/filters.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { fillBase, headIds, orderNumbers } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import { customerFilter, orderFilter } from './choice.ts';
import { isOrder, matches, plain } from './oracle.ts';
import { readCustomers } from './stored-customers.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const caller = as(own);
const customers = await readCustomers(db, own);
const orders = customers.flatMap((customer) => customer.orders.map((order) => ({ ...order, customer })));

const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id).toSorted();

async function listed(args: Readonly<Record<string, unknown>>) {
  const document = `query ($filter: OrderFilter, $query: String, $parents: [ID!]!) {
    orders(first: 250, filter: $filter, query: $query) { totalCount nodes { id } }
    nodes(ids: $parents) { id ... on Customer { orders(first: 250, filter: $filter, query: $query) { nodes { id } } } } }`;
  const { data, errors } = await caller.execute(document, { ...args, parents: headIds.slice(0, 3) });
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data.orders.totalCount).toBe(data.orders.nodes.length);
  return data;
}

const words = fc.constantFrom(null, '', ' ', '8396', 'web ä1', 'WEB-a', '%', '6 9');

test('orders are listed by filters and numbers, at the root and of each customer', async () => {
  const filters = fc.record(
    { own: orderFilter, customer: fc.option(customerFilter(settings, 0), { nil: null }) },
    { requiredKeys: ['own'] },
  );
  await fc.assert(
    asyncProperty(filters, words, async ({ own: filter, customer }, query) => {
      const given: OrderFilter = customer ? { and: [filter, { customer }] } : filter;

      const data = await listed({ filter: given, query });

      const found = orders.filter(
        (order) =>
          isOrder(order, filter) &&
          (!customer || matches(order.customer, customer)) &&
          (query ?? '')
            .split(' ')
            .every((word) => word === '' || plain(order.number ?? '').includes(plain(word))),
      );
      expect(idsOf(data.orders.nodes)).toEqual(idsOf(found));
      for (const { id, orders: own } of data.nodes)
        expect(idsOf(own.nodes)).toEqual(idsOf(found.filter(({ customerId }) => customerId === id)));
    }),
    runs(60, 40),
  );
});

const orderings = [
  ['[]', 'created_at desc, id desc'],
  ['{ field: CREATED_AT }', 'created_at, id'],
  ['{ field: PLACED_AT, direction: DESC }', 'placed_at desc nulls last, id desc'],
  ['{ field: NUMBER }', 'number collate natural_order, id'],
  [
    '[{ field: TOTAL, direction: DESC }, { field: CREATED_AT }]',
    'currency_code desc nulls last, total_amount desc nulls last, created_at, id',
  ],
] as const;

test.each(orderings)('orders ordered by %s, page by page, are ordered by %s', async (orderBy, sql) => {
  const { rows } = await pool.query(`select id from orders where account_id = $1 order by ${sql}`, [own]);

  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors } = await caller.execute(
      `query ($after: String) { orders(first: 7, after: $after, orderBy: ${orderBy}) {
        nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    seen.push(...data.orders.nodes.map(({ id }: { id: string }) => id));
    after = data.orders.pageInfo.endCursor;
    more = data.orders.pageInfo.hasNextPage;
  }

  expect(seen).toEqual(rows.map(({ id }) => id));
});

test('the customer of an order is found by the order’s number', async () => {
  const [number] = orderNumbers;
  const { data } = await caller.execute(
    `{ order(by: { number: "${number}" }) { customer { id } }
      found: customers(first: 250, query: "${number}") { nodes { id } }
      customers(first: 250, filter: { orders: { some: { number: { equals: "${number}" } } } }) { nodes { id } } }`,
  );

  const owners = new Set(
    orders.filter((order) => order.number === number).map(({ customerId }) => customerId),
  );
  expect(owners).toContain(data.order.customer.id);
  expect(idsOf(data.customers.nodes)).toEqual([...owners].toSorted());
  expect(idsOf(data.found.nodes)).toEqual([...owners].toSorted());
});
