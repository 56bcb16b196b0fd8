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
const word = add.word;

const addSource = (customerId: string, sourceId: string) =>
  db.customerSource.create({
    data: { accountId, customerId, system: 'AUGNO', sourceId, seenAt: new Date() },
  });

/** A customer with every key. */
async function addKeyed(account = accountId) {
  const keys = { number: word(), shortId: word(), shopperEmail: `${word()}@example.com` };
  const reference = { reference: word(), referenceOrigin: 'sap' };
  const customer = await add.addCustomer(db, account, {
    ...keys,
    ...reference,
    shopperStatus: 'PROSPECT',
    totalOrdersCount: 0,
  });
  return { ...customer, ...keys, reference };
}

const kinds = {
  id: ({ id }) => ({ id }),
  number: ({ number }) => ({ number }),
  shortId: ({ shortId }) => ({ shortId }),
  shopperEmail: ({ shopperEmail }) => ({ shopperEmail: shopperEmail.toUpperCase() }),
  reference: ({ reference }) => ({ reference }),
} satisfies Record<string, (customer: Awaited<ReturnType<typeof addKeyed>>) => object>;

const types: Readonly<Record<string, string>> = {
  customerDiscontinue: 'CustomerVersionInput',
  customerReactivate: 'CustomerVersionInput',
  customerTagsAdd: 'CustomerTagsInput',
  customerTagsRemove: 'CustomerTagsInput',
  customerPriceGroupsAdd: 'CustomerPriceGroupsInput',
  customerPriceGroupsRemove: 'CustomerPriceGroupsInput',
  customerMetadataPatch: 'CustomerMetadataInput',
};
const inputs: Readonly<Record<string, object>> = {
  customerUpdate: { note: 'x' },
  customerDiscontinue: {},
  customerReactivate: {},
  customerSetParent: { parent: null },
  customerTagsAdd: { tags: ['x'] },
  customerTagsRemove: { tags: ['x'] },
  customerPriceGroupsAdd: { priceGroups: [] },
  customerPriceGroupsRemove: { priceGroups: [] },
  customerMetadataPatch: { patch: { a: 1 } },
  customerAddressCreate: { address: { name: 'A', country: 'US' } },
  shopperPasswordSet: { password: 'correct horse' },
};

const run = (name: string, by: object, more: object = {}) =>
  mutate(
    us,
    name,
    { by, ...inputs[name], ...more },
    name === 'customerAddressCreate' ? 'address { id }' : 'customer { id }',
    types[name],
  );

test.for(Object.keys(inputs))('%s finds the customer by each of its keys', async (name) => {
  const customer = await addKeyed();
  const sourceId = word();
  await addSource(customer.id, sourceId);
  const isAddress = name === 'customerAddressCreate';

  for (const identify of [...Object.values(kinds), () => ({ source: { system: 'AUGNO', sourceId } })]) {
    const { userErrors, ...payload } = await run(name, identify(customer));

    expect(userErrors).toEqual([]);
    if (!isAddress) expect(payload).toEqual({ customer: { id: customer.id } });
  }
  if (isAddress) expect(await db.address.count({ where: { customerId: customer.id } })).toBe(6);
});

test.for(Object.keys(inputs))('%s rejects unknown keys and keys of other accounts', async (name) => {
  const stranger = await addKeyed(otherAccount);
  const before = await everythingWritten(pool);

  for (const identify of Object.values(kinds)) {
    const result = await run(name, identify(stranger));

    expect(faultsOf(result)).toEqual(['NOT_FOUND by']);
  }
  expect(faultsOf(await run(name, { id: newId('Address') }))).toEqual(['INVALID by']);
  expect(faultsOf(await run(name, { number: '' }))).toEqual(['NOT_FOUND by']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('the message names the unknown key, shortened', async () => {
  const messageOf = async (by: object) => (await run('customerUpdate', by)).userErrors[0]?.message;
  const hint = '; `customers` lists all customers.';

  expect(await messageOf({ id: newId('Customer') })).toBe(`No customer has this id${hint}`);
  expect(await messageOf({ number: 'C-9' })).toBe(`No customer has the number “C-9”${hint}`);
  expect(await messageOf({ shopperEmail: 'A@b.c' })).toBe(`No customer has the shopper email “a@b.c”${hint}`);
  expect(await messageOf({ reference: { reference: 'r' } })).toBe(
    `No customer has the reference “r” without origin${hint}`,
  );
  expect(await messageOf({ source: { system: 'AUGNO', sourceId: 's' } })).toBe(
    `No customer has the record “s” in AUGNO${hint}`,
  );
  expect(await messageOf({ shortId: 'x'.repeat(300) })).toBe(
    `No customer has the short id “${'x'.repeat(64)}…”${hint}`,
  );
  expect(await messageOf({ number: 'a\ud800' })).toBe(`No customer has the number “a\ufffd”${hint}`);
});

test('keys are compared as in the query `customer`: exactly, and a missing origin does not match any origin', async () => {
  const customer = await addKeyed();

  expect(faultsOf(await run('customerUpdate', { number: ` ${customer.number}` }))).toEqual(['NOT_FOUND by']);
  expect(faultsOf(await run('customerUpdate', { shortId: customer.shortId.toUpperCase() }))).toEqual([
    'NOT_FOUND by',
  ]);
  const { reference } = customer.reference;
  expect(faultsOf(await run('customerUpdate', { reference: { reference } }))).toEqual(['NOT_FOUND by']);
});

test('the id and the source record of a merged customer lead to the target; its number does not', async () => {
  const [target, merged] = [await addKeyed(), await addKeyed()];
  const sourceId = word();
  await addSource(merged.id, sourceId);
  await mutate(us, 'customerMerge', {
    target: { number: target.number },
    duplicates: [{ shortId: merged.shortId }],
  });

  expect((await run('customerUpdate', { id: merged.id })).customer).toEqual({ id: target.id });
  const bySource = await run('customerUpdate', { source: { system: 'AUGNO', sourceId } }, { note: 'y' });
  expect(bySource.customer).toEqual({ id: target.id });
  expect(faultsOf(await run('customerUpdate', { number: merged.number }))).toEqual(['NOT_FOUND by']);
});

test('parents are found by their keys', async () => {
  const [parent, child] = [await addKeyed(), await addKeyed()];
  const selection = 'customer { parentAccount { id } }';
  const parentAccount = { id: parent.id };

  const created = await mutate(
    us,
    'customerCreate',
    { name: 'New', parent: { shortId: parent.shortId } },
    selection,
  );
  const set = await mutate(
    us,
    'customerSetParent',
    { by: { number: child.number }, parent: { shopperEmail: parent.shopperEmail } },
    selection,
  );

  expect([created.customer, set.customer]).toEqual([{ parentAccount }, { parentAccount }]);
  const wrong = [
    await mutate(us, 'customerCreate', { name: 'New', parent: { number: word() } }),
    await mutate(us, 'customerSetParent', { by: { id: child.id }, parent: { number: word() } }),
  ];
  expect(wrong.map(faultsOf)).toEqual([['NOT_FOUND parent'], ['NOT_FOUND parent']]);
  const own = { by: { number: parent.number }, parent: { shortId: parent.shortId } };
  expect(faultsOf(await mutate(us, 'customerSetParent', own))).toEqual(['HIERARCHY_CYCLE parent']);
});

test('a merge finds a customer given by two keys', async () => {
  const [target, one] = [await addKeyed(), await addKeyed()];
  const merge = (duplicates: readonly object[]) =>
    mutate(us, 'customerMerge', { target: { id: target.id }, duplicates });

  expect(faultsOf(await merge([{ id: one.id }, { number: one.number }]))).toEqual(['INVALID duplicates.1']);
  expect(faultsOf(await merge([{ shortId: target.shortId }, { number: word() }]))).toEqual([
    'INVALID duplicates.0',
    'NOT_FOUND duplicates.1',
  ]);
});

test('an idempotency key belongs to the identifier in the input', async () => {
  const { id, number } = await addKeyed();
  const idempotencyKey = word();

  const first = await run('customerUpdate', { number }, { idempotencyKey });
  const again = await run('customerUpdate', { number }, { idempotencyKey });
  const other = await run('customerUpdate', { id }, { idempotencyKey });

  expect(again).toEqual(first);
  expect(faultsOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('an id takes no statement besides the lock, another key one', async () => {
  const { id, number } = await addKeyed();
  const document =
    'mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) { customer { id } } }';
  const statementsOf = (by: object) => us.statementsOf(document, { input: { by, note: word() } });

  const byId = await statementsOf({ id });
  const byNumber = await statementsOf({ number });

  expect(byId).not.toContain('customersByKeys');
  expect(byNumber.filter((name) => name !== 'customersByKeys')).toEqual(byId);
  expect(byNumber.length).toBe(byId.length + 1);
});
