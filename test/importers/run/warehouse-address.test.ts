import { expect, inject, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { augno } from '../../../src/importers/augno/mapper.ts';
import { inventoryPro } from '../../../src/importers/inventory-pro/mapper.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { importText } from './import-text.ts';

const { pool, serving } = await openTestDatabase(inject('template'));
/** Sees all accounts. */
const db = createDb(pool);

const newAccount = async () => (await add.addAccount(db)).id;

async function importWarehouse(accountId: string, values: object) {
  const document = { shortID: 'ACME', name: 'Acme', active: true, ...values };
  const { rejects, warnings, report } = await importText(
    serving,
    accountId,
    inventoryPro,
    JSON.stringify(document),
  );
  expect([rejects, warnings]).toEqual([[], []]);
  return report.of('customer');
}

async function importSales(accountId: string, city: string) {
  const place = { id: 'ad_1', object: 'address', name: 'Office', type: 'standard' };
  const address = { ...place, geolocation: { locality: city, country: 'US' } };
  const document = { id: 'ac_1', object: 'customer', number: 'C-1', name: 'Acme', bill_to_address: address };
  const { rejects, warnings } = await importText(serving, accountId, augno, JSON.stringify(document));
  expect([rejects, warnings]).toEqual([[], []]);
}

const link = async (accountId: string, sourceId: string, system: 'AUGNO' | 'WAREHOUSE') => {
  const { id: customerId } = await db.customer.findFirstOrThrow({ where: { accountId } });
  await db.customerSource.create({ data: { accountId, customerId, system, sourceId, seenAt: new Date() } });
};

/** The cities of the default addresses, and of all addresses. */
async function citiesOf(accountId: string) {
  const { billToAddressId, shipToAddressId, version } = await db.customer.findFirstOrThrow({
    where: { accountId },
  });
  const rows = await db.address.findMany({ where: { accountId }, include: { geolocation: true } });
  const cityOf = (id: string | null) => rows.find((row) => row.id === id)?.geolocation?.locality ?? null;
  const all = rows.map(({ geolocation }) => geolocation?.locality).sort();
  return { bill: cityOf(billToAddressId), ship: cityOf(shipToAddressId), all, version };
}

test('the address of the warehouse is the default address, once', async () => {
  const accountId = await newAccount();
  await importWarehouse(accountId, { city: 'Springfield' });
  const springfield = { bill: 'Springfield', ship: 'Springfield', all: ['Springfield'], version: 1 };
  expect(await citiesOf(accountId)).toEqual(springfield);

  expect(await importWarehouse(accountId, { city: 'Springfield' })).toMatchObject({ unchanged: 1 });
  expect(await importWarehouse(accountId, { city: 'Springfield', phone: '1' })).toMatchObject({ updated: 1 });
  expect(await citiesOf(accountId)).toEqual({ ...springfield, version: 2 });

  await importWarehouse(accountId, { city: 'Rockford', phone: '1' });
  expect(await citiesOf(accountId)).toMatchObject({ bill: 'Rockford', ship: 'Rockford', all: ['Rockford'] });
});

test('the billing address of the sales system wins, in any order', async () => {
  const [first, second] = [await newAccount(), await newAccount()];
  await importWarehouse(first, { city: 'Springfield' });
  await link(first, 'ac_1', 'AUGNO');
  await importSales(first, 'Chicago');
  await importSales(second, 'Chicago');
  await db.customer.updateMany({ where: { accountId: second }, data: { shortId: 'ACME' } });
  await link(second, 'ACME', 'WAREHOUSE');
  await importWarehouse(second, { city: 'Springfield' });

  const both = { bill: 'Chicago', ship: 'Springfield', all: ['Chicago', 'Springfield'] };
  expect([await citiesOf(first), await citiesOf(second)]).toMatchObject([both, both]);

  await importWarehouse(first, { city: 'Rockford' });
  expect(await citiesOf(first)).toMatchObject({
    ...{ bill: 'Chicago', ship: 'Rockford', all: ['Chicago', 'Rockford'] },
  });
});

test('an empty address leaves the defaults to others', async () => {
  const accountId = await newAccount();
  await importWarehouse(accountId, { city: '', zip: '' });
  expect(await citiesOf(accountId)).toMatchObject({ bill: null, ship: null, all: [] });

  await importWarehouse(accountId, { city: 'Springfield', zip: '' });
  await importWarehouse(accountId, { city: '', zip: '' });
  expect(await citiesOf(accountId)).toMatchObject({ bill: null, ship: null });
});
