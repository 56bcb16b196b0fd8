import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate, type Result } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const document = `mutation ($input: CustomerAddressesUpsertInput!) { customerAddressesUpsert(input: $input) {
  results { outcome address { id name type geolocation { locality country } sources { system sourceId } }
    userErrors { code message path } } } }`;

async function book(items: readonly object[], call: object = {}): Promise<readonly Result[]> {
  const { data, errors } = await us.execute(document, { input: { items, ...call } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customerAddressesUpsert.results;
}

const source = (sourceId = word()) => ({ system: 'COMMERCE_LAYER', sourceId });
const seen = `outcome customer { id version billToAddress { id name phone geolocation { locality country } }
  shipToAddress { id name geolocation { locality } } addresses { totalCount } }`;
const upsert = (input: object) => mutate(us, 'customerUpsert', input, seen);

test('an address book is created, updated, and unchanged when it is sent again', async () => {
  const { id, name } = await add.addCustomer(db, accountId);
  const item = (address: object) => ({ customer: { id }, address });
  const [first, second] = [source(), source()];

  const made = await book([
    item({ source: first, locality: 'Bonn', country: 'de' }),
    item({ source: second, name: 'Dock' }),
  ]);
  const before = await everythingWritten(pool);
  const again = await book([item({ source: first, locality: 'Bonn' }), item({ source: second })]);
  expect(await everythingWritten(pool)).toBe(before);
  const moved = await book([item({ source: first, locality: null }), item({ source: second, name: 'Dock' })]);

  expect(made).toMatchObject([
    {
      outcome: 'CREATED',
      address: {
        ...{ name, type: 'STANDARD', geolocation: { locality: 'Bonn', country: 'DE' }, sources: [first] },
      },
    },
    { outcome: 'CREATED', address: { name: 'Dock', geolocation: null, sources: [second] } },
  ]);
  expect(again).toEqual(made.map((each) => ({ ...each, outcome: 'UNCHANGED' })));
  expect(moved.map(({ outcome }) => outcome)).toEqual(['UPDATED', 'UNCHANGED']);
  expect(moved[0]?.address).toMatchObject({ geolocation: { locality: null, country: 'DE' } });
  const { version } = await db.customer.findFirstOrThrow({ where: { id } });
  expect(version).toBe(3);
  expect(await db.customerEvent.count({ where: { customerId: id } })).toBe(2);
});

test('each item fails alone', async () => {
  const [ours, theirs] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const [known, same] = [source(), source()];
  await book([{ customer: { id: theirs.id }, address: { source: known } }]);
  const item = (address: object, customer: object = { number: ours.number }) => ({ customer, address });

  const results = await book([
    item({ source: same, country: 'XX' }),
    item({ source: same }),
    item({ source: known }),
    item({ name: 'no source' }),
    item({ source: source() }, { number: 'unknown' }),
    item({ source: source(), name: 'Right' }),
  ]);

  expect(results.map(faultsOf)).toEqual([
    ['INVALID items.0.address.country'],
    ['TAKEN items.1.address.source'],
    ['TAKEN items.2.address.source'],
    ['REQUIRED items.3.address.source'],
    ['NOT_FOUND items.4.customer'],
    [],
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual([null, null, null, null, null, 'CREATED']);
  expect(await db.address.count({ where: { customerId: ours.id } })).toBe(1);
});

test('250 addresses take the same statements as 10', async () => {
  const statementsOf = async (size: number) => {
    const customers = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
    const items = Array.from({ length: size }, (_, at) => ({
      customer: { id: customers[at % 2]?.id },
      address: { source: source(), locality: `Place ${at}` },
    }));
    const changed = items.map(({ customer, address }) => ({
      ...{ customer, address: { ...address, locality: 'Moved' } },
    }));
    const calls = [];
    for (const each of [items, items, changed])
      calls.push(await us.statementsOf(document, { input: { items: each } }));
    return calls;
  };

  expect(await statementsOf(250)).toEqual(await statementsOf(10));
});

test('concurrent calls with one book create each address once', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const items = Array.from({ length: 5 }, () => ({ customer: { id }, address: { source: source() } }));

  const answers = await Promise.all(Array.from({ length: 10 }, () => book(items)));

  expect(answers.flat().flatMap(faultsOf)).toEqual([]);
  expect(await db.address.count({ where: { customerId: id } })).toBe(5);
});

test('a default address is matched by its source, and is another one for another record of the system', async () => {
  const by = { number: word() };
  const [first, second] = [source(), source()];

  const made = await upsert({ by, billToAddress: { name: 'A', phone: '1' } });
  const linked = await upsert({ by, billToAddress: { source: first, name: 'A' } });
  const same = await upsert({ by, billToAddress: { source: first } });
  const other = await upsert({ by, billToAddress: { source: second, name: 'B' } });
  const back = await upsert({ by, billToAddress: { source: first, locality: 'Bonn' } });

  expect(linked).toMatchObject({
    outcome: 'UPDATED',
    customer: { billToAddress: { id: made.customer.billToAddress.id, phone: '1' } },
  });
  expect(same).toEqual({ ...linked, outcome: 'UNCHANGED' });
  expect(other.customer).toMatchObject({
    billToAddress: { name: 'B', phone: null },
    addresses: { totalCount: 2 },
  });
  expect(back.customer.billToAddress).toMatchObject({
    id: made.customer.billToAddress.id,
    geolocation: { locality: 'Bonn', country: null },
  });
});

test('equal addresses of a new customer are one, until one of them changes', async () => {
  const by = { number: word() };
  const office = { name: 'Office', locality: 'Bonn', country: 'DE' };

  const made = await upsert({ by, billToAddress: office, shipToAddress: office });
  const both = await upsert({ by, billToAddress: { name: 'HQ' }, shipToAddress: { name: 'HQ' } });
  const kept = await upsert({ by, billToAddress: { locality: 'Bonn' } });
  const split = await upsert({ by, billToAddress: { locality: 'Berlin' } });

  const { id } = made.customer.shipToAddress;
  expect(made.customer).toMatchObject({ billToAddress: { id }, addresses: { totalCount: 1 } });
  expect(both.customer).toMatchObject({ billToAddress: { id, name: 'HQ' }, addresses: { totalCount: 1 } });
  expect(kept.outcome).toBe('UNCHANGED');
  expect(split.customer).toMatchObject({
    billToAddress: { name: 'HQ', geolocation: { locality: 'Berlin', country: 'DE' } },
    shipToAddress: { id, name: 'HQ', geolocation: { locality: 'Bonn' } },
    addresses: { totalCount: 2 },
  });
  expect(split.customer.billToAddress.id).not.toBe(id);
});

test('an address that is shared becomes two if both uses name other records of one system', async () => {
  const by = { number: word() };
  const address = { name: 'Main', locality: 'Bonn' };
  const made = await upsert({ by, billToAddress: address, shipToAddress: address });
  expect(made.customer.addresses).toEqual({ totalCount: 1 });
  const both = {
    billToAddress: { ...address, source: source() },
    shipToAddress: { ...address, source: source() },
  };

  const parted = await upsert({ by, ...both });
  const again = await upsert({ by, ...both });
  const moved = await upsert({ by, ...both, shipToAddress: { ...both.shipToAddress, locality: 'Ulm' } });

  expect(parted.customer.addresses).toEqual({ totalCount: 2 });
  expect(again.outcome).toBe('UNCHANGED');
  expect(moved.customer).toMatchObject({
    billToAddress: { geolocation: { locality: 'Bonn' } },
    shipToAddress: { geolocation: { locality: 'Ulm' } },
  });
});

test('two records of one address that differ in one input are written in order', async () => {
  const by = { number: word() };
  const [first, second] = [source(), { system: 'AUGNO', sourceId: word() }];
  const address = { name: 'Main', locality: 'Bonn' };
  await upsert({
    by,
    billToAddress: { ...address, source: first },
    shipToAddress: { ...address, source: first },
  });
  const linked = await upsert({ by, shipToAddress: { source: second } });
  expect(linked.customer.addresses).toEqual({ totalCount: 1 });

  const { customer } = await upsert({
    by,
    billToAddress: { source: first, locality: 'Ulm' },
    shipToAddress: { source: second, locality: 'Kiel' },
  });

  expect(customer).toMatchObject({
    billToAddress: { geolocation: { locality: 'Kiel' } },
    shipToAddress: { geolocation: { locality: 'Kiel' } },
    addresses: { totalCount: 1 },
  });
  const { geolocationId } = await db.address.findFirstOrThrow({ where: { id: customer.billToAddress.id } });
  const places = { accountId, locality: { in: ['Ulm', 'Kiel'] }, id: { not: geolocationId ?? '' } };
  expect(await db.geolocation.count({ where: { ...places, addresses: { none: {} } } })).toBe(0);
});

test('an address of another customer is taken', async () => {
  const known = source();
  const { address } = await mutate(
    us,
    'customerAddressCreate',
    { by: { id: (await add.addCustomer(db, accountId)).id }, address: { source: known } },
    'address { id sources { sourceId } }',
  );
  const { id } = await add.addCustomer(db, accountId);
  const again = { by: { id }, address: { source: known } };

  expect(address.sources).toEqual([{ sourceId: known.sourceId }]);
  expect(faultsOf(await upsert({ by: { number: word() }, billToAddress: { source: known } }))).toEqual([
    'TAKEN billToAddress.source',
  ]);
  expect(faultsOf(await mutate(us, 'customerAddressCreate', again, 'address { id }'))).toEqual([
    'TAKEN address.source',
  ]);
});

test('an address book clears geolocations, and what it does not mention stays', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const [first, second] = [source(), source()];
  const send = async (address: object) => (await book([{ customer: { id }, address }]))[0];
  await send({ source: first, phone: '1', streetLine1: '1 Road', locality: 'Bonn' });
  await send({ source: second, name: 'No place' });

  const cleared = await send({ source: first, streetLine1: null, locality: ' ' });
  const again = await send({ source: first, streetLine1: null, locality: null });
  const placed = await send({ source: second, country: 'at' });
  const unplaced = await send({ source: second, country: null });

  expect(cleared).toMatchObject({ outcome: 'UPDATED', address: { geolocation: null } });
  expect(again).toMatchObject({ outcome: 'UNCHANGED', address: { geolocation: null } });
  expect(placed).toMatchObject({ outcome: 'UPDATED', address: { geolocation: { country: 'AT' } } });
  expect(unplaced).toMatchObject({ outcome: 'UPDATED', address: { name: 'No place', geolocation: null } });
  expect(await db.address.findMany({ where: { customerId: id }, orderBy: { id: 'asc' } })).toMatchObject([
    { phone: '1', geolocationId: null },
    { phone: null, geolocationId: null },
  ]);
});

test('an address can be deleted when it is no default; the book then creates it again', async () => {
  const by = { number: word() };
  const known = source();
  const made = await upsert({ by, billToAddress: { source: known, name: 'Bill' } });
  const { id } = made.customer.billToAddress;
  const remove = () => mutate(us, 'customerAddressDelete', { id }, 'deletedId');

  expect(faultsOf(await remove())).toEqual(['IN_USE id']);
  await upsert({ by, billToAddress: null });
  expect(faultsOf(await remove())).toEqual([]);

  const [again] = await book([{ customer: by, address: { source: known, name: 'Bill' } }]);
  const back = await upsert({ by, billToAddress: { source: known } });
  expect(again).toMatchObject({ outcome: 'CREATED', address: { sources: [known] } });
  expect(back.customer).toMatchObject({
    billToAddress: { id: again?.address.id },
    addresses: { totalCount: 1 },
  });
});

test.each([
  ['case and whitespace', { name: 'Office', country: 'DE' }, { name: ' Office ', country: 'de' }],
  [
    'null and absent fields',
    { name: 'Office', phone: null, type: 'STANDARD' },
    { name: 'Office', state: ' ' },
  ],
])('addresses of a new customer that differ in %s only are one', async (_name, bill, ship) => {
  const { customer } = await upsert({ by: { number: word() }, billToAddress: bill, shipToAddress: ship });

  expect(customer.addresses).toEqual({ totalCount: 1 });
  expect(customer.shipToAddress.id).toBe(customer.billToAddress.id);
});

test('the errors of both addresses are returned if they are not the same', async () => {
  const input = { billToAddress: { country: 'XX' }, shipToAddress: { country: 'YY' } };

  expect(faultsOf(await upsert({ by: { number: word() }, ...input }))).toEqual([
    'INVALID billToAddress.country',
    'INVALID shipToAddress.country',
  ]);
});

test('inputs that make a shared address equal keep it one', async () => {
  const by = { number: word() };
  const office = { name: 'Office', phone: '1' };
  await upsert({ by, billToAddress: office, shipToAddress: office });

  const renamed = await upsert({
    by,
    billToAddress: { name: 'HQ', phone: '1' },
    shipToAddress: { name: 'HQ' },
  });

  expect(renamed.customer.addresses).toEqual({ totalCount: 1 });
});

test('addresses of a new customer with other records are two', async () => {
  const [bill, ship] = [source(), source()].map((each) => ({ source: each, name: 'Office' }));

  const { customer } = await upsert({ by: { number: word() }, billToAddress: bill, shipToAddress: ship });

  expect(customer.addresses).toEqual({ totalCount: 2 });
});

test('one record for both uses makes its address the default of both', async () => {
  const by = { number: word() };
  const [first, second] = [source(), source()];
  const made = await upsert({ by, billToAddress: { source: first }, shipToAddress: { source: second } });
  const one = { source: first, name: 'Both' };

  const both = await upsert({ by, billToAddress: one, shipToAddress: one });
  const again = await upsert({ by, billToAddress: one, shipToAddress: one });
  const wrong = await upsert({ by, billToAddress: one, shipToAddress: { ...one, name: 'Other' } });

  const { id } = made.customer.billToAddress;
  expect(both.customer).toMatchObject({ billToAddress: { id, name: 'Both' }, shipToAddress: { id } });
  expect(both.customer.addresses).toEqual({ totalCount: 2 });
  expect(again).toEqual({ ...both, outcome: 'UNCHANGED' });
  expect(faultsOf(wrong)).toEqual(['INVALID shipToAddress.source']);
});

test('after a merge, the books of both customers find their addresses at the target', async () => {
  const [target, duplicate] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const [own, equal, other] = [source(), source(), source()];
  const item = (id: string, address: object) => ({ customer: { id }, address });
  await book([
    item(target.id, { source: own, name: 'Same' }),
    item(duplicate.id, { source: equal, name: 'Same' }),
    item(duplicate.id, { source: other, name: 'Other' }),
  ]);

  await mutate(
    us,
    'customerMerge',
    { target: { id: target.id }, duplicates: [{ id: duplicate.id }] },
    'customer { id }',
  );
  const again = await book([
    item(duplicate.id, { source: equal, name: 'Same' }),
    item(target.id, { source: other, name: 'Other' }),
  ]);

  expect(again.map(({ outcome }) => outcome)).toEqual(['UNCHANGED', 'UNCHANGED']);
  expect(again[0]?.address.sources).toHaveLength(2);
  expect(await db.address.count({ where: { customerId: target.id } })).toBe(2);
});

test('a shared address with a record is copied without the record', async () => {
  const by = { number: word() };
  const known = source();
  const office = { source: known, name: 'Office', locality: 'Bonn' };
  const { customer } = await upsert({ by, billToAddress: office, shipToAddress: office });

  const split = await upsert({ by, billToAddress: { locality: null } });
  const back = await upsert({ by, shipToAddress: office });

  expect(split.customer).toMatchObject({
    billToAddress: { name: 'Office', geolocation: null },
    shipToAddress: { id: customer.shipToAddress.id, geolocation: { locality: 'Bonn' } },
  });
  expect(back.outcome).toBe('UNCHANGED');
});
