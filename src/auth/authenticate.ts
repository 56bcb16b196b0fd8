import type { Viewer } from '../context.ts';
import type { CredentialStore, SignInSubject } from '../db/credential.ts';
import { SharedCache } from '../shared-cache.ts';
import { createKeyCheck, isApiKey } from './api-key.ts';
import { type Authenticate, bearerOf, CredentialError } from './credential.ts';
import { KnownTokens } from './known-tokens.ts';
import { LookUp } from './look-up.ts';
import { createTokenVerifier, type TokenOptions } from './token.ts';

export interface SignInOptions {
  /** Undefined: tokens are rejected. */
  readonly tokens: TokenOptions | undefined;
  /** The secret of the API key hashes; undefined: API keys are rejected. */
  readonly apiKeySecret: string | undefined;
}

/** Bytes of the cache of verified tokens and hashed API keys; an account holds at most a quarter. */
const cacheBytes = 16_777_216;

type Check = (credential: string) => Viewer | Promise<Viewer>;

const refused =
  (what: string): Check =>
  async () => {
    throw new CredentialError(`${what}, which this gateway does not accept`);
  };

function tokenCheck(options: TokenOptions | undefined, store: CredentialStore, cache: SharedCache): Check {
  if (options === undefined) return refused('a token');
  const canSignIn = new LookUp(
    (subjects: readonly SignInSubject[]) => store.canSignIn(subjects),
    ({ accountId, accountUserId }) => `${accountId} ${accountUserId}`,
  );
  const tokens = new KnownTokens({ verifier: createTokenVerifier(options), canSignIn, cache });
  return (token) => tokens.viewerOf(token);
}

/** Authenticates callers by a JWT or an API key. */
export function createAuthenticate(
  { tokens, apiKeySecret }: SignInOptions,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
  cache = new SharedCache(cacheBytes),
): Authenticate {
  const checkToken = tokenCheck(tokens, store, cache);
  const checkKey =
    apiKeySecret === undefined
      ? refused('an API key')
      : createKeyCheck({ secret: apiKeySecret, store, onUntouched, cache });
  return async (authorization) => {
    const credential = bearerOf(authorization);
    return isApiKey(credential) ? checkKey(credential) : checkToken(credential);
  };
}
