import { describe, expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { mutate } from '../../../mutation.ts';
import { augno, openCallers, shop } from './callers.ts';

const { db, accountId, service, person } = await openCallers();
const word = add.word;

const seen =
  'customer { id version name number note status contactInfo { email fax } priceGroups { nodes { id } } tags { nodes { name } } metadata }';

const upsert = (by: object, input: object = {}, caller = service) =>
  mutate(caller, 'customerUpsert', { by, ...input }, `${seen} outcome`);
const update = (id: string, input: object, caller = service) =>
  mutate(caller, 'customerUpdate', { by: { id }, ...input }, seen);

/** A customer of which two systems have a record. */
async function twoSources(first: object, second: object) {
  const [one, two] = [augno(), shop()];
  const { customer } = await upsert({ source: one }, first);
  await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source: two });
  await upsert({ source: two }, second);
  return { id: customer.id as string, one, two };
}

async function read(id: string) {
  const { data } = await service.execute(
    'query ($id: ID!) { customer(by: { id: $id }) { id version name number note status shortId contactInfo { email fax } freightPreferences { billingType billingAccount } priceGroups { nodes { id } } tags { nodes { name } } metadata billToAddress { id geolocation { streetLine1 } } addresses { nodes { id } } events { nodes { action } } } }',
    { id },
  );
  const { tags, ...customer } = data.customer;
  return { ...customer, tags: tags.nodes.map(({ name }: { name: string }) => name).sort() };
}

describe('a customer of two systems', () => {
  test('has the values of the first system, and those that only the second one has', async () => {
    const { id, two } = await twoSources(
      { name: 'Acme', contactInfo: { email: 'a@example.com' } },
      { name: 'ACME Shop', note: 'From the shop', contactInfo: { email: 'b@example.com', fax: '1' } },
    );
    expect(await read(id)).toMatchObject({
      ...{ name: 'Acme', note: 'From the shop', contactInfo: { email: 'a@example.com', fax: '1' } },
    });
    const { customer, outcome } = await upsert({ source: two }, { name: 'Another', note: null });
    expect(outcome).toBe('UPDATED');
    expect(customer).toMatchObject({ name: 'Acme', note: null });
  });

  test('is the same whichever system comes first', async () => {
    const [one, two] = [
      { name: 'Acme', tags: ['x'] },
      { name: 'Shop', note: 'n', tags: ['y'] },
    ];
    const a = await twoSources(one, two);
    const [first, second] = [augno(), shop()];
    const { customer } = await upsert({ source: second }, two);
    await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source: first });
    await upsert({ source: first }, one);
    const shown = async (id: string) => {
      const { name, note, tags } = await read(id);
      return { name, note, tags };
    };
    expect(await shown(customer.id)).toEqual({ name: 'Acme', note: 'n', tags: ['x', 'y'] });
    expect(await shown(a.id)).toEqual(await shown(customer.id));
  });

  test('keeps its version if what changes is not visible', async () => {
    const { id, two } = await twoSources({ name: 'Acme' }, { name: 'Shop' });
    const { version, events } = await read(id);
    const { outcome } = await upsert({ source: two }, { name: 'Hidden' });
    expect(outcome).toBe('UNCHANGED');
    expect(await read(id)).toMatchObject({ version, events });
  });

  test('gets the value of the other system when a record is removed, and keeps its values after the last', async () => {
    const { id, one, two } = await twoSources({ name: 'Acme', note: 'a' }, { name: 'Shop', tags: ['t'] });
    await mutate(service, 'customerSourceRemove', { by: { id }, source: one });
    expect(await read(id)).toMatchObject({ name: 'Shop', note: null, tags: ['t'] });
    await mutate(service, 'customerSourceRemove', { by: { id }, source: two });
    expect(await read(id)).toMatchObject({ name: 'Shop', tags: ['t'] });
    await update(id, { name: 'By hand' });
    expect(await read(id)).toMatchObject({ name: 'By hand' });
  });

  test('takes a record that moves with its values', async () => {
    const { id, one } = await twoSources({ name: 'Acme', note: 'a' }, { name: 'Shop' });
    const { customer } = await upsert(
      { source: { system: 'OTHER', sourceId: `crm:${word()}` } },
      { name: 'CRM' },
    );
    await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source: one, move: true });
    expect(await read(customer.id)).toMatchObject({ name: 'Acme', note: 'a' });
    expect(await read(id)).toMatchObject({ name: 'Shop', note: null });
  });
});

describe('a service without a source', () => {
  test('sets the baseline, which holds where no source has a value', async () => {
    const source = augno();
    const { customer } = await upsert({ source }, { name: 'Acme' });
    await update(customer.id, { name: 'Hidden', note: 'Kept' });
    expect(await read(customer.id)).toMatchObject({ name: 'Acme', note: 'Kept' });
    await upsert({ source }, { note: 'Now from Augno' });
    expect(await read(customer.id)).toMatchObject({ note: 'Now from Augno' });
    await upsert({ source }, { note: null });
    expect(await read(customer.id)).toMatchObject({ note: 'Kept' });
  });

  test('created the customer: its values are the baseline of the first source', async () => {
    const created = await mutate(service, 'customerCreate', {
      name: 'Ours',
      note: 'Our note',
      tags: ['ours'],
    });
    const { id, number } = (await read(created.customer.id)) as { id: string; number: string };
    const source = augno();
    await mutate(service, 'customerSourceAdd', { by: { id }, source });
    await upsert({ source }, { name: 'Theirs', tags: ['theirs'] });
    expect(await read(id)).toMatchObject({
      ...{ name: 'Theirs', number, note: 'Our note', tags: ['ours', 'theirs'] },
    });
  });
});

describe('an account user', () => {
  test('pins what it sets', async () => {
    const source = augno();
    const { customer } = await upsert({ source }, { name: 'Acme', note: 'a', metadata: { a: 1, b: 2 } });
    await update(customer.id, { name: 'Pinned', note: null }, person);
    await upsert({ source }, { name: 'Changed', note: 'changed', metadata: { a: 3, b: 2 } });
    expect(await read(customer.id)).toMatchObject({ name: 'Pinned', note: null, metadata: { a: 3, b: 2 } });
    await mutate(
      person,
      'customerMetadataPatch',
      { by: { id: customer.id }, patch: { b: null, c: 4 } },
      seen,
      'CustomerMetadataInput',
    );
    await upsert({ source }, { metadata: { a: 5, b: 6 } });
    expect((await read(customer.id)).metadata).toEqual({ a: 3, c: 4 });
  });

  test('pins a group of fields as a whole', async () => {
    const source = augno();
    const freight = { billingType: 'THIRD_PARTY', billingAccount: '1' };
    const { customer } = await upsert({ source }, { freightPreferences: freight });
    await update(customer.id, { freightPreferences: { billingAccount: '2' } }, person);
    await upsert({ source }, { freightPreferences: { billingType: 'SENDER', billingAccount: null } });
    expect((await read(customer.id)).freightPreferences).toEqual({ ...freight, billingAccount: '2' });
  });

  test('names a source: the write speaks for the source', async () => {
    const source = augno();
    const { customer } = await upsert({ source }, { name: 'Acme' }, person);
    await upsert({ source }, { name: 'Changed' });
    expect(await read(customer.id)).toMatchObject({ name: 'Changed' });
  });
});

describe('addresses', () => {
  const address = (streetLine1: string) => ({ name: 'Office', streetLine1, country: 'US' });

  test('each speaker changes its own default, and the winner’s is shown', async () => {
    const { id, one, two } = await twoSources(
      { billToAddress: address('Augno street') },
      { billToAddress: address('Shop street') },
    );
    const before = await read(id);
    expect(before.billToAddress.geolocation.streetLine1).toBe('Augno street');
    await upsert({ source: two }, { billToAddress: address('New shop street') });
    await upsert({ source: one }, { billToAddress: address('New Augno street') });
    const after = await read(id);
    expect(after.billToAddress).toEqual({
      ...{ id: before.billToAddress.id, geolocation: { streetLine1: 'New Augno street' } },
    });
    expect(after.addresses.nodes).toHaveLength(2);
  });

  test('an account user’s change does not edit the source’s address', async () => {
    const source = augno();
    const { customer } = await upsert({ source }, { billToAddress: address('Augno street') });
    const { number } = customer;
    await upsert({ number }, { billToAddress: { streetLine1: 'Pinned street' } }, person);
    await upsert({ source }, { billToAddress: address('Augno street 2') });
    const { billToAddress, addresses } = await read(customer.id);
    expect(billToAddress.geolocation.streetLine1).toBe('Pinned street');
    expect(addresses.nodes).toHaveLength(2);
  });

  test('an equal address is the same one', async () => {
    const { id } = await twoSources(
      { billToAddress: address('Main street') },
      { billToAddress: address('Main street') },
    );
    expect((await read(id)).addresses.nodes).toHaveLength(1);
  });
});

describe('references and keys of a value that does not win', () => {
  test('are left out when it would win and they are gone or taken', async () => {
    const group = await add.addGroup(db, accountId, 'TYPE_GROUP');
    const number = `N-${word()}`;
    const { id, one } = await twoSources(
      { name: 'A', number: `A-${word()}` },
      { type: { id: group.id }, number },
    );
    await mutate(service, 'customerCreate', { name: 'Holder', number });
    const { userErrors } = await mutate(service, 'customerSourceRemove', { by: { id }, source: one });
    expect(userErrors).toEqual([]);
    expect((await read(id)).number).not.toBe(number);
  });
});

test('a merge moves records, pins and baselines', async () => {
  const target = await twoSources({ name: 'Target' }, { note: 'From the shop' });
  const duplicate = await upsert(
    { source: { system: 'OTHER', sourceId: `crm:${word()}` } },
    { contactInfo: { fax: '7' } },
  );
  await update(duplicate.customer.id, { status: 'PREFERRED', name: 'Pinned in the duplicate' }, person);
  await update(target.id, { status: 'HOLD_ALL' }, person);
  const { userErrors } = await mutate(service, 'customerMerge', {
    ...{ target: { id: target.id }, duplicates: [{ id: duplicate.customer.id }] },
  });
  expect(userErrors).toEqual([]);
  expect(await read(target.id)).toMatchObject({
    ...{ name: 'Pinned in the duplicate', status: 'HOLD_ALL', note: 'From the shop' },
    contactInfo: { fax: '7' },
  });
});
