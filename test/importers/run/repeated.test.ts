import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { address, countsOf, customer, openImports, record, ref, warningsOf } from './records.ts';

const { db, importInto } = await openImports();

const at = (modifiedAt: string) => ({ modifiedAt });
const january = at('2024-01-01T00:00:00.000Z');
const february = at('2024-02-01T00:00:00.000Z');

const customerOf = (accountId: string, sourceId: string) =>
  db.customerSource.findFirst({ where: { accountId, sourceId }, include: { customer: true } });

const own = customer('c2', { note: 'Own', contactInfo: { phone: '1' } }, january);
const part = customer('c2', { parent: ref('c1') }, { ...january, isPart: true });

test.each([
  ['before', [part, own]],
  ['after', [own, part]],
])(
  'a customer has all fields of its document if another one nests a part of it %s',
  async (_place, records) => {
    const { id } = await add.addAccount(db);
    const given = [customer('c1'), ...records];

    await importInto(id, given);

    const parent = await customerOf(id, 'c1');
    const found = await customerOf(id, 'c2');
    expect(found).toMatchObject({
      ...{ raw: own.raw, contentHash: expect.stringMatching(/^[\w-]{43}$/) },
      customer: { note: 'Own', contactPhone: '1', parentId: parent?.customerId },
    });
    const again = await importInto(id, given);
    expect([countsOf(again, 'customer'), warningsOf(again)]).toEqual([{ unchanged: 3 }, []]);
  },
);

test('a newer part does not make the own document of a customer outdated', async () => {
  const { id } = await add.addAccount(db);
  const newer = customer('c2', { note: 'Newer' }, february);

  await importInto(id, [customer('c1'), own, { ...part, ...february }, newer]);

  expect(await customerOf(id, 'c2')).toMatchObject({ raw: newer.raw, customer: { note: 'Newer' } });
});

test('a newer part says who the parent is, whichever comes first', async () => {
  const older = customer('c2', { note: 'Own', parent: null }, january);
  const context = { parent: ref('c1') };
  const newer = customer('c2', { parent: ref('c1') }, { ...february, context, isPart: true });
  for (const given of [
    [older, newer],
    [newer, older],
  ]) {
    const { id } = await add.addAccount(db);
    await importInto(id, [customer('c1'), ...given]);

    const parent = await customerOf(id, 'c1');
    expect(await customerOf(id, 'c2')).toMatchObject({
      customer: { note: 'Own', parentId: parent?.customerId },
    });
  }
});

test('a customer that is known only by parts has the newest one', async () => {
  const { id } = await add.addAccount(db);
  const named = (name: string, modified: object) => customer('c2', { name }, { ...modified, isPart: true });

  await importInto(id, [named('New', february), named('Old', january)]);

  expect(await customerOf(id, 'c2')).toMatchObject({ customer: { name: 'New' } });
});

test('a record that waited for another one does not replace a newer one', async () => {
  const { id } = await add.addAccount(db);
  const older = customer('c1', { note: 'old', parent: ref('missing') }, january);

  const imported = await importInto(id, [older, customer('c1', { note: 'new' }, february)]);

  expect(await customerOf(id, 'c1')).toMatchObject({
    customer: { note: 'new' },
    sourceModifiedAt: new Date(february.modifiedAt),
  });
  expect(warningsOf(imported)).toEqual(['customer OUTDATED  1']);
});

test('a record is gone as its newest document says, in any order', async () => {
  const deletedAt = february.modifiedAt;
  const documents = [
    record('carrier', 'cr_1', { name: 'Van' }, january),
    record('carrier', 'cr_1', { name: 'Van' }, { ...february, deletedAt }),
    record('carrier', 'cr_2', { name: 'Rail' }, { ...january, deletedAt: january.modifiedAt }),
    record('carrier', 'cr_2', { name: 'Rail' }, february),
  ];

  for (const given of [documents, [...documents].reverse()]) {
    const { id: accountId } = await add.addAccount(db);
    await importInto(accountId, given);
    await importInto(accountId, given);

    const found = await db.objectSource.findMany({ where: { accountId }, orderBy: { sourceId: 'asc' } });
    expect(found.map(({ goneAt }) => goneAt)).toEqual([new Date(deletedAt), null]);
  }
});

test('records that wait are the same with and without spaces around their ids', async () => {
  const { id } = await add.addAccount(db);
  const given = [
    address('ad_1', 'c1', { name: 'A' }),
    address(' ad_1 ', 'c1', { name: 'B' }),
    customer('c1'),
  ];

  const { rejects } = await importInto(id, given, { sizes: { window: 1, batch: 2 } });

  expect(rejects).toEqual([]);
  expect(await db.address.count({ where: { accountId: id } })).toBe(1);
});
