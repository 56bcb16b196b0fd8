import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { faultsOf, mutate } from '../mutation.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const lists = ['orders', 'orderSubscriptions', 'returns', 'skuLists', 'paymentSources', 'subscriptions'];

const addOrder = (customerId: string, values: object = {}) =>
  db.order.create({ data: { accountId, id: newId('Order'), customerId, ...values } });

async function read(id: string, selection: string) {
  const { data, errors } = await us.execute(`{ customer(by: { id: "${id}" }) { ${selection} } }`);
  expect(errors).toBeUndefined();
  return data.customer;
}

test('a customer without a shopper has the six lists, with the values that a shopper shows', async () => {
  const { customer } = await addWholeCustomer(db, accountId);
  const all = lists.map((name) => `${name} { totalCount nodes { id customer { id } } }`).join(' ');
  const { shopper, ...before } = await read(customer.id, `${all} shopper { ${all} }`);
  expect(shopper).toEqual(before);
  for (const name of lists) {
    expect(before[name].totalCount).toBe(1);
    expect(before[name].nodes[0].customer).toEqual({ id: customer.id });
  }

  const where = { accountId_id: { accountId, id: customer.id } };
  const none = { shopperEmail: null, shopperStatus: null, shopperReference: null, totalOrdersCount: null };
  await db.customer.update({ where, data: none });

  expect(await read(customer.id, `${all} shopper { email }`)).toEqual({ ...before, shopper: null });
});

test('an address, a file and each shop record lead back to their customer', async () => {
  const { customer } = await addWholeCustomer(db, accountId);
  const fields = ['addresses', 'attachments', ...lists];
  const selection = fields.map((name) => `${name} { nodes { customer { number } } }`).join(' ');

  const found = await read(customer.id, selection);

  for (const name of fields) expect(found[name].nodes).toEqual([{ customer: { number: customer.number } }]);
});

test('a return leads to its order, null if it has none', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const order = await addOrder(id, { number: word() });
  for (const orderId of [order.id, null])
    await db.return.create({ data: { accountId, id: newId('Return'), customerId: id, orderId } });

  const { returns } = await read(id, 'returns { nodes { order { number } } }');

  expect(returns.nodes).toHaveLength(2);
  expect(returns.nodes).toEqual(
    expect.arrayContaining([{ order: { number: order.number } }, { order: null }]),
  );
});

test('the number of orders is the given one, or else that of the placed and approved orders', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const statuses = ['DRAFT', 'PENDING', 'EDITING', 'PLACING', 'PLACED', 'APPROVED', 'CANCELLED'] as const;
  for (const status of statuses) await addOrder(id, { status });
  expect(await read(id, 'totalOrdersCount shopper { email }')).toEqual({
    totalOrdersCount: 2,
    shopper: null,
  });

  const where = { accountId_id: { accountId, id } };
  const shopper = { shopperEmail: `${word()}@example.com`, shopperStatus: 'REPEAT' } as const;
  await db.customer.update({ where, data: shopper });
  const counted = { totalOrdersCount: 2, shopper: { totalOrdersCount: 2 } };
  expect(await read(id, 'totalOrdersCount shopper { totalOrdersCount }')).toEqual(counted);

  await db.customer.update({ where, data: { totalOrdersCount: 0 } });
  const given = { totalOrdersCount: 0, shopper: { totalOrdersCount: 0 } };
  expect(await read(id, 'totalOrdersCount shopper { totalOrdersCount }')).toEqual(given);
});

test('a caller gives the number of orders, and null has them counted', async () => {
  const { id } = await add.addCustomer(db, accountId);
  await addOrder(id, { status: 'PLACED' });
  const email = `${word()}@example.com`;
  const give = (totalOrdersCount: number | null) =>
    mutate(
      us,
      'customerUpdate',
      { by: { id }, shopper: { email, totalOrdersCount } },
      'customer { totalOrdersCount }',
    );

  expect((await give(7)).customer).toEqual({ totalOrdersCount: 7 });
  expect(faultsOf(await give(-1))).toEqual(['INVALID shopper.totalOrdersCount']);
  expect((await give(null)).customer).toEqual({ totalOrdersCount: 1 });
});

test('a merge adds the given and the counted numbers of orders, and counts all if none is given', async () => {
  const shopper = () => ({ shopperEmail: `${word()}@example.com`, shopperStatus: 'REPEAT' as const });
  const [target, given, counted, plain] = await Promise.all([
    add.addCustomer(db, accountId),
    add.addCustomer(db, accountId, { ...shopper(), totalOrdersCount: 5 }),
    add.addCustomer(db, accountId, shopper()),
    add.addCustomer(db, accountId),
  ]);
  await addOrder(given.id, { status: 'PLACED' });
  for (const { id } of [counted, plain]) await addOrder(id, { status: 'APPROVED' });
  const merge = (...ids: string[]) =>
    us.execute(
      `mutation ($target: CustomerIdentifier!, $duplicates: [CustomerIdentifier!]!) {
        customerMerge(input: { target: $target, duplicates: $duplicates }) { customer { totalOrdersCount } userErrors { message } } }`,
      { target: { id: target.id }, duplicates: ids.map((id) => ({ id })) },
    );

  const first = await merge(counted.id, plain.id);
  expect(first.data.customerMerge).toEqual({ customer: { totalOrdersCount: 2 }, userErrors: [] });

  const second = await merge(given.id);
  expect(second.data.customerMerge).toEqual({ customer: { totalOrdersCount: 7 }, userErrors: [] });
});

const orderBy = async (by: object) => {
  const { data, errors } = await us.execute(
    'query ($by: RecordIdentifier!) { order(by: $by) { id number } }',
    { by },
  );
  return errors ? errors[0]?.extensions.code : data.order;
};

test('an order is found by id, source record and number', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const { id, number } = await addOrder(customerId, { number: word(), createdAt: new Date(0) });
  const source = { system: 'COMMERCE_LAYER', sourceId: word() } as const;
  await db.objectSource.create({ data: { accountId, type: 'ORDER', orderId: id, ...source } });

  expect(await orderBy({ id })).toEqual({ id, number });
  expect(await orderBy({ source })).toEqual({ id, number });
  expect(await orderBy({ number })).toEqual({ id, number });
  const newer = await addOrder(customerId, { number });
  expect(await orderBy({ number })).toEqual({ id: newer.id, number });
  for (const by of [{ id: newId('Order') }, { number: word() }, { source: { ...source, sourceId: word() } }])
    expect(await orderBy(by)).toBeNull();
  expect(await orderBy({ id: customerId })).toBe('ID_INVALID');
  expect(await orderBy({ source: { system: 'OTHER', sourceId: 'x' } })).toBe('BAD_USER_INPUT');
});

test('an order, a tag and a customer group of another account are not found', async () => {
  const other = await add.addAccount(db);
  const { customer, tag, customerGroup } = await addWholeCustomer(db, other.id);
  const order = await db.order.findFirstOrThrow({ where: { customerId: customer.id } });
  const record = await db.objectSource.findFirstOrThrow({ where: { orderId: order.id } });
  const { system, sourceId } = record;

  expect(await orderBy({ id: order.id })).toBeNull();
  expect(await orderBy({ number: order.number })).toBeNull();
  expect(await orderBy({ source: { system, sourceId } })).toBeNull();
  const { data } = await us.execute(
    '{ tags(first: 250) { nodes { id } } customerGroups(first: 250) { nodes { id } } }',
  );
  expect(data.tags.nodes).not.toContainEqual({ id: tag.id });
  expect(data.customerGroups.nodes).not.toContainEqual({ id: customerGroup.id });
});

test('tags are listed in alphabetical order, and filtered by a part of the name', async () => {
  const mine = await add.addAccount(db);
  for (const name of ['vip', 'big:vip', 'a_b', 'export', 'ab'])
    await db.tag.create({ data: { accountId: mine.id, id: newId('Tag'), name } });
  const tags = async (query: string | null, page = '') => {
    const { data } = await as(mine.id).execute(
      `query ($query: String) { tags(query: $query ${page}) { totalCount nodes { name } pageInfo { endCursor } } }`,
      { query },
    );
    const { nodes, totalCount, pageInfo } = data.tags;
    return { names: nodes.map(({ name }: { name: string }) => name), totalCount, cursor: pageInfo.endCursor };
  };

  expect(await tags(null)).toMatchObject({ names: ['a_b', 'ab', 'big:vip', 'export', 'vip'], totalCount: 5 });
  expect(await tags(' VIP ')).toMatchObject({ names: ['big:vip', 'vip'], totalCount: 2 });
  expect(await tags('_')).toMatchObject({ names: ['a_b'] });
  expect(await tags('%')).toMatchObject({ names: [], totalCount: 0 });
  const { cursor } = await tags('vip', ', first: 1');
  expect(await tags('vip', `, after: "${cursor}"`)).toMatchObject({ names: ['vip'], totalCount: 2 });
});

test('customer groups are listed newest first', async () => {
  const mine = await add.addAccount(db);
  const names = ['first', 'second', 'third'];
  for (const [at, name] of names.entries())
    await db.customerGroup.create({
      data: { id: newId('CustomerGroup'), accountId: mine.id, name, createdAt: new Date(at * 1_000) },
    });

  const { data } = await as(mine.id).execute(
    '{ customerGroups(first: 2) { totalCount nodes { name code } } }',
  );

  const nodes = ['third', 'second'].map((name) => ({ name, code: null }));
  expect(data.customerGroups).toEqual({ totalCount: 3, nodes });
});
