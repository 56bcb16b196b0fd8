import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer, addUnit } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway({ demo: true });

const owner = 'owner { type }';
const level = `{ name ${owner} carrier { name ${owner} } }`;
const quantity = `{ value displayValue unit { name ${owner} } convert(to: $unit) { value } }`;

/** Fields that the sales system's REST pages always omit (shared/domain.md A5). */
const leftOut = `
  creditLimit ${quantity}
  contactInfo { name email phone fax url }
  freightPreferences {
    status billingType billingAccount
    carrier { name ${owner} serviceLevels { nodes ${level} } } serviceLevel ${level}
  }
  defaults {
    paymentTerm { name ${owner} } priority { name ${owner} }
    shippingTerm {
      name ${owner} flatRate ${quantity} minimumOrderValue ${quantity} freeShippingServiceLevels { nodes ${level} }
    }
    salesRep { name role { name ${owner} } department { name } user { name email } }
  }
  notificationPreferences { acceptsInvoiceEmails }
  billToAddress { name geolocation { locality } } shipToAddress { name geolocation { locality } }
  type { name } priceGroups { nodes { name } }`;

/** The paths of null or empty lists in a response. */
function gapsIn(value: unknown, path = ''): readonly string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => gapsIn(each, `${path}.${key}`));
}

async function addFamily(accountId: string, creditLimitUnitId: string) {
  const { customer } = await addWholeCustomer(db, accountId, { creditLimitUnitId });
  await addWholeCustomer(db, accountId, { creditLimitUnitId, parentId: customer.id });
}

test('fields that REST pages omit are returned, also for parents and children, in a constant number of statements', async () => {
  const account = await addAccount(db);
  const { id: unit } = await addUnit(db, account.id);
  await addFamily(account.id, unit);
  const { execute, statementsOf } = as(account.id);
  const query = `query ($unit: ID!, $first: Int) {
    customers(first: $first, filter: { relationshipTypes: [CHILD] }) { nodes {
      ${leftOut}
      parentAccount { ${leftOut} childAccounts { nodes { ${leftOut} parentAccount { ${leftOut} } } } }
    } }
  }`;
  const one = await statementsOf(query, { unit, first: 1 });
  await Promise.all(Array.from({ length: 7 }, () => addFamily(account.id, unit)));

  const { data, errors } = await execute(query, { unit, first: 8 });
  const many = await statementsOf(query, { unit, first: 8 });

  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(8);
  expect(gapsIn(data)).toEqual([]);
  expect(many.toSorted()).toEqual(one.toSorted());
  expect(many).toHaveLength(35);
});

test('a family leads to parents and children at any depth', async () => {
  const account = await addAccount(db);
  const parent = await addCustomer(db, account.id);
  const [older, younger] = [
    await addCustomer(db, account.id, { parentId: parent.id, createdAt: new Date('2026-01-01') }),
    await addCustomer(db, account.id, { parentId: parent.id, createdAt: new Date('2026-01-02') }),
  ];

  const { data } = await as(account.id).execute(
    `query ($id: ID!) { customer(by: { id: $id }) {
      relationshipType
      parentAccount { id relationshipType parentAccount { id } childAccounts { totalCount nodes {
        id childAccounts { totalCount nodes { id } } parentAccount { id childAccounts(first: 1) { nodes { id } } }
      } } }
    } }`,
    { id: older.id },
  );

  const above = { id: parent.id, childAccounts: { nodes: [{ id: younger.id }] } };
  const none = { totalCount: 0, nodes: [] };
  expect(data.customer).toEqual({
    relationshipType: 'CHILD',
    parentAccount: {
      id: parent.id,
      relationshipType: 'PARENT',
      parentAccount: null,
      childAccounts: {
        totalCount: 2,
        nodes: [
          { id: younger.id, childAccounts: none, parentAccount: above },
          { id: older.id, childAccounts: none, parentAccount: above },
        ],
      },
    },
  });
});

test('the warehouse’s samples have exactly its values', async () => {
  const query = `query ($shortId: String!) { customer(by: { shortId: $shortId }) {
    shortId name active discontinuedAt createdAt updatedAt
    contactInfo { name email phone fax }
    billToAddress { geolocation { streetLine1 streetLine2 locality state postalCode country } }
  } }`;
  const { execute } = as(demoAccountId);

  const acme = await execute(query, { shortId: 'ACME-CORP' });
  const bright = await execute(query, { shortId: 'BRIGHT-MFG' });

  expect(acme.data.customer).toEqual({
    shortId: 'ACME-CORP',
    name: 'Acme Corporation',
    active: true,
    discontinuedAt: null,
    createdAt: '2023-04-15T08:30:00.000Z',
    updatedAt: '2024-11-02T14:22:00.000Z',
    contactInfo: { name: 'Jane Smith', email: 'orders@acme.example.com', phone: '555-0100', fax: null },
    billToAddress: {
      geolocation: {
        streetLine1: '123 Industrial Way',
        streetLine2: null,
        locality: 'Springfield',
        state: 'IL',
        postalCode: '62701',
        country: 'US',
      },
    },
  });
  expect(bright.data.customer).toEqual({
    shortId: 'BRIGHT-MFG',
    name: 'Bright Manufacturing LLC',
    active: true,
    discontinuedAt: null,
    createdAt: '2022-09-01T09:00:00.000Z',
    updatedAt: '2025-01-15T11:05:00.000Z',
    contactInfo: {
      name: 'Tom Briggs',
      email: 'inventory@brightmfg.example.com',
      phone: '555-0201',
      fax: '555-0202',
    },
    billToAddress: {
      geolocation: {
        streetLine1: '88 Factory Rd',
        streetLine2: 'Suite 200',
        locality: 'Rockford',
        state: 'IL',
        postalCode: '61101',
        country: 'US',
      },
    },
  });
});

test('optional parts of a customer are null if empty, and others are always objects', async () => {
  const account = await addAccount(db);
  const { id } = await addCustomer(db, account.id);

  const { data } = await as(account.id).execute(
    `query ($id: ID!) { customer(by: { id: $id }) {
      creditLimit { id } contactInfo { email } defaults { priority { id } } shopper { email } customerGroup { id }
      billToAddress { id } shipToAddress { id } type { id } parentAccount { id } metadata version
      freightPreferences { status carrier { id } serviceLevel { id } billingType }
      notificationPreferences { acceptsInvoiceEmails } sources { sourceId }
      addresses { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    } }`,
    { id },
  );

  expect(data.customer).toEqual({
    ...{ creditLimit: null, contactInfo: null, defaults: null, shopper: null, customerGroup: null },
    ...{ billToAddress: null, shipToAddress: null, type: null, parentAccount: null },
    metadata: {},
    version: 1,
    freightPreferences: { status: 'BILLED_FREIGHT', carrier: null, serviceLevel: null, billingType: null },
    notificationPreferences: { acceptsInvoiceEmails: false },
    sources: [],
    addresses: {
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    },
  });
});
