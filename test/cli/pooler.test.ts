import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { databaseFailure } from '../../src/db/wire/failure.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { openTestDatabase } from '../database.ts';
import { follow, next } from '../server/live/follower.ts';
import { changed } from '../server/live/subscriber.ts';
import { run, type Serving, serve } from './command.ts';
import { documentedSql, isMissing, openPooler } from './pooler.ts';

const { url, pool } = await openTestDatabase(inject('demo'));

/** A login with the documented settings, or without settings. */
async function createLogin(lines: (line: string) => boolean = () => true): Promise<string> {
  const login = `cg_app_${randomBytes(4).toString('hex')}`;
  const statements = documentedSql.replaceAll('gateway_app', login).split('\n').filter(lines);
  afterAll(() => pool.query(`drop role ${login}`));
  await pool.query(statements.join('\n'));
  return login;
}

const [app, plain] = isMissing
  ? ['', '']
  : [await createLogin(), await createLogin((line) => !line.startsWith('alter'))];

// The server's defaults for these two can be equal to those of the gateway.
if (!isMissing)
  await pool.query(`alter role ${plain} set timezone = 'Europe/Berlin';
    alter role ${plain} set default_transaction_isolation = 'serializable'`);

const secrets = {
  AUTH_JWT_SECRET: 'token-secret-of-32-bytes-or-more-for-poolers',
  AUTH_ISSUER: 'test',
  AUTH_AUDIENCE: 'test',
  AUTH_API_KEY_SECRET: 'key-secret-of-32-bytes-or-more-for-poolers',
};

const start = (pooled: string) =>
  run(['serve'], { DATABASE_URL: pooled, MIGRATION_DATABASE_URL: url, PORT: '0', ...secrets });

async function headersOf(account: string): Promise<Record<string, string>> {
  const token = await new SignJWT({ account, sub: 'test', scope: 'customers:read customers:write' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('test')
    .setAudience('test')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secrets.AUTH_JWT_SECRET));
  return { authorization: `Bearer ${token}` };
}

async function ask(gateway: Serving, headers: Record<string, string>, query: string) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return JSON.stringify(await response.json());
}

const numbers = '{ customers(first: 100) { nodes { number } } }';

async function twoAccounts() {
  const { rows } = await pool.query<{ id: string }>(
    'select id from accounts order by created_at, id limit 2',
  );
  const [first = '', second = ''] = rows.map(({ id }) => id);
  return [
    { id: first, headers: await headersOf(first) },
    { id: second, headers: await headersOf(second) },
  ] as const;
}

async function numbersOf(account: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ number: string }>(
    'select number from customers where account_id = $1',
    [account],
  );
  return new Set(rows.map(({ number }) => number));
}

const numbersIn = (answer: string): readonly string[] =>
  (JSON.parse(answer).data?.customers.nodes ?? []).map(({ number }: { number: string }) => number);

test.skipIf(isMissing)('behind PgBouncer as documented two accounts read their own rows', async () => {
  const gateway = await serve({
    DATABASE_URL: await openPooler(url, app),
    MIGRATION_DATABASE_URL: url,
    ...secrets,
  });
  const accounts = await twoAccounts();

  const answers = await Promise.all(
    Array.from({ length: 120 }, async (_, n) => {
      const account = accounts[n % 2] ?? accounts[0];
      return { account: account.id, numbers: numbersIn(await ask(gateway, account.headers, numbers)) };
    }),
  );
  for (const { id } of accounts) {
    const own = await numbersOf(id);
    const read = answers.filter(({ account }) => account === id).map((answer) => answer.numbers);
    expect(own.size).toBeGreaterThan(0);
    expect(read.every((each) => each.length === Math.min(100, own.size))).toBe(true);
    expect(read.flat().filter((number) => !own.has(number))).toEqual([]);
  }
});

test.skipIf(isMissing)('behind PgBouncer as documented writes, subscriptions and API keys work', async () => {
  const pooled = await openPooler(url, app);
  const gateway = await serve({ DATABASE_URL: pooled, MIGRATION_DATABASE_URL: url, ...secrets });
  const [{ id, headers }] = await twoAccounts();
  const created = await run(
    ['api-key', 'create', '--account', id, '--scope', 'customers:read', '--name', 'pooler'],
    { DATABASE_URL: url, ...secrets },
  );
  const withKey = { authorization: `Bearer ${created.out.trim()}` };

  const stream = await follow(gateway.url, { query: changed, headers: withKey });
  const written = await ask(
    gateway,
    headers,
    'mutation { customerCreate(input: { name: "Pooled", number: "PL-1" }) { customer { number } userErrors { message } } }',
  );

  expect(written).toContain('"customer":{"number":"PL-1"}');
  expect((await next(stream)).data.customerChanged).toBeTruthy();
  expect(await ask(gateway, withKey, '{ customer(by: { number: "PL-1" }) { name } }')).toContain('"Pooled"');
  expect(await gateway.end('SIGTERM')).toBe(0);
});

const unsupported = [
  [
    'transaction mode',
    { pool_mode: 'transaction' },
    /two connections share|changed from server process|setting/,
  ],
  [
    'transaction mode without idle server connections',
    { pool_mode: 'transaction', default_pool_size: 1 },
    /./,
  ],
  ['statement mode', { pool_mode: 'statement' }, /two connections share|rejected a statement/],
] as const;

test.skipIf(isMissing).each(unsupported)(
  'behind PgBouncer in %s the gateway does not start',
  async (_, options, finding) => {
    const { code, out, err } = await start(await openPooler(url, app, options));

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^The pooler before PostgreSQL does not isolate sessions: .*pool_mode = session.*docs\/poolers\.md/,
    );
    expect(err).toMatch(finding);
  },
);

/** Other clients of the pooler, which hold and release its server connections until they are stopped. */
async function occupy(pooled: string): Promise<() => Promise<unknown>> {
  const others = new pg.Pool({ connectionString: pooled, max: 4 });
  let isStopped = false;
  const occupyOne = async () => {
    const client = await others.connect();
    while (!isStopped) {
      await client.query('begin');
      await client.query('select pg_sleep(random() / 100)');
      await client.query('commit');
    }
    client.release();
  };
  await others.query('select 1');
  const done = Promise.all(Array.from({ length: 4 }, occupyOne));
  return async () => {
    isStopped = true;
    await done.finally(() => others.end());
  };
}

test.skipIf(isMissing).each([0, 1])(
  'transaction mode is found among other clients of the pooler (round robin: %i)',
  async (server_round_robin) => {
    const pooled = await openPooler(url, app, { pool_mode: 'transaction', server_round_robin });
    const stop = await occupy(pooled);

    const { code, err } = await start(pooled).finally(stop);

    expect(code).toBe(1);
    expect(err).toMatch(/^The pooler before PostgreSQL does not isolate sessions/);
  },
);

test.skipIf(isMissing)('missing settings are listed with the lines of the documentation', async () => {
  const { code, err } = await start(await openPooler(url, plain));

  const lines = documentedSql.split('\n').filter((line) => line.startsWith('alter'));
  expect(code).toBe(1);
  expect(err).toMatch(
    /^The database sessions lack settings of the gateway \(.*role is cg_app_.*, not customer_gateway/,
  );
  expect(lines.filter((line) => !err.includes(line.replace('gateway_app', `"${plain}"`)))).toEqual([]);
});

test.skipIf(isMissing)('a pooler that does not reset sessions is rejected', async () => {
  const { code, err } = await start(await openPooler(url, app, { server_reset_query: '' }));

  expect([code, err]).toEqual([
    1,
    'The pooler before PostgreSQL does not reset a session before another client gets it. Set server_reset_query as in docs/poolers.md.\n',
  ]);
});

test.skipIf(isMissing)('a session pooler with one server connection is explained', async () => {
  const { code, err } = await start(await openPooler(url, app, { default_pool_size: 1 }));

  expect(code).toBe(1);
  expect(err).toMatch(/^A new connection received no response .*default_pool_size.*docs\/poolers\.md/);
});

test.skipIf(isMissing)('a new connection through a transaction pooler serves nothing', async () => {
  const told: string[] = [];
  const connectionString = await openPooler(url, app, { pool_mode: 'transaction' });
  const serving = createServingPool({ connectionString }, ({ message }) => told.push(message));

  const failure: unknown = await serving.query('select 1').then(
    () => undefined,
    (error: unknown) => error,
  );

  expect(String(failure)).toMatch(/^SessionError: The pooler before PostgreSQL does not isolate sessions/);
  expect(databaseFailure(failure)).toBe('unavailable');
  expect(told).toHaveLength(1);
  expect(serving.totalCount).toBe(0);
  await serving.end();
});

test.skipIf(isMissing)("the migrations' login is rejected if it connects through the pooler", async () => {
  const { code, err } = await run(['serve'], { DATABASE_URL: await openPooler(url, app), PORT: '0' });

  expect([code, err]).toEqual([
    1,
    'The sessions of MIGRATION_DATABASE_URL (by default DIRECT_DATABASE_URL, then DATABASE_URL) lack the setting app.maintenance, as behind a pooler that drops the startup parameter "options": set MIGRATION_DATABASE_URL to the login of the owner at PostgreSQL itself. DATABASE_URL can be a pooler (docs/poolers.md).\n',
  ]);
});

const pooled = { pool_mode: 'transaction', default_pool_size: 5 };

const transactions = async (login: string, options: Readonly<Record<string, string | number>> = pooled) => {
  const direct = new URL(url);
  direct.username = login;
  return {
    ...{ DATABASE_URL: await openPooler(url, login, options), DIRECT_DATABASE_URL: direct.href },
    ...{ MIGRATION_DATABASE_URL: url, DATABASE_POOLING: 'transaction', DATABASE_PREPARE: 'off', ...secrets },
  };
};

/** Operations that take each path to the database: pages, counts, facets, searches, errors and writes. */
const operations = [
  numbers,
  '{ customers(first: 3, query: "a", filter: { statuses: [NORMAL] }) { totalCount nodes { number parentAccount { number } } } }',
  '{ customers(first: 2) { facets { statuses { count } } nodes { number childAccounts(first: 2) { nodes { number } } } } }',
  '{ customers(first: 5, orderBy: [{ field: NUMBER }]) { nodes { number priceGroups(first: 2) { nodes { name } } } } }',
  'mutation { customerUpsert(input: { by: { number: "PL-2" }, name: "Pooled" }) { customer { number } userErrors { code } } }',
  'mutation { customerUpsert(input: { dryRun: true, by: { number: "PL-2" }, name: "Tried" }) { customer { number name } userErrors { code } } }',
];

const numbersAnywhere = (answer: string): readonly string[] =>
  [...answer.matchAll(/"number":"([^"]+)"/g)].flatMap(([, number]) => (number ? [number] : []));

test.skipIf(isMissing)(
  'with DATABASE_POOLING=transaction, 20 clients over 5 server connections get the rows of their own account',
  async () => {
    const gateway = await serve({
      ...(await transactions(app)),
      DATABASE_POOL_SIZE: '20',
      LIMIT_BUCKET: '10000000',
    });
    const accounts = await twoAccounts();
    const answers = new Map<string, string[]>(accounts.map(({ id }) => [id, []]));

    await Promise.all(
      Array.from({ length: 20 }, async (_, client) => {
        for (let round = 0; round < 30; round += 1) {
          const account = accounts[Math.floor((client + round) / operations.length) % 2] ?? accounts[0];
          const operation = operations[(client * 7 + round) % operations.length] ?? numbers;
          answers.get(account.id)?.push(await ask(gateway, account.headers, operation));
        }
      }),
    );

    for (const [id, given] of answers) {
      const own = await numbersOf(id);
      expect(given.filter((answer) => answer.includes('"errors"'))).toEqual([]);
      expect(given.every((answer) => numbersAnywhere(answer).length > 0)).toBe(true);
      expect(given.flatMap(numbersAnywhere).filter((number) => !own.has(number))).toEqual([]);
    }
    expect(await gateway.end('SIGTERM')).toBe(0);
  },
);

test.skipIf(isMissing)('with DATABASE_POOLING=transaction, subscribers and API keys work', async () => {
  const options = await transactions(app);
  const gateway = await serve(options);
  const [{ id, headers }] = await twoAccounts();
  const created = await run(
    ['api-key', 'create', '--account', id, '--scope', 'customers:read', '--name', 'transactions'],
    options,
  );
  const withKey = { authorization: `Bearer ${created.out.trim()}` };

  const stream = await follow(gateway.url, { query: changed, headers: withKey });
  await ask(
    gateway,
    headers,
    'mutation { customerCreate(input: { name: "Followed", number: "PL-3" }) { customer { id } } }',
  );

  expect((await next(stream)).data.customerChanged).toBeTruthy();
  expect(await ask(gateway, withKey, '{ customer(by: { number: "PL-3" }) { name } }')).toContain(
    '"Followed"',
  );
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test.skipIf(isMissing).each([
  ['prepared statements that the pooler loses', pooled, { DATABASE_PREPARE: 'on' }, /DATABASE_PREPARE=off/],
  ['statement mode', { pool_mode: 'statement' }, {}, /Use pool_mode = transaction/],
] as const)('with transaction pooling, %s are rejected', async (_, options, environment, message) => {
  const { code, err } = await run(['serve'], {
    ...(await transactions(app, options)),
    ...{ PORT: '0', ...environment },
  });

  expect(code).toBe(1);
  expect(err).toMatch(/^The pooler of DATABASE_URL .*docs\/poolers\.md\.\n$/);
  expect(err).toMatch(message);
});

test.skipIf(isMissing)('migrate gives the login of a transaction pooler its settings', async () => {
  const login = await createLogin((line) => !line.startsWith('alter'));
  const options = await transactions(login);
  const lines = documentedSql.split('\n').filter((line) => line.startsWith('alter'));

  const before = await run(['serve'], { ...options, PORT: '0' });
  const { out, code } = await run(['migrate'], options);
  const again = await run(['migrate'], options);

  expect(before.err).toMatch(/^The database sessions lack settings of the gateway/);
  expect(code).toBe(0);
  expect(lines.filter((line) => !out.includes(line.replace('gateway_app', `"${login}"`)))).toEqual([]);
  expect(out).toMatch(/reconnect the pooler/);
  expect(again.out).toMatch(/^Nothing to do[^\n]*\n$/);
});

test('transaction pooling requires a direct connection', async () => {
  const { code, err } = await run(['serve'], { DATABASE_URL: url, DATABASE_POOLING: 'transaction' });

  expect(code).toBe(2);
  expect(err).toMatch(/^DATABASE_POOLING=transaction requires DATABASE_URL.*and DIRECT_DATABASE_URL/);
});
