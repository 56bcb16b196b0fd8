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
  ['a new one without a name', { by: { number: 'new' } }, ['REQUIRED name']],
  ['a new one with an empty name', { by: { shortId: 'new' }, name: ' ' }, ['REQUIRED name']],
  ['an old one whose name is cleared', { by, name: null }, ['REQUIRED name']],
  ['an empty number', { by: { number: ' \n' }, name: 'x' }, ['REQUIRED by.number']],
  ['a long number', { by: { number: 'x'.repeat(65) }, name: 'x' }, ['TOO_LONG by.number']],
  ['a long short id', { by: { shortId: 'x'.repeat(65) }, name: 'x' }, ['TOO_LONG by.shortId']],
  ['an email that is none', { by: { shopperEmail: 'ada@' }, name: 'x' }, ['INVALID by.shopperEmail']],
  [
    'an empty reference of a long origin',
    { by: { reference: { reference: '', referenceOrigin: 'x'.repeat(65) } }, name: 'x' },
    ['REQUIRED by.reference.reference', 'TOO_LONG by.reference.referenceOrigin'],
  ],
  [
    'a key that is empty, and no name, by a reference',
    { by: { reference: { reference: 'new' } }, idempotencyKey: ' ' },
    ['INVALID idempotencyKey', 'REQUIRED name'],
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
    'by an email, another one',
    { by: email, shopper: { email: 'new@example.com' } },
    ['INVALID shopper.email'],
  ],
  ['by an email, none any more', { by: email, shopper: null }, ['INVALID shopper']],
  [
    'by a new email, another one',
    { by: { shopperEmail: 'a@example.com' }, name: 'x', shopper: { email: 'b@example.com' } },
    ['INVALID shopper.email'],
  ],
  ['an email that is taken', { by, shopper: { email: customer.shopperEmail } }, ['TAKEN shopper.email']],
  [
    'a new one with an email that is taken',
    { by: { number: 'new' }, name: 'x', shopper: { email: customer.shopperEmail } },
    ['TAKEN shopper.email'],
  ],
  ['a status that is cleared', { by, status: null }, ['REQUIRED status']],
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
    'an address in no country',
    { by, billToAddress: { name: ' ', country: 'XX' } },
    ['INVALID billToAddress.country', 'REQUIRED billToAddress.name'],
  ],
  [
    'a bad key, and all else that is wrong, at once',
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

test.for(cases)('%s is refused, and nothing is written', async ([, input, faults]) => {
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

test('all that is wrong with 20 is said of each', async () => {
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
  'exactly one key is given, not %s',
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
] as const)('the database too lets nobody else have the same %s', async ([columns, values]) => {
  await expect(insert(columns, values)).rejects.toMatchObject({ code: '23505' });
});

test('nor the same record of a source', async () => {
  const record = [accountId, 'WAREHOUSE', 'same'];
  const note = (id: string) =>
    pool.query('insert into customer_sources values ($1, $4, $2, $3, now())', [...record, id]);
  await note(customer.id);

  await expect(note(other.id)).rejects.toMatchObject({ code: '23505' });
});
