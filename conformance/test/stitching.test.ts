import { afterAll, expect, inject, test } from 'vitest';
import { ask, readmeBlock, startCounter, startExample } from '../stitching.ts';

const acme = 'cus_018784091340784b8edd6873ce589155';
const gateway = inject('gateway');
const counter = await startCounter(gateway);
const { bff, stop } = await startExample({ GATEWAY_URL: counter.url });

afterAll(async () => {
  counter.stop();
  expect(await stop()).toBe(0);
});

interface Customers {
  readonly customers: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly number: string } }[];
  };
}

async function numbers(query: string): Promise<string[]> {
  // The response has the shape of the query.
  const { customers } = (await ask(bff, query)).data as Customers;
  return customers.edges.map(({ node }) => node.number);
}

/** The response and the number of requests it took from the BFF to the gateway. */
async function count(query: string) {
  counter.taken();
  const answer = await ask(bff, query);
  return { answer, requests: counter.taken().length };
}

const customers = (first: number, fields: string) =>
  `{ customers(first: ${first}, orderBy: [{ field: NUMBER }]) { nodes { ${fields} } } }`;

test.each([1, 20, 100])('%i tickets with their customers are one request', async (first) => {
  const { answer, requests } = await count(`{ tickets(first: ${first}) { customer { id name } } }`);

  const ticket = { customer: { id: expect.stringMatching(/^cus_/), name: expect.any(String) } };
  expect(answer).toEqual({ data: { tickets: Array(first).fill(ticket) } });
  expect(requests).toBe(1);
});

test.each([1, 20, 100])('%i customers with their tickets are one request', async (first) => {
  const { answer, requests } = await count(customers(first, 'number tickets { subject }'));

  const customer = {
    number: expect.any(String),
    tickets: expect.arrayContaining([{ subject: expect.any(String) }]),
  };
  expect(answer).toEqual({ data: { customers: { nodes: Array(first).fill(customer) } } });
  expect(requests).toBe(1);
});

test.each([1, 20, 100])(
  '%i customers, their tickets and those’s customers are two requests',
  async (first) => {
    const { answer, requests } = await count(customers(first, 'number tickets { customer { number } }'));

    const numbers = await ask(gateway, customers(first, 'number'));
    expect(JSON.stringify(answer).replaceAll(/,"tickets":\[[^\]]*\]/g, '')).toBe(
      JSON.stringify({ data: numbers.data }),
    );
    expect(answer).not.toHaveProperty('errors');
    expect(requests).toBe(2);
  },
);

test('the README’s query takes two requests', async () => {
  const { answer, requests } = await count(await readmeBlock('graphql'));

  expect(answer).toEqual(JSON.parse(await readmeBlock('json')));
  expect(requests).toBe(2);
});

test('more customers than `nodes` takes ids are two of it, in one request', async () => {
  counter.taken();
  const { data } = await ask(bff, '{ tickets(first: 345) { customer { name } } }');

  expect(data).toEqual({ tickets: Array(345).fill({ customer: { name: expect.any(String) } }) });
  expect(counter.taken()).toEqual([expect.stringMatching(/_v0_nodes:nodes.*_v1_nodes:nodes/)]);
});

test('a customer that the gateway does not know is null with NOT_FOUND, and the other tickets stand', async () => {
  const { data, errors } = await ask(bff, '{ tickets(first: 346) { customer { name } } }');

  const customer = { name: expect.any(String) };
  expect(data).toEqual({ tickets: [...Array(345).fill({ customer }), { customer: null }] });
  expect(errors).toMatchObject([
    {
      message: 'There is no customer cus_0187840913407000800000000000dead.',
      path: ['tickets', 345, 'customer', 'name'],
      extensions: { code: 'NOT_FOUND' },
    },
  ]);
});

test('the gateway’s error keeps its code, has the path in the BFF’s answer, and the rest stands', async () => {
  const page = 'childAccounts(first: 999) { totalCount }';
  const { data, errors } = await ask(
    bff,
    `{ tickets(first: 2) { id customer { ${page} } } customer(by: { id: "${acme}" }) { name } }`,
  );

  const failed = (id: string) => ({ id, customer: null });
  expect(data).toEqual({
    tickets: [failed('tkt_1345'), failed('tkt_1344')],
    customer: { name: 'Acme Corporation' },
  });
  const error = (i: number) => ({
    message: '`first` is 999; the maximum is 250.',
    path: ['tickets', i, 'customer', 'childAccounts'],
    extensions: { code: 'PAGE_SIZE_INVALID', requestId: expect.any(String) },
  });
  expect(errors).toEqual([error(0), error(1)]);
});

test('what the gateway refuses as a whole is said with its numbers', async () => {
  const { errors } = await ask(
    bff,
    '{ tickets(first: 300) { customer { childAccounts(first: 250) { nodes { name } } } } }',
  );

  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/^The request costs \d+; it can cost at most 10000\./),
    extensions: { code: 'COST_LIMIT', limit: 10_000 },
  });
});

test('pages are the gateway’s, with cursors that go both ways', async () => {
  const page = (args: string) =>
    `{ customers(${args}, orderBy: [{ field: NUMBER }]) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { number } } } }`;
  const { data } = await ask(gateway, page('first: 6'));

  expect(await ask(bff, page('first: 6'))).toEqual({ data });
  // The response has the shape of the query.
  const [, , third, fourth] = (data as Customers).customers.edges;
  expect(await numbers(page(`first: 3, after: "${third?.cursor}"`))).toEqual([
    'C-000004',
    'C-000005',
    'C-000006',
  ]);
  expect(await numbers(page(`last: 3, before: "${fourth?.cursor}"`))).toEqual([
    'C-000001',
    'C-000002',
    'C-000003',
  ]);
});

test('while the gateway cannot be reached, its part is null with SERVICE_UNAVAILABLE and the tickets stand', async () => {
  const away = await startExample({ GATEWAY_URL: 'http://127.0.0.1:1/graphql' });
  const { data, errors } = await ask(away.bff, '{ tickets(first: 1) { subject customer { name } } }');

  expect(data).toEqual({ tickets: [{ subject: 'Credit note is missing', customer: null }] });
  expect(errors).toEqual([
    {
      message: 'The customer gateway cannot be reached.',
      path: ['tickets', 0, 'customer', 'name'],
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ]);
  expect(await away.stop()).toBe(0);
});
