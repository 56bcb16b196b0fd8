import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { bulkUpsert } from './upserts.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const settings = await addWholeCustomer(db, accountId);

type Make = (at: number) => object;
const keys: readonly Make[] = [
  (at) => ({ number: `${word()}-${at}` }),
  (at) => ({ shortId: `${word()}-${at}` }),
  (at) => ({ shopperEmail: `${word()}-${at}@example.com` }),
  (at) => ({ reference: { reference: word(), referenceOrigin: at % 10 ? 'sap' : null } }),
  () => ({ source: { system: 'INVENTORY_PRO', sourceId: word() } }),
];

/** Items with each kind of key, and with all fields of an upsert. */
function full(by: object, at: number, round: string): object {
  const email = 'shopperEmail' in by ? by.shopperEmail : `${word()}@example.com`;
  return {
    by,
    name: `${round} ${at}`,
    note: round,
    creditLimit: { value: '1.5', unit: { id: settings.unit.id } },
    contactInfo: { name: round, email: `${word()}@example.com` },
    freightPreferences: {
      carrier: { id: settings.carrier.id },
      serviceLevel: { id: settings.serviceLevel.id },
    },
    defaults: {
      ...{ paymentTerm: { id: settings.paymentTerm.id }, shippingTerm: { id: settings.shippingTerm.id } },
      ...{ priority: 'HIGH', salesRep: { id: settings.salesRep.id } },
    },
    billToAddress: { name: `Office ${at}`, locality: round, country: 'DE' },
    shipToAddress: { name: `Dock ${at}`, locality: round, country: 'US' },
    type: { id: settings.type.id },
    priceGroups: round === 'created' ? [] : [{ id: settings.priceGroup.id }],
    shopper: { email },
    customerGroup: { id: settings.customerGroup.id },
    metadata: { round },
    tags: [`${round}-${at % 3}`, word()],
    active: true,
    idempotencyKey: word(),
  };
}

/** A call of 5 has all kinds, like one of 250; a call of 1 has only one kind. */
async function statementsOf(size: number) {
  const bys = Array.from({ length: size }, (_, at) => (keys[at % keys.length] ?? (() => ({})))(at));
  const call = (round: string) => ({ input: { items: bys.map((by, at) => full(by, at, round)) } });
  const create = await us.statementsOf(bulkUpsert, call('created'));
  const update = await us.statementsOf(bulkUpsert, call('updated'));
  const minimal = { input: { items: bys.map((by) => ({ by })) } };
  const unchanged = await us.statementsOf(bulkUpsert, minimal);
  return { create, update, unchanged };
}

test('a call takes the same statements for 10 and 250 customers, created, updated or unchanged', async () => {
  const ten = await statementsOf(10);
  const most = await statementsOf(250);

  expect(most).toEqual(ten);
  expect(most.create.length).toBeLessThanOrEqual(45);
  expect(most.update.length).toBeLessThanOrEqual(55);
  expect(most.unchanged.length).toBeLessThanOrEqual(10);
});

test('a new customer is written once, with its addresses, by which it is found', async () => {
  const item = full({ number: word() }, 1007, 'created');
  const seen = await us.statementsOf(bulkUpsert, { input: { items: [item] } });

  expect(seen).toContain('Geolocation, Address, Customer insert');
  expect(seen).not.toContain('Customer update');
  const found = {
    accountId,
    AND: ['office 1007', 'dock 1007'].map((contains) => ({ document: { contains } })),
  };
  expect(await db.customerSearch.count({ where: found })).toBe(1);
});

test('a call with all kinds of keys takes at most eleven statements more than a call with one', async () => {
  const one = await statementsOf(1);
  const ten = await statementsOf(10);

  // Each kind of key is looked up once; a lookup by number needs neither a source's row, before and after its lock, nor the next free number.
  // Several customers are locked at a savepoint, so that locking can be repeated. The rules are read where customers are
  // derived from source records.
  const extra = (many: readonly string[], few: readonly string[]) =>
    many.filter((name) => !few.includes(name)).sort();
  expect(extra(ten.create, one.create)).toEqual([
    'Customer by reference',
    'Customer by shortId',
    'CustomerSource insert',
    'SurvivorshipRule by accountId',
    'customerNumbersTake',
    'survivorshipShare',
  ]);
  // Customers that a source record names are derived from their records; their lists are loaded by themselves.
  expect(extra(ten.update, one.update)).toEqual([
    'CustomerSource by customerId',
    'CustomerSource sync',
    'CustomerSource values',
    'SurvivorshipRule by accountId',
    'savepoint locks',
    'survivorshipShare',
  ]);
  expect(ten.create.length - one.create.length).toBe(6);
  expect(ten.update.length - one.update.length).toBe(11);
  expect(extra(ten.unchanged, one.unchanged)).toEqual(['CustomerSource by customerId', 'savepoint locks']);
});

test('250 invalid items take no more statements than one', async () => {
  const wrong = (size: number) => ({
    input: {
      items: Array.from({ length: size }, () => ({
        ...{ by: { shortId: word() }, name: 'x', shopper: { email: settings.customer.shopperEmail } },
        tags: ['not ok'],
      })),
    },
  });

  const one = await us.statementsOf(bulkUpsert, wrong(1));
  const many = await us.statementsOf(bulkUpsert, {
    input: { items: wrong(250).input.items.map((each) => ({ ...each, shopper: undefined })) },
  });

  expect(many.length).toBeLessThanOrEqual(one.length);
});
