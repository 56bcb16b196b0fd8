import type { CredentialStore, SignInSubject } from '../db/wire/credential.ts';
import type { Observation } from '../observe/observation.ts';
import { SharedCache } from '../shared-cache.ts';
import { createKeyCheck, isApiKey } from './api-key.ts';
import { type Authenticate, bearerOf, CredentialError } from './credential.ts';
import { KnownTokens } from './known-tokens.ts';
import { LastUse } from './last-use.ts';
import { LookUp } from './look-up.ts';
import { Persons } from './person.ts';
import { createTokenVerifier, type TokenOptions } from './token.ts';
import type { Viewer } from './viewer.ts';

export interface SignInOptions {
  /** Undefined: tokens are rejected. */
  readonly tokens: TokenOptions | undefined;
  /** The secret of the API key hashes; undefined: API keys are rejected. */
  readonly apiKeySecret: string | undefined;
}

/** Bytes of the cache of verified tokens and hashed API keys; an account holds at most a quarter. */
const cacheBytes = 16_777_216;

type CheckCredential = (credential: string, request?: Observation) => Viewer | Promise<Viewer>;

const rejectAll =
  (what: string): CheckCredential =>
  async () => {
    throw new CredentialError(`${what}, which this gateway does not accept`);
  };

function tokenCheck(
  options: TokenOptions | undefined,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
  cache: SharedCache,
): CheckCredential {
  if (options === undefined) return rejectAll('a token');
  const canSignIn = new LookUp(
    (subjects: readonly SignInSubject[], requests) => store.canSignIn(subjects, requests),
    ({ accountId, accountUserId }) => `${accountId} ${accountUserId}`,
  );
  const tokens = new KnownTokens({
    verifier: createTokenVerifier(options),
    canSignIn,
    persons: new Persons(store, options.provision ?? false),
    lastUse: new LastUse(store, onUntouched),
    cache,
  });
  return (token, request) => tokens.viewerOf(token, request);
}

export function createAuthenticate(
  { tokens, apiKeySecret }: SignInOptions,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
  cache = new SharedCache(cacheBytes),
): Authenticate {
  const checkToken = tokenCheck(tokens, store, onUntouched, cache);
  const checkKey =
    apiKeySecret === undefined
      ? rejectAll('an API key')
      : createKeyCheck({ secret: apiKeySecret, store, onUntouched, cache });
  return async (authorization, request) => {
    const credential = bearerOf(authorization);
    return isApiKey(credential) ? checkKey(credential, request) : checkToken(credential, request);
  };
}
