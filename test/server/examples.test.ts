import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { tasks } from '../../src/explorer/examples/examples.ts';
import { fill, sampleQuery, valuesOf } from '../../src/explorer/examples/fill.ts';
import { everythingWritten } from '../domain/everything-written.ts';
import { openGateway } from '../gateway.ts';
import { faultsOf } from '../mutation.ts';

const { as, pool } = await openGateway({ demo: true });
const us = as(demoAccountId);
const sample = (await us.execute(sampleQuery)).data;
const examples = tasks.flatMap((task) => task.examples);

const nameOf = (query: string): string => /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '';

/** Runs an example with the account's values; returns the last field of its response. */
async function run(name: string, dryRun = false) {
  const found = examples.find(({ query }) => nameOf(query) === name);
  const variables = fill(found?.variables ?? {}, valuesOf(sample, dryRun)) as object;
  const { data, errors } = await us.execute(found?.query ?? '', variables);
  expect(errors).toBeUndefined();
  return Object.values(data).at(-1) as ReturnType<typeof JSON.parse>;
}

test('there is an example for each task', () => {
  expect(
    Object.fromEntries(tasks.map((each) => [each.task, each.examples.map(({ query }) => nameOf(query))])),
  ).toEqual({
    Find: ['FirstPage', 'OneCustomer', 'Search'],
    'Filter and count': ['FilterAndFacets', 'Groups'],
    Page: ['NextPage'],
    'Edit safely': ['Upsert', 'RejectedUpsert'],
    'Two people edit': ['StaleVersion', 'Conflicts'],
    Orders: ['RecentOrders', 'OrdersByMonth'],
    'Follow changes': ['RecentChanges', 'Follow'],
  });
});

// The subscription: test/browser/graphiql.test.ts.
test.for(examples.map(({ query }) => nameOf(query)).filter((name) => name !== 'Follow'))(
  'the example %s finds something in the account',
  async (name) => {
    const found = await run(name, true);

    expect(
      found.id ?? found.outcome ?? (found.nodes ?? found.groups ?? found.edges ?? found.userErrors)?.length,
    ).toBeTruthy();
  },
);

test('an account without customers fills in the id of none', () => {
  const values = valuesOf(null, true);

  expect(
    fill({ by: { id: { sample: 'customerId' } }, after: { sample: 'pageCursor' }, many: [1] }, values),
  ).toEqual({
    by: { id: 'cus_none' },
    after: null,
    many: [1],
  });
});

test('with sign-in, the upsert is a dry run', async () => {
  const before = await everythingWritten(pool);

  const tried = await run('Upsert', true);

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
