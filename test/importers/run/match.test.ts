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

const sales = runOf(sourceSystems.AUGNO, { a: { name: 'Sales A' }, b: { name: 'Sales B' } });
const named = (...ids: readonly string[]) => ({
  addSources: ids.map((sourceId) => ({ system: sourceSystems.AUGNO, sourceId })),
});

async function customersAfter(...runs: readonly Run[]) {
  const { id: accountId } = await add.addAccount(owner);
  const imports = [];
  for (const run of runs) imports.push(await importOne(accountId, run));
  const rows = await owner.customer.findMany({ where: { accountId }, include: { sources: true } });
  const customers = rows.map(({ name, sources }) => [
    name,
    ...sources.map(({ sourceId }) => sourceId).sort(),
  ]);
  return { customers: customers.sort(), imports };
}

test('a record belongs to the customer whose other record it names, whichever comes first', async () => {
  const crm = runOf(sourceSystems.OTHER, { 'crm:1': named('a'), 'crm:2': named('b'), 'crm:3': named('c') });

  const { customers, imports } = await customersAfter(sales, crm, crm);
  const reversed = await customersAfter(crm, sales, crm);

  expect(imports.flatMap(({ report, rejected }) => [report.warnings, rejected].flat())).toEqual([]);
  expect(customers).toEqual([
    ['Sales A', 'a', 'crm:1'],
    ['Sales B', 'b', 'crm:2'],
    ['crm:3', 'c', 'crm:3'],
  ]);
  expect(reversed.customers).toEqual(customers);
});

test('two records of a system that name one record are two customers, and customers are not merged', async () => {
  const crm = runOf(sourceSystems.OTHER, {
    'crm:1': named('a'),
    'crm:2': named('a'),
    'crm:3': named('b', 'a'),
  });

  const { customers, imports } = await customersAfter(sales, crm);

  expect(imports.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(imports.flatMap(({ report }) => report.warnings.map(({ code, path }) => `${code} ${path}`))).toEqual(
    ['TAKEN addSources.[]'],
  );
  expect(customers).toEqual([
    ['Sales A', 'a', 'crm:1'],
    ['Sales B', 'b', 'crm:3'],
    ['crm:2', 'crm:2'],
  ]);
});
