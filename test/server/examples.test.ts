import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { exampleTabs, noSample, type Sample } from '../../src/explorer/examples/examples.ts';
import { everythingWritten } from '../domain/everything-written.ts';
import { openGateway } from '../gateway.ts';
import { faultsOf } from '../mutation.ts';

const { as, pool } = await openGateway({ demo: true });
const us = as(demoAccountId);
const tabs = await exampleTabs(async (document) => (await us.execute(document)).data as Sample);

const nameOf = (query: string): string => /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '';

/** Runs an example unchanged; returns the one field of its response. */
async function run(name: string, from = tabs) {
  const found = from.find(({ query }) => nameOf(query) === name);
  const { data, errors } = await us.execute(found?.query ?? '', JSON.parse(found?.variables ?? '{}'));
  expect(errors).toBeUndefined();
  return Object.values(data).at(-1) as ReturnType<typeof JSON.parse>;
}

test('there is a tab for each kind of operation', () => {
  expect(tabs.map(({ query }) => nameOf(query))).toEqual([
    'FirstPage',
    'NextPage',
    'FilterAndFacets',
    'Groups',
    'OneCustomer',
    'Conflicts',
    'Search',
    'Upsert',
    'RejectedUpsert',
    'StaleVersion',
    'Follow',
  ]);
});

test('with sign-in, the upsert is a dry run', async () => {
  const before = await everythingWritten(pool);

  const tried = await run('Upsert', await exampleTabs(noSample, '{}'));

  expect(tried).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  expect(await everythingWritten(pool)).toBe(before);
});

test('the upsert creates one customer, and a second run leaves it unchanged', async () => {
  const first = await run('Upsert');
  const before = await everythingWritten(pool);
  const second = await run('Upsert');

  expect(first).toMatchObject({ outcome: 'CREATED', customer: { version: 1 }, userErrors: [] });
  expect(second).toEqual({ ...first, outcome: 'UNCHANGED' });
  expect(await everythingWritten(pool)).toBe(before);
});

test('the conflicts have values of two systems', async () => {
  const { nodes } = await run('Conflicts');

  expect(nodes.length).toBeGreaterThan(0);
  for (const { conflicts } of nodes) expect(conflicts[0].values.length).toBeGreaterThan(1);
});

test('the rejected upsert and the stale version return their errors and write nothing', async () => {
  const before = await everythingWritten(pool);

  const rejected = await run('RejectedUpsert');
  const stale = await run('StaleVersion');

  expect(rejected).toMatchObject({ outcome: null, customer: null });
  expect(faultsOf(rejected)).toEqual([
    'INVALID billToAddress.country',
    'INVALID contactInfo.email',
    'INVALID tags.0',
    'REQUIRED name',
  ]);
  expect(stale.customer).toMatchObject({ name: 'Acme Corporation', version: expect.any(Number) });
  expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', path: ['ifVersion'] }]);
  expect(await everythingWritten(pool)).toBe(before);
});
