import { Writable } from 'node:stream';
import { SignJWT } from 'jose';
import { createAuthenticate, type SignInOptions } from '../../src/auth/authenticate.ts';
import type { TokenOptions } from '../../src/auth/token.ts';
import { createDb } from '../../src/db/client.ts';
import { type CredentialStore, createCredentialStore } from '../../src/db/wire/credential.ts';
import { createLog } from '../../src/log.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../src/server/gateway.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { insert } from '../db/sql-rows.ts';

export const secret = 'a secret of the tests, of 32 bytes or more';
export const apiKeySecret = 'what keys are hashed with in the tests, 32 bytes';
export const issued = { issuer: 'https://issuer.test/', audience: 'customer-gateway' };
export const tokens: TokenOptions = { ...issued, key: { secret } };

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data that it requests
  readonly body: any;
}

export interface SignedGateway extends TestDatabase {
  readonly gateway: Gateway;
  readonly store: CredentialStore;
  /** All lines logged so far. */
  readonly log: readonly string[];
  ask(authorization: string | undefined, query?: string, variables?: object): Promise<Reply>;
}

const everyone = '{ viewer { scopes } }';

async function post(
  gateway: Gateway,
  authorization: string | undefined,
  query: string,
  variables: object,
): Promise<Reply> {
  const response = await gateway.fetch('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const { extensions: _cost, ...body } = await response.json();
  return { status: response.status, headers: response.headers, body };
}

/** A gateway with sign-in and its own database for the test file. */
export async function openSigned(
  options: Partial<SignInOptions> = {},
  template?: string,
  others: Partial<GatewayOptions> = {},
): Promise<SignedGateway> {
  const database = await openTestDatabase(template);
  const log: string[] = [];
  const lines = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  const logger = createLog('trace', lines);
  const store = createCredentialStore(database.serving);
  const gateway = createGateway({
    db: createDb(database.serving),
    viewer: createAuthenticate({ tokens, apiKeySecret, ...options }, store, (err) =>
      logger.warn({ err }, 'untouched'),
    ),
    log: logger,
    checkReady: async () => undefined,
    ...others,
  });
  return {
    ...database,
    gateway,
    store,
    log,
    ask: (authorization, query = everyone, variables = {}) => post(gateway, authorization, query, variables),
  };
}

/** A token that the gateway accepts for five minutes. */
export function signToken(account: string, scope: string): Promise<string> {
  return new SignJWT({ account, scope, sub: 'tests' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
}

/** An account with one customer of the same name. */
export async function addAccount({ pool }: TestDatabase, name: string): Promise<string> {
  const account_id = await insert(pool, 'accounts', { name });
  await insert(pool, 'customers', { account_id, name, number: name });
  return account_id;
}
