import { scopes as allScopes, type Scope } from '../../../src/auth/viewer.ts';
import { createDb, type Db } from '../../../src/db/client.ts';
import { statements } from '../../../src/db/wire/connection.ts';
import { createLog } from '../../../src/log.ts';
import { createGateway } from '../../../src/server/gateway.ts';
import { openTestDatabase, type TestDatabase } from '../../database.ts';
import { generous } from '../../gateway.ts';

export interface ScopedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly scope?: Scope; readonly scopes?: readonly Scope[] };
}

export interface ScopedAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data that it selects
  readonly data: any;
  readonly errors: readonly ScopedError[];
  /** The number of statements of the operation. */
  readonly statements: number;
}

export interface Asking {
  readonly variables?: object;
  readonly accept?: string;
}

export type AskWith = (scopes: readonly Scope[], query: string, asking?: Asking) => Promise<ScopedAnswer>;

/** No scope, each scope alone, all scopes but one, and all. */
export const scopeSets: readonly (readonly Scope[])[] = [
  [],
  ...allScopes.map((scope) => [scope]),
  ...allScopes.map((without) => allScopes.filter((scope) => scope !== without)),
  allScopes,
];

/** The JSON of a response, or of the first event of a stream that ends by itself. */
async function bodyOf(response: Response) {
  const text = await response.text();
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  return JSON.parse(isStream ? (/^data: (\{.*\})$/m.exec(text)?.[1] ?? '{}') : text);
}

function gatewayOf({ serving }: TestDatabase, accountId: string, plainExecution: boolean) {
  return createGateway({
    db: createDb(serving),
    // The token is the list of scopes.
    viewer: async (authorization) => ({
      accountId,
      accountUserId: null,
      service: 'test',
      caller: 'test',
      scopes: allScopes.filter((scope) => authorization?.includes(scope.replace(':', '.'))),
    }),
    log: createLog('silent'),
    checkReady: async () => undefined,
    limits: generous,
    plainExecution,
  });
}

/** Sends a request as a caller with the given scopes. */
export function askerOf(database: TestDatabase, accountId: string, plainExecution = false): AskWith {
  const { fetch } = gatewayOf(database, accountId, plainExecution);
  return async (scopes, query, { variables = {}, accept = 'application/json' } = {}) => {
    let count = 0;
    const note = () => {
      count += 1;
    };
    const token = scopes.map((scope) => scope.replace(':', '.')).join('/');
    statements.subscribe(note);
    try {
      const response = await fetch('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token || 'none'}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = await bodyOf(response);
      return { status: response.status, data, errors, statements: count };
    } finally {
      statements.unsubscribe(note);
    }
  };
}

export async function openScoped(): Promise<TestDatabase & { readonly db: Db }> {
  const database = await openTestDatabase();
  return { ...database, db: createDb(database.pool) };
}
