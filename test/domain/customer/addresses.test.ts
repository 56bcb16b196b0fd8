import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

const selection =
  'address { id name phone email type geolocation { streetLine1 streetLine2 locality state postalCode country } }';
const create = (input: object) => mutate(us, 'customerAddressCreate', input, selection);
const update = (input: object) => mutate(us, 'customerAddressUpdate', input, selection);
const remove = (input: object) => mutate(us, 'customerAddressDelete', input, 'deletedId');

const home = {
  ...{ name: 'Home', streetLine1: '1 Main St', locality: 'Springfield', state: 'IL', postalCode: '62701' },
  ...{ country: 'us', phone: '+1 (217) 555-0100', email: 'home@example.com' },
};

/** A customer, with its version and the changes of its last event. */
async function stored(id: string) {
  const { version } = await db.customer.findFirstOrThrow({ where: { id } });
  const [last] = await db.customerEvent.findMany({
    where: { customerId: id },
    orderBy: { occurredAt: 'desc' },
    take: 1,
  });
  return { version, changes: last?.changes, action: last?.action, actor: last?.actor };
}

test('an address is created, updated field by field, and deleted, each with an event of its customer', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);

  const { address } = await create({
    by: { id: customerId },
    address: { ...home, name: ' Home ', streetLine2: ' ' },
  });
  const { id } = address;
  const { country: _, streetLine1, locality, state, postalCode, ...own } = home;
  const geolocation = { streetLine1, locality, state, postalCode, country: 'US', streetLine2: null };
  expect(address).toEqual({ id, ...own, type: 'STANDARD', geolocation });
  const text = 'Home, 1 Main St, 62701, Springfield, IL, US, +1 (217) 555-0100, home@example.com';
  const event = (oldValue: string | null, newValue: string | null) => ({
    ...{ action: 'UPDATE', actor: 'test', changes: [{ field: 'addresses', oldValue, newValue }] },
  });
  expect(await stored(customerId)).toEqual({ version: 2, ...event(null, text) });

  const changed = await update({ id, streetLine1: '2 Main St', phone: null, email: '' });
  expect(changed.address).toMatchObject({
    ...{ id, phone: null, email: null, geolocation: { ...geolocation, streetLine1: '2 Main St' } },
  });
  const now = 'Home, 2 Main St, 62701, Springfield, IL, US';
  expect(await stored(customerId)).toEqual({ version: 3, ...event(text, now) });
  expect(await db.geolocation.count({ where: { accountId, postalCode: '62701' } })).toBe(1);

  expect(await remove({ id })).toEqual({ deletedId: id, userErrors: [] });
  expect(await stored(customerId)).toEqual({ version: 4, ...event(now, null) });
  expect(await db.address.count({ where: { id } })).toBe(0);
  expect(await db.geolocation.count({ where: { accountId, postalCode: '62701' } })).toBe(0);
});

test('a change that looks the same is recorded, and a no-op is not', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const { address } = await create({
    by: { id: customerId },
    address: { name: 'A', streetLine1: 'x', country: 'US' },
  });

  await update({ id: address.id, streetLine1: null, streetLine2: 'x' });
  expect(await stored(customerId)).toMatchObject({ version: 3, changes: [{ field: 'addresses' }] });
  const before = await everythingWritten(pool);
  const same = await update({
    id: address.id,
    name: ' A ',
    streetLine2: 'x',
    country: 'us',
    type: 'STANDARD',
  });

  expect(same.userErrors).toEqual([]);
  expect(await everythingWritten(pool)).toBe(before);
});

test('a default address cannot be deleted, and the error names its uses', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const { address } = await create({ by: { id: customerId }, address: home });
  const { id } = address;
  const use = (given: object) => mutate(us, 'customerUpdate', { by: { id: customerId }, ...given });
  const message = async () => {
    const before = await everythingWritten(pool);
    const result = await remove({ id });
    expect(faultsOf(result)).toEqual(['IN_USE id']);
    expect(result.deletedId).toBeNull();
    expect(await everythingWritten(pool)).toBe(before);
    return result.userErrors[0]?.message;
  };

  await use({ billToAddressId: id, shipToAddressId: id });
  expect(await message()).toContain('default billing and shipping address');
  await use({ billToAddressId: null });
  expect(await message()).toContain('default shipping address');
  await use({ billToAddressId: id, shipToAddressId: null });
  expect(await message()).toContain('default billing address');
  await use({ billToAddressId: null });
  expect((await remove({ id })).deletedId).toBe(id);
});

test('all errors of an address are returned together, and nothing is written', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const { address } = await create({ by: { id: customerId }, address: home });
  const stranger = await add.addCustomer(db, otherAccount);
  const theirs = await add.addAddress(db, otherAccount, stranger.id);
  const bare = await db.address.create({
    data: { accountId, id: newId('Address'), customerId, name: 'Bare' },
  });
  const before = await everythingWritten(pool);
  const wrong = { name: ' ', country: 'XX', email: 'x', postalCode: 'x'.repeat(33), phone: '1'.repeat(65) };
  const codes = [
    'INVALID country',
    'INVALID email',
    'REQUIRED name',
    'TOO_LONG phone',
    'TOO_LONG postalCode',
  ];

  expect(faultsOf(await create({ by: { id: newId('Customer') }, address: wrong }))).toEqual(
    [...codes, 'NOT_FOUND by']
      .filter((each) => each !== 'REQUIRED name')
      .map((each) => (each === 'NOT_FOUND by' ? each : each.replace(' ', ' address.')))
      .sort(),
  );
  expect(faultsOf(await create({ by: { id: stranger.id }, address: home }))).toEqual(['NOT_FOUND by']);
  expect(faultsOf(await create({ by: { id: address.id }, address: home }))).toEqual(['INVALID by']);
  expect(faultsOf(await update({ id: address.id, ...wrong }))).toEqual(codes);
  expect(faultsOf(await update({ id: newId('Address'), ...wrong }))).toEqual(
    [...codes, 'NOT_FOUND id'].sort(),
  );
  expect(faultsOf(await update({ id: address.id, name: null, country: null, type: null }))).toEqual([
    'REQUIRED name',
    'REQUIRED type',
  ]);
  for (const each of [update, remove]) {
    expect(faultsOf(await each({ id: theirs.id }))).toEqual(['NOT_FOUND id']);
    expect(faultsOf(await each({ id: newId('Address') }))).toEqual(['NOT_FOUND id']);
    expect(faultsOf(await each({ id: customerId }))).toEqual(['INVALID id']);
  }
  expect(await everythingWritten(pool)).toBe(before);
  expect((await update({ id: bare.id, locality: 'Springfield' })).address.geolocation).toMatchObject({
    locality: 'Springfield',
    country: null,
  });
});

test('dry runs return the result, and idempotency keys the first response again', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const { address } = await create({ by: { id: customerId }, address: home });
  const before = await everythingWritten(pool);

  expect(
    (await create({ by: { id: customerId }, address: { ...home, name: 'Dry' }, dryRun: true })).address.name,
  ).toBe('Dry');
  expect((await update({ id: address.id, name: 'Dry', dryRun: true })).address.name).toBe('Dry');
  expect((await remove({ id: address.id, dryRun: true })).deletedId).toBe(address.id);
  expect(await everythingWritten(pool)).toBe(before);

  const key = { idempotencyKey: add.word() };
  const first = await create({ by: { id: customerId }, address: home, ...key });
  expect((await create({ by: { id: customerId }, address: home, ...key })).address.id).toBe(first.address.id);
  expect(await db.address.count({ where: { customerId } })).toBe(2);
});

test('a default address cannot be deleted concurrently, and a deleted one cannot become a default', async () => {
  const { id: customerId } = await add.addCustomer(db, accountId);
  const made = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      create({ by: { id: customerId }, address: { name: `A${at}`, country: 'US' } }),
    ),
  );
  const ids = made.map(({ address }) => address.id);

  const answers = await Promise.all(
    ids.flatMap((id) => [
      remove({ id }),
      mutate(us, 'customerUpdate', { by: { id: customerId }, billToAddressId: id }),
    ]),
  );

  const codes = new Set(answers.flatMap(faultsOf));
  expect([...codes].filter((code) => !['IN_USE id', 'NOT_FOUND billToAddressId'].includes(code))).toEqual([]);
  const { billToAddressId, version } = await db.customer.findFirstOrThrow({ where: { id: customerId } });
  const left = await db.address.findMany({ where: { customerId } });
  if (billToAddressId !== null) expect(left.map(({ id }) => id)).toContain(billToAddressId);
  expect(await db.customerEvent.count({ where: { customerId } })).toBe(version - 1);
});
