import { expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';
import { mutate } from '../../../mutation.ts';
import { addWholeCustomer } from '../../../whole-customer.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const lists = 'priceGroups tags addresses childAccounts attachments events'.split(' ');
const shopperLists = 'orders returns subscriptions orderSubscriptions skuLists paymentSources'.split(' ');
const counted = (names: readonly string[]) => names.map((name) => `${name} { totalCount }`).join(' ');
const merge = (input: object, selection = 'id version') =>
  mutate(us, 'customerMerge', input, `customer { ${selection} }`);
const stored = (id: string) => db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });
const key = (id: string) => ({ where: { accountId_id: { accountId, id } } });

/** The number of rows in each table that refer to a customer. */
async function countsOf(id: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ table: string }>(
    `select table_name as table from information_schema.columns
      where column_name = 'customer_id' and table_schema = current_schema order by table_name`,
  );
  const counts: Record<string, number> = {};
  for (const { table: name } of rows) {
    const found = await pool.query<{ n: number }>(
      `select count(*)::integer as n from ${name} where customer_id = $1`,
      [id],
    );
    counts[name] = found.rows[0]?.n ?? 0;
  }
  return counts;
}

test('all rows of two sources move to the target, which keeps its own', async () => {
  const [target, one, two] = [
    await addWholeCustomer(db, accountId),
    await addWholeCustomer(db, accountId),
    await addWholeCustomer(db, accountId),
  ];
  const { id } = target.customer;
  const before = await stored(id);
  const ids = [id, one.customer.id, two.customer.id];

  const { customer, userErrors } = await merge(
    { target: { id }, duplicates: [{ id: one.customer.id }, { id: two.customer.id }] },
    `version ${counted(lists)} sources { sourceId } shopper { ${counted(shopperLists)} }`,
  );

  expect(userErrors).toEqual([]);
  const { version, sources, shopper, ...counts } = customer;
  const threeOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, { totalCount: 3 }]));
  expect(version).toBe(2);
  expect(sources).toHaveLength(3);
  expect(shopper).toEqual(threeOf(shopperLists));
  expect(counts).toEqual({ ...threeOf(lists), childAccounts: { totalCount: 0 }, events: { totalCount: 4 } });
  const { updatedAt } = await stored(id);
  expect(await stored(id)).toEqual({ ...before, version: 2, totalOrdersCount: 3, updatedAt });
  expect(await countsOf(id)).toEqual({
    ...{ addresses: 3, attachments: 3, customer_aliases: 2, customer_events: 4, customer_price_groups: 3 },
    ...{ customer_search: 1, customer_sources: 3, customer_subscriptions: 3, customer_tags: 3 },
    ...{ order_subscriptions: 3, orders: 3, password_reset_tokens: 0, payment_sources: 3, returns: 3 },
    ...{ shopper_credentials: 1, sku_lists: 3 },
  });
  expect(await db.customer.count({ where: { id: { in: ids } } })).toBe(1);
  for (const source of [one, two]) {
    const gone = Object.values(await countsOf(source.customer.id));
    expect(gone.every((count) => count === 0)).toBe(true);
  }
});

test('the sources’ ids and records lead to the target, also after a further merge', async () => {
  const [first, second, third] = [
    await addWholeCustomer(db, accountId),
    await addWholeCustomer(db, accountId),
    await addWholeCustomer(db, accountId),
  ];
  const ids = [first, second, third].map(({ customer }) => customer.id);
  const [a, b, c] = ids;
  const { sourceId } = await db.customerSource.findFirstOrThrow({ where: { customerId: a ?? '' } });

  await merge({ target: { id: b }, duplicates: [{ id: a }] });
  await merge({ target: { id: c }, duplicates: [{ id: a }] });

  const { data } = await us.execute(
    `query ($ids: [ID!]!, $id: ID!, $sourceId: String!) {
      nodes(ids: $ids) { id } node(id: $id) { id } customer(by: { id: $id }) { id }
      bySource: customer(by: { source: { system: INVENTORY_PRO, sourceId: $sourceId } }) { id } }`,
    { ids, id: a, sourceId },
  );
  expect(data).toEqual({
    nodes: [{ id: c }, { id: c }, { id: c }],
    node: { id: c },
    customer: { id: c },
    bySource: { id: c },
  });
  expect(
    await db.customerAlias.findMany({ where: { accountId, id: { in: [a ?? '', b ?? ''] } } }),
  ).toMatchObject([{ customerId: c }, { customerId: c }]);
  const written = await mutate(
    us,
    'customerUpdate',
    { by: { id: a }, note: 'by an old id' },
    'customer { id note }',
  );
  expect(written.customer).toEqual({ id: c, note: 'by an old id' });
  const address = await mutate(
    us,
    'customerAddressCreate',
    { by: { id: b }, address: { name: 'New', country: 'US' } },
    'address { id }',
  );
  expect(await db.address.findFirst({ where: { id: address.address.id } })).toMatchObject({ customerId: c });
});

test('duplicate groups, tags and addresses are merged', async () => {
  const { customer, priceGroup, tag, address } = await addWholeCustomer(db, accountId);
  const source = await add.addCustomer(db, accountId);
  const own = { accountId, customerId: source.id };
  await add.addToPriceGroup(db, accountId, source.id, priceGroup.id);
  await db.customerTag.create({ data: { ...own, tagId: tag.id } });
  const place = await db.geolocation.findFirstOrThrow({ where: { id: address.geolocationId ?? '' } });
  const { accountId: _account, id: _place, ...where } = place;
  const add2 = (input: object) => mutate(us, 'customerAddressCreate', input, 'address { id }');
  const { name, phone, email } = address;
  const same = await add2({ by: { id: source.id }, address: { name, phone, email, ...where } });
  const another = await add2({
    by: { id: source.id },
    address: { name, phone, email, ...where, state: 'XX' },
  });
  await db.customer.update({ ...key(source.id), data: { billToAddressId: same.address.id } });

  const merged = await merge(
    { target: { id: customer.id }, duplicates: [{ id: source.id }] },
    'priceGroups { nodes { id } } tags { nodes { id } } addresses { nodes { id } } billToAddress { id }',
  );

  expect(merged.userErrors).toEqual([]);
  expect(merged.customer).toEqual({
    priceGroups: { nodes: [{ id: priceGroup.id }] },
    tags: { nodes: [{ id: tag.id }] },
    addresses: { nodes: [{ id: another.address.id }, { id: address.id }] },
    billToAddress: { id: address.id },
  });
  expect(await db.geolocation.count({ where: { accountId, postalCode: where.postalCode } })).toBe(2);
});

test('a target without external keys takes over those of a source', async () => {
  const target = await add.addCustomer(db, accountId);
  const bare = await add.addCustomer(db, accountId, { shortId: `S-${add.word()}` });
  const { customer } = await addWholeCustomer(db, accountId);
  const second = await addWholeCustomer(db, accountId);

  const { userErrors } = await merge({
    target: { id: target.id },
    duplicates: [{ id: bare.id }, { id: customer.id }, { id: second.customer.id }],
  });

  expect(userErrors).toEqual([]);
  expect(await stored(target.id)).toEqual({
    ...target,
    ...{ version: 2, updatedAt: expect.any(Date), shortId: bare.shortId, totalOrdersCount: 2 },
    ...{ reference: customer.reference, referenceOrigin: customer.referenceOrigin },
    ...{ shopperEmail: customer.shopperEmail, shopperStatus: 'ACQUIRED' },
    ...{ shopperReference: customer.shopperReference, customerGroupId: customer.customerGroupId },
  });
  const { data } = await us.execute(
    'query ($email: String!) { customer(by: { shopperEmail: $email }) { id shopper { hasPassword totalOrdersCount } } }',
    { email: customer.shopperEmail },
  );
  expect(data.customer).toEqual({ id: target.id, shopper: { hasPassword: true, totalOrdersCount: 2 } });
});

test('the creation time of a merged customer is the earliest, with a change', async () => {
  const target = await add.addCustomer(db, accountId, { createdAt: new Date('2024-02-01') });
  const [older, oldest] = [
    await add.addCustomer(db, accountId, { createdAt: new Date('2023-02-01') }),
    await add.addCustomer(db, accountId, { createdAt: new Date('2022-02-01T00:00:00.001Z') }),
  ];
  const selection = 'createdAt events(first: 1) { nodes { changes { path oldValue newValue } } }';

  const { customer } = await merge(
    { target: { id: target.id }, duplicates: [{ id: oldest.id }, { id: older.id }] },
    selection,
  );

  expect(customer.createdAt).toBe('2022-02-01T00:00:00.001Z');
  expect(customer.events.nodes[0].changes).toContainEqual({
    path: 'createdAt',
    oldValue: '2024-02-01T00:00:00.000Z',
    newValue: '2022-02-01T00:00:00.001Z',
  });
});
