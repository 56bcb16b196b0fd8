import type { Viewer } from '../context.ts';
import type { CredentialStore } from '../db/credential.ts';
import { createKeyCheck, isApiKey } from './api-key.ts';
import { viewerOfClaims } from './claims.ts';
import { type Authenticate, bearerOf, CredentialError } from './credential.ts';
import { createTokenVerifier, type TokenOptions } from './token.ts';

export interface SignInOptions {
  /** Undefined: no tokens are accepted. */
  readonly tokens: TokenOptions | undefined;
  /** What API keys are hashed with; undefined: none are accepted. */
  readonly apiKeySecret: string | undefined;
}

type Check = (credential: string) => Promise<Viewer>;

const refused =
  (what: string): Check =>
  async () => {
    throw new CredentialError(`${what}, which this gateway does not accept`);
  };

function tokenCheck(options: TokenOptions | undefined, store: CredentialStore): Check {
  if (options === undefined) return refused('a token');
  const verify = createTokenVerifier(options);
  return async (token) => {
    const viewer = viewerOfClaims(await verify(token));
    if (await store.mayEnter(viewer.accountId, viewer.accountUserId)) return viewer;
    throw new CredentialError('a token of an account or user that is not there');
  };
}

/** How callers are known: by a JWT, or by an API key. */
export function createAuthenticate(
  { tokens, apiKeySecret }: SignInOptions,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
): Authenticate {
  const checkToken = tokenCheck(tokens, store);
  const checkKey =
    apiKeySecret === undefined
      ? refused('an API key')
      : createKeyCheck({ secret: apiKeySecret, store, onUntouched });
  return async (authorization) => {
    const credential = bearerOf(authorization);
    return isApiKey(credential) ? checkKey(credential) : checkToken(credential);
  };
}
