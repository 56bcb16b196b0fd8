import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, objectsIn, queryType, typeNamed } from '../selection.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as, pool } = await openGateway({ demo: true });

const query = `query ($id: ID!) { customer(by: { id: $id }) {
  shopper { email status hasPassword totalOrdersCount shopperReference }
} }`;

test('a customer without sign-in has no shopper', async () => {
  const account = await addAccount(db);
  const { id } = await addCustomer(db, account.id);

  expect(await as(account.id).execute(query, { id })).toEqual({ data: { customer: { shopper: null } } });
});

test('a shopper has a password only if one is stored', async () => {
  const account = await addAccount(db);
  const shopper = { shopperStatus: 'PROSPECT', totalOrdersCount: 0 } as const;
  const [one, other] = [`${word()}@example.com`, `${word()}@example.com`];
  const { id } = await addCustomer(db, account.id, { ...shopper, shopperEmail: one });
  await addCustomer(db, account.id, { ...shopper, shopperEmail: other });
  await db.shopperCredential.create({
    data: { accountId: account.id, customerId: id, passwordHash: word() },
  });

  const { data } = await as(account.id).execute(
    `{ customers(orderBy: [{ field: CREATED_AT }]) { nodes {
      shopper { email status hasPassword totalOrdersCount shopperReference }
    } } }`,
  );

  const rest = { status: 'PROSPECT', totalOrdersCount: 0, shopperReference: null };
  expect(data.customers.nodes).toEqual([
    { shopper: { email: one, hasPassword: true, ...rest } },
    { shopper: { email: other, hasPassword: false, ...rest } },
  ]);
});

test('a customer’s shop rows are its own, and orders show their total', async () => {
  const account = await addAccount(db);
  const [{ customer }] = [await addWholeCustomer(db, account.id), await addWholeCustomer(db, account.id)];
  const bare = await db.order.findFirstOrThrow({ where: { customerId: customer.id } });

  const { data } = await as(account.id).execute(
    `query ($id: ID!) { customer(by: { id: $id }) { shopper {
      orders { totalCount nodes { id number status total { amount currencyCode displayValue } } }
      orderSubscriptions { totalCount } paymentSources { totalCount } returns { totalCount }
      skuLists { totalCount } subscriptions { totalCount nodes { customerEmail } }
    } } }`,
    { id: customer.id },
  );

  const one = { totalCount: 1 };
  expect(data.customer.shopper).toMatchObject({
    orders: {
      ...one,
      nodes: [
        {
          id: bare.id,
          number: bare.number,
          status: 'DRAFT',
          total: { amount: '1234.5', currencyCode: 'USD', displayValue: '$1,234.50' },
        },
      ],
    },
    ...{ orderSubscriptions: one, paymentSources: one, returns: one, skuLists: one, subscriptions: one },
  });
});

test('no response contains a password hash', async () => {
  const acme = `customer(by: { shortId: "ACME-CORP" }) ${everythingOf(typeNamed('Customer'), 4, 3)}`;
  const { rows } = await pool.query<{ hash: string }>(
    'select password_hash as hash from shopper_credentials',
  );

  const answers = [
    await as(demoAccountId).execute(`{ ${acme} }`),
    await as(demoAccountId).execute(everythingOf(queryType, 4, 5)),
  ];
  const text = JSON.stringify(answers);
  const passwords = objectsIn(answers).filter((each) => 'hasPassword' in each && each.hasPassword === true);

  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  expect(passwords).not.toEqual([]);
  expect(rows).not.toEqual([]);
  expect(text).not.toMatch(/scrypt|passwordHash|password_hash/i);
  expect(rows.filter(({ hash }) => text.includes(hash))).toEqual([]);
});
