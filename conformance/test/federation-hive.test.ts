import { readFile } from 'node:fs/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { ask, example, startBff } from '../bff-federation.ts';

const bff = await startBff(inject('gateway'));
afterAll(() => bff.stop());

const readme = await readFile(example('README.md'), 'utf8');
const [, query = '', answer = ''] = /```graphql\n(.*?)```.*?```json\n(.*?)```/s.exec(readme) ?? [];

/** The response to a query and the requests that both services received for it. */
async function requestsOf(document: string) {
  const before = [bff.customers.asked.length, bff.invoices.asked.length] as const;
  const { data, errors } = await ask(bff.url, document);
  return {
    data,
    errors,
    customers: bff.customers.asked.slice(before[0]),
    invoices: bff.invoices.asked.slice(before[1]),
  };
}

test('what the README asks is answered as it says', async () => {
  expect(await ask(bff.url, query)).toEqual(JSON.parse(answer));
});

test('the invoices of 20 customers take one request to each service', async () => {
  const lines = (await readFile(example('invoices/invoices.csv'), 'utf8')).trim().split('\n').slice(1);
  const ids = [...new Set(lines.map((line) => line.split(',')[1]))].slice(0, 20);
  const { data, customers, invoices } = await requestsOf(
    `{ customers(first: 20, filter: { ids: ${JSON.stringify(ids)} }) { nodes { name invoices(first: 1) { totalCount } } } }`,
  );

  const counts = data.customers.nodes.map((each: typeof data) => each.invoices.totalCount);
  expect(counts).toHaveLength(20);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect([customers.length, invoices.length]).toEqual([1, 1]);
  expect(invoices[0]).toContain('_entities');
});

test('the customers of 20 invoices take one request to each service', async () => {
  const { data, customers, invoices } = await requestsOf(
    '{ invoices(first: 20) { nodes { id customer { name shortId parentAccount { name } } } } }',
  );

  expect(data.invoices.nodes).toHaveLength(20);
  for (const each of data.invoices.nodes) expect(each.customer.name).toBeTruthy();
  expect([customers.length, invoices.length]).toEqual([1, 1]);
  expect(customers[0]).toContain('_entities');
});

const family = (page: string) =>
  `{ customer(by: { shortId: "ACME-CORP" }) { childAccounts(${page}) { totalCount nodes { number invoices { totalCount } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

async function pageOf(page: string) {
  const { data } = await ask(bff.url, family(page));
  return data.customer.childAccounts;
}

test('a list is paged by its cursors there and back', async () => {
  const there = [await pageOf('first: 5')];
  while (there.at(-1).pageInfo.hasNextPage)
    there.push(await pageOf(`first: 5, after: "${there.at(-1).pageInfo.endCursor}"`));
  const back = [await pageOf('last: 5')];
  while (back[0].pageInfo.hasPreviousPage)
    back.unshift(await pageOf(`last: 5, before: "${back[0].pageInfo.startCursor}"`));

  const numbers = (pages: typeof there) =>
    pages.flatMap(({ nodes }) => nodes.map(({ number }: { readonly number: string }) => number));
  expect(there).toHaveLength(3);
  expect(new Set(numbers(there)).size).toBe(there[0].totalCount);
  expect(numbers(back)).toEqual(numbers(there));
});

test.each([
  ['{ customers(first: 251) { nodes { id } } }', 'PAGE_SIZE_INVALID'],
  ['{ customers(after: "x") { nodes { id } } }', 'CURSOR_INVALID'],
  ['{ node(id: "x") { id } }', 'ID_INVALID'],
  ['{ customers(first: 250) { nodes { addresses(first: 250) { nodes { id } } } } }', 'COST_LIMIT'],
])('%s is %s through the router', async (document, code) => {
  const { errors } = await ask(bff.url, document);

  expect(errors).toMatchObject([{ extensions: { code, serviceName: 'customers' } }]);
});

test('a COST_LIMIT says what costs most, as the gateway does', async () => {
  const { errors } = await ask(
    bff.url,
    '{ invoices { nodes { customer { addresses(first: 250) { nodes { geolocation { state } } } childAccounts(first: 250) { nodes { addresses { nodes { id } } } } } } } }',
  );

  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('the maximum is 10000'),
    extensions: { code: 'COST_LIMIT', limit: 10_000, path: expect.arrayContaining(['_entities']) },
  });
});

test('a selection as large as frontends make passes the limits, with what the router adds to it', async () => {
  const { errors } = await ask(
    bff.url,
    `{ customers(first: 5) { nodes { name invoices(first: 3) { nodes { id customer { number } } }
      type { name } billToAddress { name geolocation { state } } freightPreferences { carrier { name serviceLevels(first: 2) { nodes { name } } } }
      defaults { paymentTerm { name owner { type } } salesRep { user { name } } } creditLimit { displayValue unit { name } }
      priceGroups(first: 2) { nodes { name } } parentAccount { name } sources { sourceId } tags { nodes { name } } } } }`,
  );

  expect(errors).toBeUndefined();
});

const unreachable = (serviceName: string) => ({
  message: `The service \`${serviceName}\` cannot be reached at the moment; try again soon.`,
  extensions: { code: 'SERVICE_UNAVAILABLE', serviceName },
});

test('with the invoices down the customers stand, and with the customers down the invoices', async () => {
  await bff.invoices.close();
  const customers = await ask(bff.url, query);
  const alive = await startBff(inject('gateway'));
  await alive.customers.close();
  const invoices = await ask(alive.url, '{ invoices(first: 1) { nodes { id total customer { name } } } }');
  await alive.stop();

  expect(customers.data.customer).toMatchObject({ name: 'Acme Corporation', invoices: null });
  expect(customers.errors).toMatchObject([{ ...unreachable('invoices'), path: ['customer', 'invoices'] }]);
  expect(invoices.data.invoices.nodes).toEqual([
    { id: expect.any(String), total: expect.any(String), customer: null },
  ]);
  expect(invoices.errors).toMatchObject([unreachable('customers')]);
});
