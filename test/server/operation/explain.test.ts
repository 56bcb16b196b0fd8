import { expect, test } from 'vitest';
import { type Scope, scopes } from '../../../src/auth/viewer.ts';
import { createDb } from '../../../src/db/client.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { createLog } from '../../../src/log.ts';
import { prices } from '../../../src/prices.ts';
import { createGateway } from '../../../src/server/gateway.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import type { Answer } from '../../gateway.ts';

const { serving, pool } = await openTestDatabase();
const owner = createDb(pool);
const { id: accountId } = await add.addAccount(owner);
const { id: otherId } = await add.addAccount(owner);
const carrier = await add.addCarrier(owner, accountId);
const { id: parentId } = await add.addCustomer(owner, accountId, { name: 'Parent', carrierId: carrier.id });
for (const name of ['First', 'Second', 'Third'])
  await add.addCustomer(owner, accountId, { name, parentId, carrierId: carrier.id });
for (const name of ['Foreign', 'Parent']) await add.addCustomer(owner, otherId, { name });

interface Statement {
  readonly name: string;
  readonly count: number;
  readonly rows: number;
  readonly milliseconds: number;
  readonly planCost: number | null;
}

interface Explanation {
  readonly milliseconds: number;
  readonly statements: number;
  readonly rows: number;
  readonly fields: readonly {
    readonly path: string;
    readonly alsoFor?: readonly string[];
    readonly statements: readonly Statement[];
  }[];
  readonly pageSizes: readonly {
    readonly path: string;
    readonly size: number;
    readonly costs: readonly { readonly size: number; readonly cost: number }[];
  }[];
  readonly maxCost: number;
  readonly omitted: { readonly statements: number; readonly plans: number; readonly pageSizes: number };
}

interface Explained extends Answer {
  readonly status: number;
  readonly extensions: {
    readonly cost: { readonly requested: number; readonly actual: number };
    readonly explain?: Explanation;
  };
}

function callerWith(held: readonly Scope[], limits: object = {}) {
  const { fetch } = createGateway({
    db: createDb(serving),
    viewer: { accountId, accountUserId: null, service: 'test', scopes: held, caller: `${held}` },
    log: createLog('silent'),
    checkReady: async () => undefined,
    limits: { ...defaultLimits, bucket: 1_000_000, cost: 100_000, ...limits },
  });
  const accept = 'application/graphql-response+json';
  const post = (body: object) =>
    fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
    });
  const get = ({ query, ...others }: { readonly query: string; readonly [name: string]: unknown }) => {
    const texts = Object.entries(others).map(([name, value]) => [name, JSON.stringify(value)]);
    const search = new URLSearchParams([['query', query], ...texts]);
    return fetch(`http://gateway.test/graphql?${search}`, { headers: { accept } });
  };
  return async (
    query: string,
    variables: object = {},
    explain: unknown = true,
    send: 'get' | 'post' = 'post',
  ): Promise<Explained> => {
    const response = await { get, post }[send]({ query, variables, extensions: { explain } });
    return { ...((await response.json()) as Explained), status: response.status };
  };
}

const ask = callerWith(scopes);

const family = `query Family($name: String!, $size: Int = 10) {
  customers(query: $name, first: 5) {
    nodes { name childAccounts(first: $size) { nodes { name freightPreferences { carrier { name } } } } }
  }
}`;

async function explanationOf(query: string, variables?: object): Promise<Explanation> {
  const { extensions, errors } = await ask(query, variables);
  if (extensions.explain === undefined) throw new Error(JSON.stringify(errors));
  return extensions.explain;
}

test('a query is explained by field: statements with their rows, time and plan cost', async () => {
  const { data, extensions } = await ask(family, { name: 'Parent' });

  expect(data.customers.nodes[0].childAccounts.nodes).toHaveLength(3);
  expect(extensions.explain).toMatchObject({
    statements: 3,
    fields: [
      { path: 'customers.nodes', statements: [{ name: 'Query.customers page', count: 1, rows: 1 }] },
      {
        path: 'customers.nodes.childAccounts.nodes',
        statements: [{ name: 'Customer.childAccounts page', count: 1, rows: 3 }],
      },
      {
        path: 'customers.nodes.childAccounts.nodes.freightPreferences.carrier',
        statements: [{ name: 'Carrier by id', count: 1, rows: 1 }],
      },
    ],
    rows: 5,
    maxCost: 100_000,
    omitted: { statements: 0, plans: 0, pageSizes: 0 },
  });
  const { milliseconds = 0, fields = [] } = extensions.explain ?? {};
  for (const { statements } of fields)
    for (const each of statements) {
      expect(each.planCost).toBeGreaterThan(0);
      expect(each.milliseconds).toBeGreaterThan(0);
      expect(each.milliseconds).toBeLessThanOrEqual(milliseconds);
    }
});

test('the plan cost is the one that PostgreSQL shows for a statement of the same account', async () => {
  const { fields } = await explanationOf('{ viewer { account { name } } }');

  const [{ statements } = { statements: [] }] = fields;
  const client = await serving.connect();
  await client.query('begin');
  await client.query("select set_config('app.account_id', $1, true)", [accountId]);
  const { rows } = await client.query(
    'explain (format json) select t.id, t.name from accounts t where t.id = any ($1)',
    [[accountId]],
  );
  await client.query('rollback');
  client.release();
  expect(statements[0]?.planCost).toBeCloseTo(rows[0]['QUERY PLAN'][0].Plan['Total Cost'], 1);
});

test('the costs at other page sizes are those of the request with these sizes', async () => {
  const { pageSizes } = await explanationOf(family, { name: 'Parent', size: 7 });

  const costAt = async (outer: number, inner: number) => {
    const query = family.replace('first: 5', `first: ${outer}`);
    return (await ask(query, { name: 'Parent', size: inner }, false)).extensions.cost.requested;
  };
  expect(pageSizes.map(({ path, size }) => [path, size])).toEqual([
    ['customers', 5],
    ['customers.nodes.childAccounts', 7],
  ]);
  const [outer, inner] = pageSizes;
  expect(outer?.costs.map(({ size }) => size)).toEqual([5, 10, 25, 50, 100, 250]);
  for (const { size, cost } of outer?.costs ?? [])
    expect([size, cost]).toEqual([size, await costAt(size, 7)]);
  for (const { size, cost } of inner?.costs ?? [])
    expect([size, cost]).toEqual([size, await costAt(5, size)]);
});

test.for([
  ['customers', 'page', '{ customers { nodes { id } } }', 'customers(first: 100)'],
  ['customers', 'last', '{ customers(last: 3) { nodes { id } } }', 'customers(last: 100)'],
  ['renamed', 'alias', '{ renamed: customers(first: 1) { totalCount } }', 'renamed: customers(first: 100)'],
  [
    'customers.facets.statuses',
    'facet',
    '{ customers { facets { statuses { count } } } }',
    'statuses(first: 100)',
  ],
  [
    'customersAggregate',
    'groups',
    '{ customersAggregate(groupBy: TAG, first: 2) { groups { count } } }',
    'customersAggregate(groupBy: TAG, first: 100)',
  ],
  [
    'node.childAccounts',
    'fragment',
    `{ node(id: "${parentId}") { ... on Customer { childAccounts(first: 2) { nodes { id } } } } }`,
    'childAccounts(first: 100)',
  ],
] as const)('the cost of %s at another size: %s', async ([path, , query, resized]) => {
  const { pageSizes } = await explanationOf(query);

  const field = resized.replace(/\(.*/, '');
  const at100 = query.replace(new RegExp(`${field}(\\([^)]*\\))?`), resized);
  const { extensions } = await ask(at100, {}, false);
  const found = pageSizes.find((each) => each.path === path);
  expect(found?.costs.find(({ size }) => size === 100)?.cost).toBe(extensions.cost.requested);
});

test('statements of look-ups in several steps belong to the field that needs them', async () => {
  const users = await Promise.all([0, 1].map(() => add.addAccountUser(owner, accountId)));
  const [first, second] = await Promise.all(
    users.map(async ({ userId: id }) => (await owner.user.findFirstOrThrow({ where: { id } })).email),
  );

  const { fields } = await explanationOf(
    `query Steps($first: String!, $second: String!) {
      a: accountUser(by: { email: $first }) { user { name } }
      b: accountUser(by: { email: $second }) { id }
      customers(query: "Second") { nodes { name effectivePolicies { freight { source } } } }
    }`,
    { first, second },
  );

  const namesByPath = fields.map(({ path, alsoFor = [], statements }) => [
    [path, ...alsoFor].join(),
    statements.map(({ name }) => name),
  ]);
  expect(Object.fromEntries(namesByPath)).toEqual({
    a: ['Query.accountUser(email) page'],
    b: ['Query.accountUser(email) page'],
    'a,b': ['Query.accountUser page'],
    'customers.nodes': ['Query.customers page'],
    'customers.nodes.effectivePolicies.freight': ['EffectivePolicies.via page'],
  });
});

test('a mutation is executed once, and its statements are explained', async () => {
  const name = `Once ${add.word()}`;

  const { data, extensions } = await ask(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { name freightPreferences { carrier { name } } } userErrors { code } } }',
    { input: { name, freightPreferences: { carrier: { id: carrier.id } } } },
  );

  expect(data.customerCreate.userErrors).toEqual([]);
  expect(await owner.customer.count({ where: { name } })).toBe(1);
  const { fields = [] } = extensions.explain ?? {};
  expect(fields.map(({ path }) => path)).toEqual([
    'customerCreate',
    'customerCreate.customer',
    'customerCreate.customer.freightPreferences.carrier',
  ]);
  const written = fields.find(({ path }) => path === 'customerCreate')?.statements ?? [];
  expect(written.filter(({ planCost }) => planCost !== null).length).toBeGreaterThan(1);
  expect(written.find((each) => each.name === 'commit')).toMatchObject({ count: 1, planCost: null });
});

test('an explanation has no values, and nothing of another account', async () => {
  const secret = add.word();
  await add.addCustomer(owner, accountId, { name: secret });
  await add.addCustomer(owner, otherId, { name: secret });

  const { data, extensions } = await ask(
    'query ($name: String!) { customers(query: $name) { nodes { name } totalCount } }',
    { name: secret },
  );

  expect(data.customers.totalCount).toBe(1);
  expect(JSON.stringify(extensions)).not.toContain(secret);
  expect(extensions.explain?.rows).toBeLessThanOrEqual(2);
});

test('an explanation has a price, which is not refunded', async () => {
  const plain = await ask('{ customers(first: 1) { nodes { id } } }', {}, false);
  const explained = await ask('{ customers(first: 1) { nodes { id } } }');

  const { requested, actual } = plain.extensions.cost;
  expect(plain.extensions.explain).toBeUndefined();
  expect(explained.extensions.cost).toMatchObject({
    requested: requested + prices.explain.units,
    actual: actual + prices.explain.units,
  });
});

test.for([
  [['customers:read'], 403],
  [['customers:read', 'customers:write', 'settings:write', 'customers:import'], 403],
] as const)('with %s alone, nothing is executed or explained', async ([held, status]) => {
  const name = `Never ${add.word()}`;
  const reading = await callerWith(held)('{ customers { nodes { id } } }');
  const writing = await callerWith([...held, 'customers:write'])(
    `mutation { customerCreate(input: { name: "${name}" }) { userErrors { code } } }`,
  );

  for (const answer of [reading, writing]) {
    expect(answer).toMatchObject({
      status,
      errors: [
        {
          message: '`extensions.explain` requires the scope `account:admin`.',
          extensions: { code: 'FORBIDDEN', scope: 'account:admin' },
        },
      ],
    });
    expect(answer.data).toBeUndefined();
    expect(answer.extensions.explain).toBeUndefined();
  }
  expect(await owner.customer.count({ where: { name } })).toBe(0);
});

test.for([
  ['"yes"', 'yes', 'a string'],
  ['1', 1, 'a number'],
  ['a list', [true], 'a list'],
] as const)('%s is not a value of `extensions.explain`', async ([, value, type]) => {
  const { status, errors } = await ask('{ __typename }', {}, value);

  expect(status).toBe(400);
  expect(errors?.[0]?.message).toMatch(`\`extensions.explain\` is ${type}; it must be true or false.`);
});

test('a query by GET is explained as one by POST, for the same callers', async () => {
  const [posted, got] = [
    await ask(family, { name: 'Parent' }),
    await ask(family, { name: 'Parent' }, true, 'get'),
  ];

  expect(got.data).toEqual(posted.data);
  const factsOf = ({ extensions }: Explained) =>
    extensions.explain?.fields.map(({ path, statements }) => [path, statements.map(({ name }) => name)]);
  expect(factsOf(got)).toHaveLength(3);
  expect(factsOf(got)).toEqual(factsOf(posted));
  expect(got.extensions.explain?.pageSizes).toEqual(posted.extensions.explain?.pageSizes);
  const refused = await callerWith(['customers:read'])(family, { name: 'Parent' }, true, 'get');
  expect(refused).toMatchObject({ status: 403, errors: [{ extensions: { scope: 'account:admin' } }] });
  const mistaken = await ask(family, { name: 'Parent' }, 'yes', 'get');
  expect(mistaken).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('a mutation by GET is neither executed nor explained', async () => {
  const name = `Never ${add.word()}`;
  const create = `mutation { customerCreate(input: { name: "${name}" }) { userErrors { code } } }`;
  const { data, errors, extensions } = await ask(create, {}, true, 'get');

  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  expect(extensions?.explain).toBeUndefined();
  expect(await owner.customer.count({ where: { name } })).toBe(0);
});

test('a subscription is not explained', async () => {
  const { errors } = await ask('subscription { customerChanged { cursor } }');

  expect(errors?.[0]).toMatchObject({
    message: '`extensions.explain` is for queries and mutations; omit it for a subscription.',
    extensions: { code: 'BAD_REQUEST' },
  });
});

test('an explanation is bounded: statements and plans beyond the limits are counted', async () => {
  const many = callerWith(scopes, {
    aliases: 1_000,
    tokens: 10_000,
    rootFields: 1_000,
    cost: 1_000_000,
    selections: 100_000,
  });
  const fields = Array.from(
    { length: 120 },
    (_, at) => `a${at}: customers(first: 1, filter: { name: { equals: "${at}" } }) { nodes { id } }`,
  );

  const { extensions, errors } = await many(`{ ${fields.join(' ')} }`);

  expect(errors).toBeUndefined();
  const { explain } = extensions;
  const entries = explain?.fields.flatMap(({ statements }) => statements) ?? [];
  expect(explain?.statements).toBe(120);
  expect(entries).toHaveLength(100);
  expect(entries.filter(({ planCost }) => planCost !== null)).toHaveLength(50);
  expect(explain?.pageSizes.length).toBeLessThanOrEqual(50);
  expect(explain?.omitted).toEqual({
    statements: 20,
    plans: 50,
    pageSizes: 120 - (explain?.pageSizes.length ?? 0),
  });
});

test('a failed field is explained beside its error', async () => {
  const { errors, extensions } = await ask(
    '{ viewer { account { name } } customers(first: 1, after: "x") { nodes { id } } }',
  );

  expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  expect(extensions.explain?.fields.map(({ path }) => path)).toEqual(['viewer.account']);
});
