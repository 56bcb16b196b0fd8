import { afterAll, inject } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { defaultLimits, type Limits } from '../../../src/limits.ts';
import { createLog } from '../../../src/log.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../../src/server/gateway.ts';
import { listen } from '../../../src/server/listen.ts';
import { openTestDatabase, type TestDatabase } from '../../database.ts';
import type { Answer } from '../../gateway.ts';

export interface Reply extends Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data that it requests
  readonly extensions?: any;
}

export interface HttpGateway {
  readonly url: string;
  /** All lines logged so far. */
  readonly log: readonly string[];
  readonly fetch: Gateway['fetch'];
  /** The numbers of open subscriptions and of those that follow the database. */
  readonly open: () => { readonly subscriptions: number; readonly followers: number };
  stop(): Promise<void>;
  send(init?: RequestInit, search?: string): Promise<Reply>;
  ask(query: string, variables?: object, init?: RequestInit): Promise<Reply>;
}

type Options = Partial<Omit<GatewayOptions, 'limits' | 'db'>> & { readonly limits?: Partial<Limits> };

export async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = isJson ? (JSON.parse(text) as Answer) : { data: undefined };
  return { ...body, status: response.status, headers: response.headers, text };
}

/** A gateway on a port, with the database of a test file. */
export async function serve(
  database: Pick<TestDatabase, 'serving'>,
  options: Options = {},
): Promise<HttpGateway> {
  const log: string[] = [];
  const db = createDb(database.serving, { observer: options.observer });
  const gateway = createGateway({
    viewer: { accountId: demoAccountId, accountUserId: null, scopes: ['customers:read'], caller: 'test' },
    log: createLog('trace', { write: (line: string) => void log.push(line) }),
    checkReady: async () => undefined,
    ...options,
    db,
    limits: { ...defaultLimits, ...options.limits },
  });
  const { url, stop } = await listen(gateway, 0, '127.0.0.1');
  afterAll(() => stop(0));
  const send = async (init: RequestInit = {}, search = '') => replyOf(await fetch(`${url}${search}`, init));
  const ask = (query: string, variables: object = {}, init: RequestInit = {}) =>
    send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      ...init,
    });
  const open = () => ({ subscriptions: gateway.subscriptions.count, followers: db.$feed.followers });
  return { url, log, send, ask, open, fetch: gateway.fetch, stop: () => stop(10_000) };
}

/** The same with its own database, which has the small demo base. */
export async function openHttpGateway(
  options: Options = {},
  statementMs?: number,
): Promise<HttpGateway & TestDatabase> {
  const database = await openTestDatabase(inject('demo'), statementMs);
  return { ...database, ...(await serve(database, options)) };
}

export const codesOf = ({ errors = [] }: Answer): readonly string[] =>
  errors.map(({ extensions }) => extensions.code);
