import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway({ demo: true });

const query = 'query ($by: CustomerIdentifier!) { customer(by: $by) { id } }';

/** A customer in a separate account, with all its keys. */
async function addKnown() {
  const account = await addAccount(db);
  const email = `${word()}@example.com`;
  const customer = await addCustomer(db, account.id, {
    shortId: `S-${word()}`,
    shopperEmail: email,
    shopperStatus: 'PROSPECT',
    totalOrdersCount: 0,
    reference: word(),
    referenceOrigin: word(),
  });
  const { id, number, shortId, reference, referenceOrigin } = customer;
  const source = { system: 'AUGNO', sourceId: `ac_${word()}` } as const;
  await db.customerSource.create({
    data: { accountId: account.id, customerId: id, ...source, seenAt: new Date() },
  });
  const keys = [
    { id },
    { number },
    { shortId },
    { shopperEmail: email },
    { reference: { reference, referenceOrigin } },
    { source },
  ];
  return { account, id, keys };
}

const mine = await addKnown();
const theirs = await addKnown();
const keys = mine.keys.map((by, at) => ({ key: Object.keys(by)[0], by, their: theirs.keys[at] }));

test.each(keys)('a customer is found by its $key', async ({ by }) => {
  expect(await as(mine.account.id).execute(query, { by })).toEqual({ data: { customer: { id: mine.id } } });
});

test.each(keys)('another account’s $key finds nothing', async ({ their }) => {
  expect(await as(mine.account.id).execute(query, { by: their })).toEqual({ data: { customer: null } });
  expect(await as(theirs.account.id).execute(query, { by: their })).toEqual({
    data: { customer: { id: theirs.id } },
  });
});

test.each([
  { id: newId('Customer') },
  { number: 'none' },
  { shortId: '' },
  { shopperEmail: 'nobody@example.com' },
  { reference: { reference: 'none' } },
  { source: { system: 'INVENTORY_PRO', sourceId: 'none' } },
  { source: { system: 'OTHER', sourceId: 'hubspot:none' } },
])('%j finds nothing, without an error', async (by) => {
  expect(await as(mine.account.id).execute(query, { by })).toEqual({ data: { customer: null } });
});

test.each(keys)('a lookup by $key takes as few statements as its table allows', async ({ key, by }) => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    reference: ['Query.customer page'],
    source: ['Query.customer(source) page', 'Customer by id'],
  };

  expect(await as(mine.account.id).statementsOf(query, { by })).toEqual(
    expected[key ?? ''] ?? [`Customer by ${key}`],
  );
});

test('numbers, short ids and shopper emails are unique per account', async () => {
  const both = `{
    number: customer(by: { number: "C-000001" }) { name }
    shortId: customer(by: { shortId: "ACME-CORP" }) { name }
    shopperEmail: customer(by: { shopperEmail: "jane.smith@acme.example.com" }) { name }
  }`;

  const first = await as(demoAccountId).execute(both);
  const second = await as(secondDemoAccountId).execute(both);

  const [acme, other] = [{ name: 'Acme Corporation' }, { name: 'Acme Provisions Ltd' }];
  expect(first.data).toEqual({ number: acme, shortId: acme, shopperEmail: acme });
  expect(second.data).toEqual({ number: other, shortId: other, shopperEmail: other });
});

test('a shopper’s email is case-insensitive, other keys are case-sensitive', async () => {
  const { data } = await as(demoAccountId).execute(`{
    shopperEmail: customer(by: { shopperEmail: "Jane.SMITH@Acme.Example.com" }) { shortId shopper { email } }
    shortId: customer(by: { shortId: "acme-corp" }) { id }
    number: customer(by: { number: "c-000001" }) { id }
  }`);

  expect(data).toEqual({
    shopperEmail: { shortId: 'ACME-CORP', shopper: { email: 'jane.smith@acme.example.com' } },
    shortId: null,
    number: null,
  });
});

test('a reference without origin does not match one with an origin', async () => {
  const account = await addAccount(db);
  const reference = word();
  const [bare, sap] = [
    await addCustomer(db, account.id, { reference }),
    await addCustomer(db, account.id, { reference, referenceOrigin: 'sap' }),
  ];

  const { data } = await as(account.id).execute(
    `query ($reference: String!) {
      bare: customer(by: { reference: { reference: $reference } }) { id }
      none: customer(by: { reference: { reference: $reference, referenceOrigin: null } }) { id }
      sap: customer(by: { reference: { reference: $reference, referenceOrigin: "sap" } }) { id }
      other: customer(by: { reference: { reference: $reference, referenceOrigin: "netsuite" } }) { id }
    }`,
    { reference },
  );

  expect(data).toEqual({ bare: { id: bare.id }, none: { id: bare.id }, sap: { id: sap.id }, other: null });
});

test('a source id is unique per system', async () => {
  const { source } = mine.keys.find((by) => 'source' in by) ?? {};

  const { data } = await as(mine.account.id).execute(query, {
    by: { source: { ...source, system: 'INVENTORY_PRO' } },
  });

  expect(data).toEqual({ customer: null });
});

test('the database’s value for a source system is not public', async () => {
  const { account } = mine;
  const { id } = await addCustomer(db, account.id);
  const sourceId = word();
  await db.customerSource.create({
    data: { accountId: account.id, customerId: id, system: 'WAREHOUSE', sourceId, seenAt: new Date() },
  });
  const read = (system: string) =>
    as(account.id).execute(
      'query ($by: CustomerIdentifier!) { customer(by: $by) { id sources { system sourceId } } }',
      { by: { source: { system, sourceId } } },
    );

  expect(await read('INVENTORY_PRO')).toEqual({
    data: { customer: { id, sources: [{ system: 'INVENTORY_PRO', sourceId }] } },
  });
  expect((await read('WAREHOUSE')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test.each(['12345', ':12345', 'hubspot:'])(
  'a source id of OTHER without its system: %s',
  async (sourceId) => {
    const { data, errors } = await as(mine.account.id).execute(query, {
      by: { source: { system: 'OTHER', sourceId } },
    });

    expect(data).toEqual({ customer: null });
    expect(errors).toMatchObject([
      {
        message: `\`by.source.sourceId\` is "${sourceId}". A source id of the system OTHER begins with the name of that system and a colon: \`hubspot:12345\`.`,
        path: ['customer'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  },
);

test.each([
  [
    newId('Address').replace(/_.*/, '_0'),
    '`by.id` is "adr_0", the id of an Address; the id of a Customer begins with "cus_", and `customers` lists all customers.',
  ],
  [
    'nonsense',
    '`by.id` is "nonsense", which is not an id; the id of a Customer begins with "cus_", and `customers` lists all customers.',
  ],
])('by.id %s is rejected', async (id, message) => {
  const { data, errors } = await as(mine.account.id).execute(query, { by: { id } });

  expect(data).toEqual({ customer: null });
  expect(errors).toMatchObject([{ message, path: ['customer'], extensions: { code: 'ID_INVALID' } }]);
});

test.each([
  {},
  { id: null },
  { number: 'C-000001', shortId: 'ACME-CORP' },
  { number: 'C-000001', shortId: null },
])('%j is not exactly one key', async (by) => {
  const { data, errors } = await as(demoAccountId).execute(query, { by });

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
