import { getNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { fieldsOf, isConnection, leadsTo, objectTypes, queryType, typeNamed } from '../selection.ts';
import { fillBase, headIds } from './base.ts';
import { fillSettings, own } from './base-settings.ts';

const { db, pool, as } = await openGateway();
await fillBase(db, await fillSettings(db));
const caller = as(own);

/** Items whose filter has the name of another type, since both list changes. */
const otherFilters: Readonly<Record<string, string>> = {
  CustomerEvent: 'CustomerChangeFilter',
};

const lists = [queryType, ...objectTypes].flatMap((type) =>
  fieldsOf(type)
    .filter((field) => isConnection(leadsTo(field)))
    .map((field) => ({ name: `${type.name}.${field.name}`, field })),
);

test.each(lists)('$name takes the filter of its items', ({ field }) => {
  const { nodes } = typeNamed(leadsTo(field)?.name ?? '').getFields();
  const item = nodes && getNamedType(nodes.type).name;

  const filter = field.args.find(({ name }) => name === 'filter');
  expect(filter && getNamedType(filter.type).name).toBe(otherFilters[item ?? ''] ?? `${item}Filter`);
});

const customer = headIds[0] ?? '';

/** A list of a customer, a filter, and the condition of its rows. */
const filtered = [
  [
    'returns',
    '{ statuses: [APPROVED], order: { exists: true } }',
    `status = 'APPROVED' and order_id is not null`,
  ],
  ['returns', '{ number: { startsWith: "ret-A" } }', `number = 'ret-ä'`],
  [
    'returns',
    '{ not: { order: { statuses: [PLACED] } } }',
    `not exists (select from orders o
    where o.id = t.order_id and o.status = 'PLACED')`,
  ],
  [
    'orderSubscriptions',
    '{ statuses: [ACTIVE], frequency: { equals: "Monthly" } }',
    `status = 'ACTIVE' and frequency = 'monthly'`,
  ],
  ['orderSubscriptions', '{ nextRunAt: { exists: false } }', 'next_run_at is null'],
  ['orderSubscriptions', '{ expiresAt: { from: "2025-01-01" } }', `expires_at >= '2025-01-01T00:00:00Z'`],
  ['subscriptions', '{ customerEmail: { startsWith: "b@" } }', `customer_email like 'B@%'`],
  ['paymentSources', '{ type: { in: ["STRIPE_payments"] } }', `type = 'stripe_payments'`],
  ['paymentSources', '{ name: { contains: "4242" } }', `name like '%4242%'`],
  [
    'skuLists',
    '{ or: [{ slug: { equals: "wuensche" } }, { description: { contains: "zoe" } }] }',
    `(slug = 'wuensche' or description like '%Zoë%')`,
  ],
  ['attachments', '{ name: { contains: "o.xls" } }', `name like '%Ö.xls%'`],
  [
    'attachments',
    '{ description: { exists: false }, createdAt: { from: "2024-03-01" } }',
    `description is null and created_at >= '2024-03-01T00:00:00Z'`,
  ],
] as const;

const tables: Readonly<Record<string, string>> = {
  orderSubscriptions: 'order_subscriptions',
  paymentSources: 'payment_sources',
  skuLists: 'sku_lists',
  subscriptions: 'customer_subscriptions',
};

test.each(filtered)('%s of a customer are filtered by %s', async (field, filter, condition) => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ${tables[field] ?? field} t where account_id = $1 and customer_id = $2 and ${condition} order by id`,
    [own, customer],
  );

  const { data, errors } = await caller.execute(
    `{ node(id: "${customer}") { ... on Customer {
      ${field}(first: 250, filter: ${filter}) { totalCount nodes { id } }
      page: ${field}(first: 2, filter: ${filter}) { nodes { id } pageInfo { endCursor hasNextPage } } } } }`,
  );

  expect(errors).toBeUndefined();
  const { [field]: list, page } = data.node;
  expect(rows.length).toBeGreaterThan(0);
  expect(list.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
  expect(list.totalCount).toBe(rows.length);
  expect(page.nodes).toEqual(list.nodes.slice(0, 2));
  expect(page.pageInfo.hasNextPage).toBe(rows.length > 2);
});

test('orders are filtered by their returns', async () => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from orders o where account_id = $1
      and exists (select from returns r where r.order_id = o.id and r.status = 'APPROVED') order by id`,
    [own],
  );

  const { data } = await caller.execute(
    `{ orders(first: 250, filter: { returns: { some: { statuses: [APPROVED] } } }) { nodes { id } }
      without: orders(filter: { returns: { none: {} } }) { totalCount } all: orders { totalCount }
      with: orders(filter: { returns: { some: {} } }) { totalCount } }`,
  );

  expect(rows.length).toBeGreaterThan(0);
  expect(data.orders.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
  expect(data.with.totalCount).toBeGreaterThan(0);
  expect(data.without.totalCount + data.with.totalCount).toBe(data.all.totalCount);
});
