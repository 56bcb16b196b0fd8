import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { everythingWritten } from '../everything-written.ts';
import { faultsOfAll, upsertMany } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const { customer, type, priceGroup, serviceLevel } = await addWholeCustomer(db, accountId);
const other = await add.addCustomer(db, accountId, {
  ...{ shopperEmail: 'other@example.com', shopperStatus: 'PROSPECT', totalOrdersCount: 0 },
});
const by = { number: other.number };
const email = { shopperEmail: 'Other@Example.com' };

const cases: readonly (readonly [string, object, readonly string[]])[] = [
  ['an existing customer whose name is cleared', { by, name: null }, ['REQUIRED name']],
  ['an empty number', { by: { number: ' \n' }, name: 'x' }, ['REQUIRED by.number']],
  ['a long number', { by: { number: 'x'.repeat(65) }, name: 'x' }, ['TOO_LONG by.number']],
  ['a long short id', { by: { shortId: 'x'.repeat(256) }, name: 'x' }, ['TOO_LONG by.shortId']],
  ['an invalid email as key', { by: { shopperEmail: 'ada@' }, name: 'x' }, ['INVALID by.shopperEmail']],
  [
    'an empty reference of a long origin',
    { by: { reference: { reference: '', referenceOrigin: 'x'.repeat(65) } }, name: 'x' },
    ['REQUIRED by.reference.reference', 'TOO_LONG by.reference.referenceOrigin'],
  ],
  [
    'an empty key, by a reference',
    { by: { reference: { reference: 'new' } }, idempotencyKey: ' ' },
    ['INVALID idempotencyKey'],
  ],
  [
    'a long id of a record',
    { by: { source: { system: 'AUGNO', sourceId: 'x'.repeat(256) } }, name: 'x' },
    ['TOO_LONG by.source.sourceId'],
  ],
  ...['12345', ':12345', 'hubspot:', 'hubspot: ', ' :1'].map(
    (sourceId) =>
      [
        `OTHER with the source id "${sourceId}"`,
        { by: { source: { system: 'OTHER', sourceId } }, name: 'x' },
        ['INVALID by.source.sourceId'],
      ] as const,
  ),
  [
    'by an email, with a different email',
    { by: email, shopper: { email: 'new@example.com' } },
    ['INVALID shopper.email'],
  ],
  ['by an email, with a cleared shopper', { by: email, shopper: null }, ['INVALID shopper']],
  [
    'by a new email, with a different email',
    { by: { shopperEmail: 'a@example.com' }, name: 'x', shopper: { email: 'b@example.com' } },
    ['INVALID shopper.email'],
  ],
  ['another number than in `by`', { by, number: 'new' }, ['INVALID number']],
  ['another short id than in `by`', { by: { shortId: 'new' }, shortId: null }, ['INVALID shortId']],
  [
    'another reference than in `by`',
    { by: { reference: { reference: 'new' } }, reference: 'other', referenceOrigin: 'sap' },
    ['INVALID reference', 'INVALID referenceOrigin'],
  ],
  [
    'keys of another customer',
    {
      by,
      shortId: customer.shortId,
      reference: customer.reference,
      referenceOrigin: customer.referenceOrigin,
    },
    ['TAKEN reference', 'TAKEN shortId'],
  ],
  ['a shopper without an email', { by: { number: 'new' }, shopper: {} }, ['REQUIRED shopper.email']],
  [
    'a negative number of orders',
    { by, shopper: { totalOrdersCount: -1 } },
    ['INVALID shopper.totalOrdersCount'],
  ],
  [
    'an invalid source record',
    { by, addSources: [{ system: 'AUGNO', sourceId: ' ' }] },
    ['REQUIRED addSources.0.sourceId'],
  ],
  ['a creation in the future', { by, createdAt: '2999-01-01T00:00:00Z' }, ['INVALID createdAt']],
  ['a creation without a time', { by, createdAt: '2024-11-01' }, ['INVALID createdAt']],
  ['an email in use', { by, shopper: { email: customer.shopperEmail } }, ['TAKEN shopper.email']],
  [
    'a new customer with an email of another one',
    { by: { number: 'new' }, name: 'x', shopper: { email: customer.shopperEmail } },
    ['TAKEN shopper.email'],
  ],
  ['a cleared status', { by, status: null }, ['REQUIRED status']],
  ['a price group as type', { by, type: { id: priceGroup.id } }, ['WRONG_GROUP_TYPE type']],
  ['a type as price group', { by, priceGroups: [{ id: type.id }] }, ['WRONG_GROUP_TYPE priceGroups.0']],
  [
    'a service level without its carrier',
    { by, freightPreferences: { serviceLevel: { id: serviceLevel.id } } },
    ['WRONG_CARRIER freightPreferences.serviceLevel'],
  ],
  [
    'a third party without an account',
    { by, freightPreferences: { billingType: 'THIRD_PARTY' } },
    ['REQUIRED freightPreferences.billingAccount'],
  ],
  [
    'an address with an unknown country',
    { by, billToAddress: { name: ' ', country: 'XX' } },
    ['INVALID billToAddress.country'],
  ],
  [
    'an invalid key together with other errors',
    {
      by: { number: '' },
      note: 'x'.repeat(10_001),
      tags: ['not ok'],
      shipToAddress: { name: 'x', country: '??' },
      type: { id: priceGroup.id },
      idempotencyKey: ' ',
    },
    [
      'INVALID idempotencyKey',
      'INVALID shipToAddress.country',
      'INVALID tags.0',
      'REQUIRED by.number',
      'TOO_LONG note',
      'WRONG_GROUP_TYPE type',
    ],
  ],
];

test.for(cases)('%s is rejected, and nothing is written', async ([, input, faults]) => {
  const before = await everythingWritten(pool);

  const alone = await mutate(us, 'customerUpsert', input, 'outcome customer { id }');
  const tried = await mutate(us, 'customerUpsert', { ...input, dryRun: true }, 'outcome customer { id }');
  const among = await upsertMany(us, [input]);

  expect(alone).toMatchObject({ outcome: null, customer: null });
  expect(faultsOf(alone)).toEqual(faults);
  expect(faultsOf(tried)).toEqual(faults);
  expect(faultsOfAll(among)).toEqual(faults.map((fault) => fault.replace(' ', ' items.0.')));
  expect(alone.userErrors.every(({ message }) => message.length > 20)).toBe(true);
  expect(await everythingWritten(pool)).toBe(before);
});

test('all errors of 20 items are returned, each with its own', async () => {
  const before = await everythingWritten(pool);

  const results = await upsertMany(
    us,
    cases.slice(1).map(([, input]) => input),
  );

  expect(faultsOfAll(results)).toEqual(
    cases.slice(1).flatMap(([, , faults], at) => faults.map((fault) => fault.replace(' ', ` items.${at}.`))),
  );
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(['{}', '{ number: "a", shortId: "b" }', '{ number: null }'])(
  'exactly one key is required, not %s',
  async (key) => {
    const { errors } = await us.execute(
      `mutation { customerUpsert(input: { by: ${key}, name: "x" }) { outcome } }`,
    );

    expect(errors?.length).toBeGreaterThan(0);
  },
);

const insert = (columns: string, values: string) =>
  pool.query(
    `insert into customers (account_id, id, number, name, ${columns}) values ($1, 'cus_x', 'x', 'x', ${values})`,
    [accountId],
  );

test.for([
  ['short_id', `(select short_id from customers where id = '${customer.id}')`],
  ['shopper_email, shopper_status, total_orders_count', `'other@example.com', 'PROSPECT', 0`],
  ['reference, reference_origin', `'${customer.reference}', '${customer.referenceOrigin}'`],
] as const)('the database rejects a second customer with the same %s, too', async ([columns, values]) => {
  await expect(insert(columns, values)).rejects.toMatchObject({ code: '23505' });
});

test('two customers cannot have the same record of a source', async () => {
  const record = [accountId, 'WAREHOUSE', 'same'];
  const note = (id: string) =>
    pool.query('insert into customer_sources values ($1, $4, $2, $3, now())', [...record, id]);
  await note(customer.id);

  await expect(note(other.id)).rejects.toMatchObject({ code: '23505' });
});
