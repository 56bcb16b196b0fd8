import { expect, test } from 'vitest';
import { upsertCustomer } from '../../../src/domain/customer-upsert/mutations.ts';
import { sourceSystems } from '../../../src/domain/source-system.ts';
import { Writer } from '../../../src/domain/write/writer.ts';
import type { SourceRecord } from '../../../src/importers/record.ts';
import { authorOf } from '../../../src/importers/run/target.ts';
import * as add from '../../builders.ts';
import { countsOf, customer, openImports, system } from './records.ts';

const { db, client, importInto } = await openImports();

const from = sourceSystems.OTHER;
const at = (modifiedAt: string) => ({ modifiedAt });

/** The customer of a sales record, in another system. */
const other = (id: string): SourceRecord => {
  const by = { source: { system: from, sourceId: `crm:${id}` } };
  const item = { by, name: `CRM ${id}`, addSources: [{ system, sourceId: id }] };
  return { ...customer(`crm:${id}`, item), system: from } as SourceRecord;
};

const sales = (id: string, note?: string) =>
  customer(id, { name: `Sales ${id}`, ...(note !== undefined && { note }) }, at('2024-02-01T00:00:00.000Z'));

async function newAccount(records: readonly SourceRecord[], ids: readonly string[]) {
  const { id: accountId } = await add.addAccount(db);
  await importInto(accountId, ids.map(other), { from });
  await importInto(accountId, records);
  const read = async () => {
    const rows = await db.customer.findMany({ where: { accountId }, orderBy: { id: 'asc' } });
    return rows.map(({ name, version }) => `${name} ${version}`).sort();
  };
  return { accountId, read };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test('values of records that a complete import does not have come last, until one has them again', async () => {
  const all = [sales('a'), sales('b')];
  const { accountId, read } = await newAccount(all, ['a', 'b']);
  expect(await read()).toEqual(['Sales a 2', 'Sales b 2']);

  const complete = await importInto(accountId, [sales('a')], { isComplete: true });
  expect(countsOf(complete, 'customer')).toEqual({ unchanged: 1, gone: 1 });
  expect(await read()).toEqual(['CRM b 3', 'Sales a 2']);
  const events = await db.customerEvent.findMany({ where: { accountId }, orderBy: { id: 'desc' }, take: 1 });
  expect(events).toMatchObject([{ action: 'IMPORT', actorType: 'SOURCE' }]);

  await importInto(accountId, [sales('a')], { isComplete: true });
  await importInto(accountId, [customer('b', { name: 'Older' }, at('2024-01-01T00:00:00.000Z'))]);
  expect(await read()).toEqual(['CRM b 3', 'Sales a 2']);

  await importInto(accountId, [sales('b')]);
  expect(await read()).toEqual(['Sales a 2', 'Sales b 4']);
});

test('a record that comes back with other values is used at once', async () => {
  const { accountId, read } = await newAccount([sales('a'), sales('b')], ['a', 'b']);
  await importInto(accountId, [sales('a')], { isComplete: true });

  await importInto(accountId, [customer('b', { name: 'Back', note: 'New' }, at('2024-03-01T00:00:00.000Z'))]);

  expect(await read()).toEqual(['Back 4', 'Sales a 2']);
  expect(await db.customerSource.count({ where: { accountId, goneAt: { not: null } } })).toBe(0);
});

test('a write that speaks for a record that is gone brings it back', async () => {
  const { accountId, read } = await newAccount([sales('a'), sales('b')], ['a', 'b']);
  await importInto(accountId, [sales('a')], { isComplete: true });
  const author = { ...authorOf(accountId, system), actorType: 'SERVICE' as const };
  const writer = new Writer({ db: client, author, onChange: () => undefined });

  await upsertCustomer(writer, { by: { source: { system, sourceId: 'b' } }, name: 'Sales b' });

  expect(await read()).toEqual(['Sales a 2', 'Sales b 4']);
  expect(await db.customerSource.count({ where: { accountId, goneAt: { not: null } } })).toBe(0);
});

test('a customer keeps the values of its only record, and customers of all batches are derived again', async () => {
  const all = [...ids(260).map((id) => sales(id)), sales('only', 'Kept')];
  const { accountId, read } = await newAccount(all, ids(260));

  const complete = await importInto(accountId, [sales('0')], { isComplete: true });

  expect(countsOf(complete, 'customer')).toEqual({ unchanged: 1, gone: 260 });
  const expected = ids(260).map((id) => (id === '0' ? 'Sales 0 2' : `CRM ${id} 3`));
  expect(await read()).toEqual([...expected, 'Sales only 1'].sort());
  expect(await db.customer.count({ where: { accountId, note: 'Kept' } })).toBe(1);
});
