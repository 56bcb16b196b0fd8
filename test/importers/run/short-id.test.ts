import { expect, test } from 'vitest';
import { sourceSystems } from '../../../src/domain/source-system.ts';
import type { SourceRecord } from '../../../src/importers/record.ts';
import * as add from '../../builders.ts';
import { customer, openImports, warningsOf } from './records.ts';

const { db, importInto } = await openImports();

const { OTHER: crm, INVENTORY_PRO: warehouse } = sourceSystems;

const of = (system: typeof crm | typeof warehouse, sourceId: string, item: object): SourceRecord =>
  ({ ...customer(sourceId, { by: { source: { system, sourceId } }, ...item }), system }) as SourceRecord;

const stock = (sourceId: string, note?: string) =>
  of(warehouse, sourceId, { name: `Stock ${sourceId}`, shortId: sourceId, ...(note && { note }) });

async function openAccount() {
  const { id: accountId } = await add.addAccount(db);
  const read = async () => {
    const customers = await db.customer.findMany({
      where: { accountId },
      select: { shortId: true, sources: { select: { sourceId: true }, orderBy: { sourceId: 'asc' } } },
      orderBy: { id: 'asc' },
    });
    return customers.map(({ shortId, sources }) => [shortId, ...sources.map(({ sourceId }) => sourceId)]);
  };
  const importOf = (from: typeof crm | typeof warehouse, ...records: readonly SourceRecord[]) =>
    importInto(accountId, records, { from });
  return { importOf, read };
}

test.for([
  ['the first one first', ['S1', 'S2']],
  ['the second one first', ['S2', 'S1']],
] as const)('several records of the warehouse do not replace each other: %s', async ([, ids]) => {
  const { importOf, read } = await openAccount();
  const addSources = ['S1', 'S2'].map((sourceId) => ({ system: warehouse, sourceId }));
  await importOf(crm, of(crm, 'crm:1', { addSources }));

  const first = await importOf(warehouse, ...ids.map((id) => stock(id)));
  const later = await importOf(warehouse, ...ids.map((id) => stock(id, 'Later')));

  expect([first, later].flatMap(warningsOf)).toEqual([]);
  expect(await read()).toEqual([['S1', 'S1', 'S2', 'crm:1']]);
});

test('a short id replaces a record of which only the id is known, and no other one', async () => {
  const { importOf, read } = await openAccount();
  await importOf(crm, of(crm, 'crm:1', { shortId: 'S1' }));
  await importOf(crm, of(crm, 'crm:1', { shortId: 'S2' }));
  expect(await read()).toEqual([['S2', 'S2', 'crm:1']]);

  await importOf(warehouse, stock('S2'));
  const other = await importOf(crm, of(crm, 'crm:1', { shortId: 'S3', note: 'Kept' }));
  const none = await importOf(crm, of(crm, 'crm:1', { shortId: null }));

  expect([other.rejects, warningsOf(other)]).toEqual([[], ['customer TAKEN shortId 1']]);
  expect(warningsOf(none)).toEqual([]);
  expect(await read()).toEqual([['S2', 'S2', 'crm:1']]);
});
