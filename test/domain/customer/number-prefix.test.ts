import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { refusalOf } from '../../db/sql-rows.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';

const { db, pool, as } = await openGateway();

async function addPrefixed(numberPrefix: string) {
  const { id } = await db.account.create({ data: { id: newId('Account'), name: add.word(), numberPrefix } });
  const us = as(id);
  const create = (input: object = {}) =>
    mutate(us, 'customerCreate', { name: 'New', ...input }, 'customer { id number }');
  const upsert = (input: object) => mutate(us, 'customerUpsert', input, 'outcome customer { id number }');
  const update = (id: string, number: string) =>
    mutate(us, 'customerUpdate', { by: { id }, number }, 'customer { number }');
  return { id, us, create, upsert, update };
}

test.each(['GW-', 'C-', 'a', 'Kunde.', 'A1/b_'])(
  'numbers begin with the account’s prefix %s',
  async (prefix) => {
    const { id, create } = await addPrefixed(prefix);
    for (const number of [`${prefix}000041`, `${prefix}x`, 'Z-000099', `${prefix}99`])
      await add.addCustomer(db, id, { number });

    const numbers = [(await create()).customer.number, (await create()).customer.number];

    expect(numbers).toEqual([`${prefix}000042`, `${prefix}000043`]);
  },
);

test('a number grows beyond six digits', async () => {
  const { id, create } = await addPrefixed('GW-');
  await add.addCustomer(db, id, { number: 'GW-999999' });

  expect((await create()).customer.number).toBe('GW-1000000');
});

test('a given number of the generated form is rejected, and every other form is accepted', async () => {
  const { create, update } = await addPrefixed('GW-');
  const { customer } = await create({ number: 'C-000001' });

  for (const number of ['GW-000001', 'GW-0000001', 'GW-123456789012345', ' GW-000009 ']) {
    expect(faultsOf(await create({ number }))).toEqual(['INVALID number']);
    expect(faultsOf(await update(customer.id, number))).toEqual(['INVALID number']);
  }
  for (const number of ['GW-00001', 'GW-000001a', 'gw-000001', '000001', 'xGW-000001', 'GW-١٢٣٤٥٦'])
    expect(await update(customer.id, number)).toEqual({ customer: { number }, userErrors: [] });
  const { userErrors } = await create({ number: 'GW-000001' });
  expect(userErrors[0]?.message).toBe(
    'Numbers in the format GW-000001 are generated: omit the number, use another format, or identify the customer by this number in `by`.',
  );
});

test('a customer keeps its generated number, and `by` can name a number of that form', async () => {
  const { create, update, upsert } = await addPrefixed('GW-');
  const { customer } = await create();

  expect(await update(customer.id, 'GW-000001')).toMatchObject({ userErrors: [] });
  expect(await upsert({ by: { number: 'GW-000001' }, note: 'known' })).toEqual({
    outcome: 'UPDATED',
    customer,
    userErrors: [],
  });
  expect(await upsert({ by: { number: 'GW-000002' }, name: 'Restored' })).toMatchObject({
    outcome: 'CREATED',
  });
  expect((await create()).customer.number).toBe('GW-000003');
});

test('an upsert of several customers checks each number', async () => {
  const { us } = await addPrefixed('GW-');
  const items = [
    { by: { number: 'GW-000001' }, name: 'One' },
    { by: { shortId: 'S' }, name: 'Two' },
  ];

  const { data } = await us.execute(
    `mutation ($input: CustomersUpsertInput!) { customersUpsert(input: $input) {
      results { customer { number } userErrors { code } } } }`,
    { input: { items } },
  );

  expect(data.customersUpsert.results).toEqual([
    { customer: { number: 'GW-000001' }, userErrors: [] },
    { customer: { number: 'GW-000002' }, userErrors: [] },
  ]);
});

test('only a given number that ends with six digits reads the account', async () => {
  const { us } = await addPrefixed('GW-');
  const create =
    'mutation ($n: String) { customerCreate(input: { name: "N", number: $n }) { customer { id } } }';
  const isRead = async (n: string | null) => (await us.statementsOf(create, { n })).includes('Account by id');

  expect(await isRead(null)).toBe(false);
  expect(await isRead('K-1')).toBe(false);
  expect(await isRead('4000123')).toBe(true);
});

test('the prefix never changes', async () => {
  const { id } = await addPrefixed('GW-');

  expect(await refusalOf(pool.query(`update accounts set number_prefix = 'C-' where id = $1`, [id]))).toBe(
    'accounts_number_prefix_is_fixed',
  );
});
