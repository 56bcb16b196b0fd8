import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventoryProForm } from '../../src/exporters/inventory-pro.ts';
import { localTime } from '../../src/exporters/local-time.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { readOne } from '../importers/read.ts';
import { runs } from '../runs.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { documents, exported } from './exported.ts';
import { expectUnchanged, recordsOf, write } from './reimport.ts';

const gateway = await openGateway();
const { db, url } = gateway;
/** A customer with a record in the warehouse. */
async function addKnown(accountId: string, shortId: string, values: object = {}) {
  const customer = await add.addCustomer(db, accountId, { shortId, ...values });
  const link = { accountId, customerId: customer.id, system: 'WAREHOUSE', sourceId: shortId } as const;
  await db.customerSource.create({ data: { ...link, seenAt: new Date() } });
  return customer;
}

/** Makes the address of a customer that of its record in the warehouse. */
const linkAddress = (accountId: string, addressId: string, shortId: string | null) =>
  db.objectSource.updateMany({
    where: { accountId, addressId },
    data: { system: 'WAREHOUSE', sourceId: shortId ?? '' },
  });

const timeZone = 'America/Chicago';
const pages = inventoryProForm({ timeZone, isLines: false });
const lines = inventoryProForm({ timeZone, isLines: true });

test('a customer of the warehouse is exported as its API sends it', async () => {
  const { id: accountId } = await add.addAccount(db);
  await add.addCustomer(db, accountId);
  const { customer, address } = await addWholeCustomer(db, accountId, {
    createdAt: new Date('2023-04-15T13:30:00Z'),
    updatedAt: new Date('2024-11-02T19:22:00.5Z'),
    discontinuedAt: new Date(),
  });
  await linkAddress(accountId, address.id, customer.shortId);
  const place = await db.geolocation.findFirstOrThrow({
    where: { accountId, id: address.geolocationId ?? '' },
  });

  expect(await documents(url, accountId, pages)).toEqual([
    {
      value: [
        {
          ...{ shortID: customer.shortId, name: customer.name },
          ...{ address1: place.streetLine1, address2: place.streetLine2, city: place.locality },
          ...{ state: place.state, zip: place.postalCode, country: 'US' },
          ...{ phone: customer.contactPhone, fax: customer.contactFax, email: customer.contactEmail },
          ...{ contact: customer.contactName, active: false },
          ...{ created: '2023-04-15T08:30:00', modified: '2024-11-02T14:22:00.500' },
        },
      ],
      ...{ totalCount: 1, page: 1, pageSize: 250, pageCount: 1, hasMore: false },
    },
  ]);
});

test('absent values are empty', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { shortId, name } = await addKnown(accountId, 'ACME');

  const [found] = await documents(url, accountId, lines);

  const empty = [
    'address1',
    'address2',
    'city',
    'state',
    'zip',
    'country',
    'phone',
    'fax',
    'email',
    'contact',
  ];
  expect(found).toMatchObject({ shortID: shortId, name, active: true });
  expect(Object.keys(found).filter((key) => found[key] === '')).toEqual(empty);
});

test('the pages have at most 250 customers, and an account without customers has an empty page', async () => {
  const { id: accountId } = await add.addAccount(db);
  expect(await documents(url, accountId, pages)).toEqual([
    { value: [], totalCount: 0, page: 1, pageSize: 250, pageCount: 0, hasMore: false },
  ]);
  for (let at = 0; at < 251; at += 1) await addKnown(accountId, `S${at}`);

  const [first, second, ...others] = await documents(url, accountId, pages);

  expect(others).toEqual([]);
  expect([first.value.length, second.value.length]).toEqual([250, 1]);
  expect(first).toMatchObject({ totalCount: 251, page: 1, pageCount: 2, hasMore: true });
  expect(second).toMatchObject({ totalCount: 251, page: 2, pageCount: 2, hasMore: false });
});

test('importing an export changes nothing', async () => {
  const { id: accountId } = await add.addAccount(db);
  const caller = gateway.as(accountId);
  const { customer, address } = await addWholeCustomer(db, accountId);
  await linkAddress(accountId, address.id, customer.shortId);
  await addKnown(accountId, 'PLAIN', { createdAt: new Date('2026-11-01T06:30:00.001Z') });
  const before = await exported(url, accountId, ownForm({}));

  for (const form of [pages, lines]) {
    const records = await recordsOf(inventoryPro, await exported(url, accountId, form));
    await expectUnchanged(caller, records, 'customer', 'address');
  }

  expect(await exported(url, accountId, ownForm({}))).toBe(before);
});

test('exporting an import results in the same document', async () => {
  const { id: accountId } = await add.addAccount(db);
  const document = {
    ...{ shortID: 'BRIGHT-MFG', name: 'Bright Manufacturing LLC' },
    ...{ address1: '88 Factory Rd', address2: 'Suite 200', city: 'Rockford', state: 'IL', zip: '61101' },
    ...{ country: 'US', phone: '815-555-0199', fax: '', email: 'tom@bright.example', contact: 'Tom Briggs' },
    ...{ active: true, created: '2022-09-01T09:00:00', modified: '2024-01-01T00:00:00' },
  };
  const records = await recordsOf(inventoryPro, JSON.stringify(document));
  for (const kind of ['customer', 'address'] as const) await write(gateway.as(accountId), records, kind);

  const [found] = await documents(url, accountId, lines);

  expect({ ...found, modified: document.modified }).toEqual(document);
});

test.for([
  ['2026-11-01T06:30:00.000Z', 'America/Chicago', '2026-11-01T01:30:00-05:00'],
  ['2026-11-01T07:30:00.000Z', 'America/Chicago', '2026-11-01T01:30:00-06:00'],
  ['2026-03-08T08:00:00.000Z', 'America/Chicago', '2026-03-08T03:00:00'],
  ['2026-01-01T00:00:00.007Z', 'Asia/Kathmandu', '2026-01-01T05:45:00.007'],
  ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31T23:59:59.999'],
])('%s in %s is %s', ([iso = '', zone = '', local = '']) => {
  expect(localTime(iso, zone)).toBe(local);
});

test('the reader of imports finds the same instant', async () => {
  const zones = ['America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  const instants = fc.date({
    min: new Date('1971-01-01'),
    max: new Date('2037-12-31'),
    noInvalidDate: true,
  });
  await fc.assert(
    fc.asyncProperty(instants, fc.constantFrom(...zones), async (date, zone) => {
      const created = localTime(date.toISOString(), zone);
      const { item, warnings } = await readOne(inventoryPro, { shortID: 'A', created }, { timeZone: zone });

      expect([item, warnings]).toMatchObject([{ createdAt: date.toISOString() }, []]);
    }),
    runs(300),
  );
});
