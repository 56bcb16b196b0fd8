import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addAddress, addCustomer } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway({ demo: true });
const demo = as(demoAccountId);

test('two aliases of a list with the same arguments share a statement, those with different ones do not', async () => {
  const alike = await demo.statementsOf(`{ customers(first: 3) { nodes {
    a: addresses(first: 2) { nodes { id } } b: addresses(first: 2) { nodes { name } }
  } } }`);
  const different = await demo.statementsOf(`{ customers(first: 3) { nodes {
    a: addresses(first: 2) { nodes { id } } b: addresses(first: 1) { nodes { id } } c: addresses(last: 2) { nodes { id } }
  } } }`);

  expect(alike).toEqual(['Query.customers page', 'Customer.addresses page']);
  expect(different).toEqual(['Query.customers page', ...Array(3).fill('Customer.addresses page')]);
});

test('equivalent arguments share a statement, however they are written', async () => {
  const seen = await demo.statementsOf(
    `query ($filter: CustomerFilter, $first: Int) {
      a: customers(first: 25, filter: { active: true, modes: [LIVE], statuses: null }, orderBy: []) { nodes { id } }
      b: customers(filter: { modes: [LIVE], active: true }) { nodes { name } }
      c: customers(first: $first, filter: $filter, orderBy: null, after: null) { pageInfo { endCursor } }
    }`,
    { filter: { active: true, modes: ['LIVE'] } },
  );

  expect(seen).toEqual(['Query.customers page']);
});

test('parents of two root lists share a statement for each edge', async () => {
  const seen = await demo.statementsOf(`{
    a: customers(first: 5) { nodes { addresses { nodes { geolocation { id } } } type { id } } }
    b: customers(last: 5) { nodes { addresses { nodes { geolocation { id } } } type { id } } }
  }`);

  expect(seen).toEqual([
    'Query.customers page',
    'Query.customers page',
    'AccountGroup by id',
    'Customer.addresses page',
    'Geolocation by id',
  ]);
});

test('parents that were reached upwards and downwards share a statement for each edge', async () => {
  const account = await addAccount(db);
  const grandparent = await addCustomer(db, account.id);
  const child = await addCustomer(db, account.id, { parentId: grandparent.id });
  const parent = await addCustomer(db, account.id);
  const grandchild = await addCustomer(db, account.id, { parentId: parent.id });
  for (const { id } of [grandparent, grandchild]) await addAddress(db, account.id, id);

  const seen = await as(account.id).statementsOf(
    `query ($ids: [ID!]) { customers(filter: { ids: $ids }) { nodes {
      parentAccount { addresses { nodes { geolocation { id } } } }
      childAccounts { nodes { addresses { nodes { geolocation { id } } } } }
    } } }`,
    { ids: [child.id, parent.id] },
  );

  expect(seen).toEqual([
    'Query.customers page',
    'Customer by id',
    'Customer.childAccounts page',
    'Customer.addresses page',
    'Geolocation by id',
  ]);
});

test('edges of different fields to one type share a statement', async () => {
  const account = await addAccount(db);
  const { customer } = await addWholeCustomer(db, account.id);
  const shipTo = await addAddress(db, account.id, customer.id);
  const where = { accountId_id: { accountId: account.id, id: customer.id } };
  await db.customer.update({ where, data: { shipToAddressId: shipTo.id } });

  const seen = await as(account.id).statementsOf(`{ customers { nodes {
    billToAddress { geolocation { id } } shipToAddress { geolocation { id } }
    creditLimit { unit { id } displayValue }
    defaults { shippingTerm { flatRate { unit { id } } minimumOrderValue { displayValue } } }
  } } }`);

  expect(seen).toEqual([
    'Query.customers page',
    'Address by id',
    'ShippingTerm by id',
    'Unit by id',
    'Geolocation by id',
  ]);
});

test('a row that one path has loaded is not loaded again on another', async () => {
  const account = await addAccount(db);
  const { customer } = await addWholeCustomer(db, account.id);
  await addCustomer(db, account.id, {
    parentId: customer.id,
    typeId: customer.typeId,
    salesRepId: customer.salesRepId,
  });

  const seen = await as(
    account.id,
  ).statementsOf(`{ customers(filter: { relationshipTypes: [PARENT] }) { nodes {
    type { name }
    defaults { salesRep { name email user { username } } }
    effectivePolicies { commission { via { name } } }
    childAccounts { nodes {
      type { name } parentAccount { name type { name } } defaults { salesRep { user { name } } }
    } }
  } } }`);

  expect(seen).toEqual([
    'Query.customers page',
    'AccountGroup by id',
    'Customer.childAccounts page',
    'AccountUser by id',
    'User by id',
  ]);
});

test('the rows of a page are not loaded again by their ids', async () => {
  const account = await addAccount(db);
  const { customer, carrier, address } = await addWholeCustomer(db, account.id);

  const seen = await as(account.id).statementsOf(
    `query ($ids: [ID!]!) {
      customers { nodes { addresses { nodes { id } } freightPreferences { carrier { serviceLevels { nodes { carrier { id } } } } } } }
      nodes(ids: $ids) { id }
    }`,
    { ids: [customer.id] },
  );
  const { data } = await as(account.id).execute(
    '{ customers { nodes { billToAddress { id } freightPreferences { carrier { id } } } } }',
  );

  expect(seen).toEqual([
    'Customer by id',
    'Query.customers page',
    'Carrier by id',
    'Customer.addresses page',
    'Carrier.serviceLevels page',
  ]);
  expect(data.customers.nodes).toEqual([
    { billToAddress: { id: address.id }, freightPreferences: { carrier: { id: carrier.id } } },
  ]);
});

test('nodes of many types take one statement for each type, however many there are', async () => {
  const account = await addAccount(db);
  const all = await Promise.all([1, 2, 3].map(() => addWholeCustomer(db, account.id)));
  const ids = all.flatMap(({ customer, carrier, address }) => [
    customer.id,
    carrier.id,
    address.id,
    `qty_credit_limit_${customer.id}`,
  ]);

  const seen = await as(account.id).statementsOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

  expect(seen).toEqual(['Customer by id', 'Carrier by id', 'Address by id']);
});

test('concurrent requests share no statements', async () => {
  const account = await addAccount(db);
  const { paymentTerm } = await addWholeCustomer(db, account.id);
  const query = '{ customers { nodes { defaults { paymentTerm { name } } } } }';
  const { execute, statementsOf } = as(account.id);

  const before = await execute(query);
  await db.paymentTerm.update({ where: { id: paymentTerm.id }, data: { name: 'Net 7' } });
  const after = await execute(query);
  // Each sees the statements of both until it has completed.
  const [one, two] = await Promise.all([statementsOf(query), statementsOf(query)]);

  expect(before.data.customers.nodes).toEqual([{ defaults: { paymentTerm: { name: paymentTerm.name } } }]);
  expect(after.data.customers.nodes).toEqual([{ defaults: { paymentTerm: { name: 'Net 7' } } }]);
  expect((one.length > two.length ? one : two).toSorted()).toEqual([
    ...Array(2).fill('PaymentTerm by id'),
    ...Array(2).fill('Query.customers page'),
  ]);
});

const big = `query ($first: Int, $groups: Int, $children: Int, $levels: Int) {
  customers(first: $first, orderBy: [{ field: NUMBER }]) { nodes {
    name
    creditLimit { displayValue }
    freightPreferences { carrier { name serviceLevels(first: $levels) { nodes { name } } } serviceLevel { name } }
    defaults { paymentTerm { name } shippingTerm { name } priority { name } salesRep { role { name } user { name } } }
    billToAddress { name geolocation { locality } } shipToAddress { name geolocation { locality } }
    type { name }
    priceGroups(first: $groups) { nodes { name } }
    childAccounts(first: $children) { nodes { name addresses { nodes { name geolocation { locality } } } } }
  } }
}`;

test('a page of customers with all related rows takes as many statements for any value of `first`', async () => {
  const expected = [
    'Query.customers page',
    'Carrier by id',
    'ServiceLevel by id',
    'PaymentTerm by id',
    'ShippingTerm by id',
    'Priority by id',
    'AccountUser by id',
    'Address by id',
    'AccountGroup by id',
    'Customer.priceGroups page',
    'Customer.childAccounts page',
    'Unit by id',
    'Carrier.serviceLevels page',
    'Role by id',
    'User by id',
    'Geolocation by id',
    'Customer.addresses page',
    'Geolocation by id',
  ];

  for (const [first, groups, children, levels] of [
    [1, 1, 1, 1],
    [5, 5, 10, 25],
    [50, 5, 10, 25],
    [250, 100, 250, 250],
  ])
    expect((await demo.statementsOf(big, { first, groups, children, levels })).toSorted()).toEqual(
      expected.toSorted(),
    );
});
