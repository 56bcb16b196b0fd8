import { expect, test } from 'vitest';
import { statements } from '../../../src/db/wire/connection.ts';
import * as add from '../../builders.ts';
import { address, countsOf, customer, openImports, ref, warningsOf } from './records.ts';

const { db, importInto } = await openImports();

const newAccount = async () => (await add.addAccount(db)).id;

const addressesOf = async (accountId: string) =>
  (await db.address.findMany({ where: { accountId }, include: { sources: true, customer: true } }))
    .map(({ phone, sources, customer: { name } }) => [name, sources.map((each) => each.sourceId), phone])
    .sort();

const eventsOf = (accountId: string) => db.customerEvent.count({ where: { accountId } });

async function sentBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = [];
  const add = (message: unknown) => void sent.push((message as { readonly text: string }).text);
  statements.subscribe(add);
  await work();
  statements.unsubscribe(add);
  return sent;
}

test('a new customer and its addresses are one write with one event', async () => {
  const accountId = await newAccount();
  const records = [
    address('a1', 'c1', { phone: '555-1' }),
    customer('c1'),
    address('a2', 'c1', { phone: '555-2', name: 'Dock' }),
  ];
  const sent: string[] = [];
  const count = ({ text }: { readonly text: string }) => void sent.push(text);
  statements.subscribe(count as never);

  const imported = await importInto(accountId, records);
  statements.unsubscribe(count as never);

  expect([imported.rejects, imported.report.warnings]).toEqual([[], []]);
  expect(countsOf(imported, 'customer')).toEqual({ created: 1 });
  expect(countsOf(imported, 'address')).toEqual({ created: 2 });
  expect(await addressesOf(accountId)).toEqual([
    ['Customer c1', ['a1'], '555-1'],
    ['Customer c1', ['a2'], '555-2'],
  ]);
  expect(await eventsOf(accountId)).toBe(1);
  expect(sent.filter((text) => text.includes('storeRecords'))).toEqual([]);
  const names = await db.address.findMany({ where: { accountId }, orderBy: { name: 'asc' } });
  expect(names.map(({ name }) => name)).toEqual(['Customer c1', 'Dock']);

  const again = await importInto(accountId, records);
  expect(countsOf(again, 'customer')).toEqual({ unchanged: 1 });
  expect(countsOf(again, 'address')).toEqual({ unchanged: 2 });
});

test('an address that cannot be saved as it is does not hold up its customer', async () => {
  const accountId = await newAccount();
  await importInto(accountId, [customer('other'), address('a1', 'other')]);

  const imported = await importInto(accountId, [
    customer('c1', { number: '17' }),
    address('a1', 'c1'),
    customer('c2', { number: '17' }),
    address('a2', 'c2', { email: 'wrong', phone: '555-2' }),
    address('a3', 'c2', { phone: '555-3' }),
  ]);

  expect(countsOf(imported, 'customer')).toEqual({ created: 2, warned: 1 });
  expect(countsOf(imported, 'address')).toEqual({ created: 2, rejected: 1, warned: 1 });
  expect(warningsOf(imported)).toEqual(['address INVALID address.email 1', 'customer TAKEN number 1']);
  expect(imported.rejects.map(({ sourceId, errors }) => [sourceId, errors[0]?.code])).toEqual([
    ['a1', 'TAKEN'],
  ]);
  expect(await addressesOf(accountId)).toEqual([
    ['Customer c2', ['a2'], '555-2'],
    ['Customer c2', ['a3'], '555-3'],
    ['Customer other', ['a1'], null],
  ]);
});

test('of an address that occurs twice, the second one is another version', async () => {
  const accountId = await newAccount();
  const at = (day: number) => ({ modifiedAt: `2024-01-0${day}T00:00:00.000Z` });
  const version = (day: number) => ({ ...address('a1', 'c1', { phone: `555-${day}` }), ...at(day) });

  const imported = await importInto(accountId, [version(1), customer('c1'), version(2)]);

  expect(countsOf(imported, 'address')).toEqual({ created: 1, updated: 1 });
  expect(await addressesOf(accountId)).toEqual([['Customer c1', ['a1'], '555-2']]);
});

test('the record of a default address is saved with its customer if both are equal', async () => {
  const accountId = await newAccount();
  const place = (at: number) => ({ ...ref(`a${at}`), phone: `555-${at}` });
  const records = [
    customer('c1', { billToAddress: place(1), shipToAddress: place(1) }),
    address('a1', 'c1', { phone: '555-1' }),
    customer('c2', { billToAddress: place(2) }),
    address('a2', 'c2', { phone: '555-3' }),
    address('a4', 'c2', { phone: '555-4' }),
  ];
  const statementsSent = await sentBy(() => importInto(accountId, records));

  expect(statementsSent.filter((text) => text.includes('storeRecords'))).toHaveLength(1);
  expect(await addressesOf(accountId)).toEqual([
    ['Customer c1', ['a1'], '555-1'],
    ['Customer c2', ['a2'], '555-3'],
    ['Customer c2', ['a4'], '555-4'],
  ]);
  const again = await importInto(accountId, records);
  expect([countsOf(again, 'customer'), countsOf(again, 'address')]).toEqual([
    { unchanged: 2 },
    { unchanged: 3 },
  ]);
});
