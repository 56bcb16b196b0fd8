import { afterAll, inject } from 'vitest';
import { scopes, type Viewer } from '../src/auth/viewer.ts';
import { createDb, type Db } from '../src/db/client.ts';
import { statements } from '../src/db/wire/connection.ts';
import { createServingPool } from '../src/db/wire/pool.ts';
import { defaultLimits, type Limits } from '../src/limits.ts';
import { createLog } from '../src/log.ts';
import { createGateway } from '../src/server/gateway.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data it selects
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly requestId: string };
  }[];
}

export interface Caller {
  /** Executes an operation and returns the JSON response. */
  execute(query: string, variables?: object): Promise<Answer>;
  /** The names of the SQL statements that an operation executes, in the order they were sent. */
  statementsOf(query: string, variables?: object): Promise<readonly string[]>;
  readonly fetch: ReturnType<typeof createGateway>['fetch'];
}

export interface TestGateway extends TestDatabase {
  /** Connects as the database owner, to insert a test's rows. Requests use the gateway's role. */
  readonly db: Db;
  /** A caller of this account, with all scopes: a service, or an account user. */
  as(accountId: string, accountUserId?: string): Caller;
  /** The same caller, served by graphql-js instead of execution plans. */
  plainly(accountId: string): Caller;
  /** The same caller, served by another gateway with its own connections and a long statement timeout. */
  elsewhere(accountId: string): Caller;
}

/** Limits that do not affect tests of other features; the limits have their own tests. */
export const generous: Limits = {
  ...defaultLimits,
  tokens: 100_000,
  depth: 100,
  aliases: 1_000,
  rootFields: 1_000,
  directives: 1_000,
  selections: 1_000_000,
  cost: 10_000_000_000,
  bucket: 10_000_000_000,
  errors: 1_000,
  requestMs: 60_000,
};

const endpoint = 'http://gateway.test/graphql';

/** Statements sent at unpredictable times: for the account, the connection settings and the change feed. */
const ofConnections = new Set(['account', 'sessionSettings', 'customerChanged']);

const nameOf = (text: string): string => /^\/\* (.*?) \*\//.exec(text)?.[1] ?? text;

interface CallerOptions {
  readonly plainExecution?: boolean;
  readonly accountUserId?: string | undefined;
}

function callerOf(
  db: Db,
  accountId: string,
  { plainExecution = false, accountUserId }: CallerOptions = {},
): Caller {
  const by = accountUserId === undefined ? { accountUserId: null, service: 'test' } : { accountUserId };
  const viewer: Viewer = { accountId, ...by, scopes, caller: 'test' };
  const { fetch } = createGateway({
    db,
    viewer,
    log: createLog('silent'),
    checkReady: async () => undefined,
    limits: generous,
    plainExecution,
  });
  async function execute(query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    return { data, ...(errors && { errors }) };
  }
  async function statementsOf(query: string, variables?: object): Promise<readonly string[]> {
    const seen: string[] = [];
    const note = (message: unknown) => {
      const name = nameOf((message as { readonly text: string }).text);
      if (!ofConnections.has(name)) seen.push(name);
    };
    statements.subscribe(note);
    const { errors } = await execute(query, variables).finally(() => statements.unsubscribe(note));
    if (errors) throw new Error(JSON.stringify(errors));
    return seen;
  }
  return { execute, statementsOf, fetch };
}

/** A gateway on a new database for the test file: empty, or with the small demo data set. */
export async function openGateway({ demo = false } = {}): Promise<TestGateway> {
  const database = await openTestDatabase(inject(demo ? 'demo' : 'template'));
  // Tests run beside others, on tables without statistics.
  const served = createDb(database.serving, { expensiveMs: defaultLimits.statementMs });
  return {
    ...database,
    db: createDb(database.pool),
    as: (accountId, accountUserId) => callerOf(served, accountId, { accountUserId }),
    plainly: (accountId) => callerOf(served, accountId, { plainExecution: true }),
    elsewhere(accountId) {
      const serving = createServingPool({ connectionString: database.url }, () => undefined, 60_000);
      afterAll(() => serving.end());
      return callerOf(createDb(serving, { expensiveMs: defaultLimits.statementMs }), accountId);
    },
  };
}
