import { pino } from 'pino';
import { expect, inject } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { createDb, type Db } from '../../src/db/client.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { defaultLimits } from '../../src/limits.ts';
import type { Observer } from '../../src/observe/observer.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../src/server/gateway.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import type { Answer } from '../gateway.ts';

export const endpoint = 'http://gateway.test/graphql';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly requestId?: string;
  readonly err?: { readonly message: string };
}

export interface Reply extends Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface LoggedGateway {
  readonly gateway: Gateway;
  /** All lines logged so far. */
  readonly lines: readonly LogLine[];
  /** Sends an HTTP request unchanged. */
  send(init: RequestInit, path?: string): Promise<Reply>;
  /** Executes an operation. */
  ask(query: string, variables?: object): Promise<Reply>;
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    ...(isJson ? (JSON.parse(text) as Answer) : { data: undefined }),
    status: response.status,
    headers: response.headers,
    text,
  };
}

/** A gateway for a demo account, with a readable log. */
export function createLoggedGateway(
  db: Db,
  checkReady: GatewayOptions['checkReady'] = async () => undefined,
  readyRequiresWrites = false,
  observer?: Observer,
): LoggedGateway {
  const lines: LogLine[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const viewer = {
    accountId: demoAccountId,
    accountUserId: null,
    scopes,
    caller: 'test',
  };
  // All tests of a file share the caller's bucket.
  const limits = { ...defaultLimits, bucket: 1_000_000 };
  const gateway = createGateway({ db, viewer, log, checkReady, readyRequiresWrites, limits, observer });
  const send = async (init: RequestInit, path = '/graphql') =>
    replyOf(await gateway.fetch(new URL(path, endpoint), init));
  const ask = (query: string, variables: object = {}) =>
    send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  return { gateway, lines, send, ask };
}

/** The same with its own database, which has the small demo base. */
export async function openLoggedGateway(observer?: Observer): Promise<LoggedGateway & TestDatabase> {
  const database = await openTestDatabase(inject('demo'));
  const db = createDb(database.serving);
  return { ...createLoggedGateway(db, undefined, false, observer), ...database };
}

const inside = /node_modules|\/src\/|\/dist\/|\n\s+at |\.[jt]s:\d|select .* from |postgres/i;

/** Expects this code and the request id in every error of the reply, and no internal details. */
export function expectErrors(reply: Reply, code: string): void {
  const requestId = reply.headers.get('x-request-id');
  expect(requestId).toMatch(/^[\w.:-]{1,128}$/);
  expect(reply.errors?.map(({ extensions }) => extensions)).toEqual(
    (reply.errors ?? [{}]).map(() => ({ code, requestId })),
  );
  expect(reply.text).not.toMatch(inside);
  for (const { message } of reply.errors ?? []) expect(message).toMatch(/^.{1,1001}$/s);
}
