import { expect, inject, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { augno } from '../../../src/importers/augno/mapper.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { importText } from './import-text.ts';

const { pool, serving } = await openTestDatabase(inject('template'));
/** Sees all accounts. */
const db = createDb(pool);

const own = (at: number) => ({
  ...{ id: `ac_${at}`, object: 'customer', number: `C-${at}`, name: `Customer ${at}`, note: `Note ${at}` },
  updated_at: '2024-01-01T00:00:00Z',
});
const rest = (at: number) => ({ contact_info: { phone: `555-${at}` } });

/** A child that names its parent, one that only its parent names, and their parent. */
const family = [
  { ...own(1), ...rest(1), parent_account: own(2) },
  { ...own(3), ...rest(3), parent_account: null },
  { ...own(2), ...rest(2), child_accounts: { data: [own(1), own(3)] } },
];

test.for([
  ['children first', family],
  ['the parent first', [...family].reverse()],
] as const)('a customer in the document of another one is a part of its own: %s', async ([, documents]) => {
  const { id: accountId } = await add.addAccount(db);
  const text = documents.map((each) => JSON.stringify(each)).join('\n');
  const runIt = () => importText(serving, accountId, augno, text);

  const first = await runIt();
  expect([first.rejects, first.warnings]).toEqual([[], []]);
  const rows = () => db.customer.findMany({ where: { accountId }, orderBy: { number: 'asc' } });
  const [one, parent, three] = await rows();
  expect([one, three]).toMatchObject([1, 3].map(() => ({ parentId: parent?.id })));
  expect([one, parent, three].map((row) => row?.contactPhone)).toEqual(['555-1', '555-2', '555-3']);
  const records = () => db.customerSource.findMany({ where: { accountId }, orderBy: { sourceId: 'asc' } });
  expect(await records()).toMatchObject(
    [1, 2, 3].map((at) => ({ raw: rest(at), contentHash: expect.any(String) })),
  );

  const again = await runIt();
  expect([again.warnings, again.report.total('created'), again.report.total('updated')]).toEqual([[], 0, 0]);
  expect(await rows()).toEqual([one, parent, three]);
  expect(await records()).toMatchObject(
    [1, 2, 3].map((at) => ({ raw: rest(at), contentHash: expect.any(String) })),
  );
});

test('a setting in several documents has the values and the deletion of the newest one, in any order', async () => {
  const carrierOf = (month: number) => ({
    ...{ id: 'cr_1', object: 'carrier', name: month === 2 ? 'Rail' : 'Van' },
    ...{ updated_at: `2024-0${month}-01T00:00:00Z`, deleted_at: month === 3 ? '2024-03-01T00:00:00Z' : null },
  });
  for (const months of [
    [1, 2, 3],
    [1, 3, 2],
    [3, 1, 2],
  ]) {
    const { id: accountId } = await add.addAccount(db);
    const documents = months.map((month) => ({
      ...own(month),
      freight_preferences: { carrier: carrierOf(month) },
    }));

    await importText(serving, accountId, augno, documents.map((each) => JSON.stringify(each)).join('\n'));

    expect(await db.carrier.findMany({ where: { accountId } })).toMatchObject([{ name: 'Van' }]);
    expect(await db.objectSource.findFirst({ where: { accountId, type: 'CARRIER' } })).toMatchObject({
      sourceModifiedAt: new Date('2024-03-01'),
      goneAt: new Date('2024-03-01'),
    });
  }
});
