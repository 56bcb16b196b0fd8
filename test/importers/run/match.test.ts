import { expect, test } from 'vitest';
import { sourceSystems } from '../../../src/domain/source-system.ts';
import { maxSizes } from '../../../src/importers/run/window.ts';
import * as add from '../../builders.ts';
import { openPasses } from './passes.ts';
import { keyed, type Run } from './plans.ts';

const { owner, importOne } = await openPasses();

const runOf = (of: Run['of'], items: Readonly<Record<string, object>>, run: Partial<Run> = {}): Run => ({
  ...{ of, sizes: maxSizes, ...run },
  async *records() {
    for (const [id, item] of Object.entries(items)) yield keyed(of, id, item);
  },
});

test('a record that waited is not matched to a customer that has got another record of its system', async () => {
  const { id: accountId } = await add.addAccount(owner);
  await importOne(accountId, runOf(sourceSystems.OTHER, { 'crm:1': { number: 'N-1', reference: 'R-1' } }));
  const parent = { source: { system: sourceSystems.AUGNO, sourceId: 'late' } };
  const items = { waiting: { number: 'N-1', parent }, other: { reference: 'R-1' }, late: {} };

  const run = runOf(sourceSystems.AUGNO, items, {
    ...{ match: ['number', 'reference'], sizes: { window: 1, batch: 1 } },
  });
  const { rejected } = await importOne(accountId, run, { isStrict: true });

  const records = await owner.customerSource.findMany({ where: { accountId }, orderBy: { sourceId: 'asc' } });
  const customerOf = (sourceId: string) => records.find((each) => each.sourceId === sourceId)?.customerId;
  expect(customerOf('other')).toBe(customerOf('crm:1'));
  expect([rejected, customerOf('waiting')]).toEqual([['customer waiting TAKEN'], undefined]);
});

test('a reference that another customer has is left out with its origin', async () => {
  const { id: accountId } = await add.addAccount(owner);
  const reference = { reference: 'R-1', referenceOrigin: 'crm' };
  const items = { a: reference, b: { ...reference, note: 'B' }, c: { referenceOrigin: 'crm', note: 'C' } };

  const { report, rejected } = await importOne(accountId, runOf(sourceSystems.AUGNO, items));

  expect(rejected).toEqual([]);
  expect(report.warnings.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
    'REQUIRED referenceOrigin',
    'TAKEN reference',
  ]);
  const customers = await owner.customer.findMany({ where: { accountId }, orderBy: { reference: 'asc' } });
  expect(customers.map((each) => [each.reference, each.referenceOrigin, each.note])).toEqual(
    expect.arrayContaining([
      ['R-1', 'crm', null],
      [null, null, 'B'],
      [null, null, 'C'],
    ]),
  );
});
