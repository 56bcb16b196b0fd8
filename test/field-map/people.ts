import { SignJWT } from 'jose';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { scopes } from '../../src/auth/viewer.ts';
import { createDb } from '../../src/db/client.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { issued, secret, tokens } from '../auth/gateway.ts';
import type { TestDatabase } from '../database.ts';
import { generous } from '../gateway.ts';
import type { Caller } from './session.ts';

/** A caller who signs in with the token of a person with this email, which is verified. */
export async function signedIn({ serving }: TestDatabase, account: string, email: string): Promise<Caller> {
  const log = createLog('silent');
  const store = createCredentialStore(serving);
  const options = { tokens: { ...tokens, provision: true }, apiKeySecret: undefined };
  const { fetch } = createGateway({
    db: createDb(serving),
    viewer: createAuthenticate(options, store, (err) => log.warn({ err }, 'last use not stored')),
    log,
    checkReady: async () => undefined,
    limits: generous,
  });
  const claims = { account, scope: scopes.join(' '), sub: email, email, email_verified: true };
  const token = await new SignJWT({ ...claims, name: 'Grace Hopper' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  return {
    async execute(query, variables = {}) {
      const response = await fetch('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      return { data, ...(errors && { errors }) };
    },
  };
}
