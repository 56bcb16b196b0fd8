import { expect, test } from 'vitest';
import { augno } from '../../../src/importers/augno/mapper.ts';
import type { Mapper } from '../../../src/importers/record.ts';
import { countStored, storedRecords } from '../../../src/importers/stored-records.ts';
import * as add from '../../builders.ts';
import { countsOf, openImports } from './records.ts';

const { db, client, importInto } = await openImports();

const newAccount = async () => (await add.addAccount(db)).id;

const document = (id: string, name: string) => ({ object: 'customer', id, number: `N-${id}`, name });

const importDocuments = (accountId: string, documents: readonly object[], isComplete = false) =>
  importInto(
    accountId,
    documents.flatMap((each, at) => [...augno.map({ ...each }, `file.json#/${at}`, {})]),
    { version: augno.version, isComplete },
  );

/** A later version, which gives a note to customers whose names begin with B. */
const newer: Mapper = {
  ...augno,
  version: augno.version + 1,
  *remap(stored, options) {
    for (const each of augno.remap?.(stored, options) ?? [])
      yield each.kind === 'customer' && each.item.name?.startsWith('B')
        ? { ...each, item: { ...each.item, note: 'Mapped again.' } }
        : each;
  },
};

const remapOf = (accountId: string, mapper: Mapper, isAll: boolean) => ({
  ...{ db: client, accountId, mapper, isAll, options: {} },
});

const remap = (accountId: string, mapper: Mapper, isAll = false) =>
  importInto(accountId, storedRecords(remapOf(accountId, mapper, isAll)), {
    ...{ version: mapper.version, isRemap: true },
  });

test('a newer mapping is applied to the stored records; passes and gone records stay', async () => {
  const accountId = await newAccount();
  await importDocuments(accountId, [
    document('ac_1', 'Ada'),
    document('ac_2', 'Bob'),
    document('ac_3', 'Bea'),
  ]);
  await importDocuments(accountId, [document('ac_1', 'Ada'), document('ac_2', 'Bob')], true);
  const sources = () =>
    db.customerSource.findMany({
      where: { accountId },
      orderBy: { sourceId: 'asc' },
      select: { sourceId: true, passedAt: true, goneAt: true, raw: true, mapperVersion: true },
    });
  const before = await sources();
  expect(before.map(({ goneAt }) => goneAt !== null)).toEqual([false, false, true]);

  expect(await countStored(remapOf(accountId, newer, false))).toBe(3);
  const mapped = await remap(accountId, newer);

  expect(countsOf(mapped, 'customer')).toEqual({ updated: 2, unchanged: 1 });
  expect(await db.customer.findMany({ where: { accountId }, orderBy: { name: 'asc' } })).toMatchObject([
    { name: 'Ada', note: null },
    { name: 'Bea', note: 'Mapped again.' },
    { name: 'Bob', note: 'Mapped again.' },
  ]);
  expect(await sources()).toEqual(before.map((each) => ({ ...each, mapperVersion: newer.version })));
  expect(await db.importRun.findFirst({ where: { accountId, isRemap: true } })).toMatchObject({
    state: 'COMPLETED',
  });
});

test('a repeated remap finds no record, or changes none', async () => {
  const accountId = await newAccount();
  await importDocuments(accountId, [document('ac_1', 'Bob')]);
  await remap(accountId, newer);

  expect(countsOf(await remap(accountId, newer), 'customer')).toEqual({});
  expect(countsOf(await remap(accountId, newer, true), 'customer')).toEqual({ unchanged: 1 });
});

test('a remap of more than a page reads each record once', async () => {
  const accountId = await newAccount();
  const documents = Array.from({ length: 260 }, (_, at) => document(`ac_${at}`, `Customer ${at}`));
  await importDocuments(accountId, documents);

  expect(countsOf(await remap(accountId, newer), 'customer')).toEqual({ unchanged: 260 });
});

test('a record that cannot be mapped alone is rejected and stays as it is', async () => {
  const accountId = await newAccount();
  await importDocuments(accountId, [document('ac_1', 'Ada')]);
  const lost: Mapper = { ...newer, remap: () => [] };

  const { rejects } = await remap(accountId, lost);

  expect(rejects).toMatchObject([
    { sourceId: 'ac_1', position: 'customer ac_1', errors: [{ code: 'INVALID' }] },
  ]);
  expect(await db.customerSource.findFirst({ where: { accountId } })).toMatchObject({
    mapperVersion: augno.version,
  });
});
