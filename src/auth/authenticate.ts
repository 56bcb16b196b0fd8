import { LRUCache } from 'lru-cache';
import type { Viewer } from '../context.ts';
import type { CredentialStore } from '../db/credential.ts';
import { createKeyCheck, isApiKey } from './api-key.ts';
import { viewerOfClaims } from './claims.ts';
import { type Authenticate, bearerOf, CredentialError } from './credential.ts';
import { createTokenVerifier, type TokenOptions } from './token.ts';

export interface SignInOptions {
  /** Undefined: tokens are rejected. */
  readonly tokens: TokenOptions | undefined;
  /** The secret of the API key hashes; undefined: API keys are rejected. */
  readonly apiKeySecret: string | undefined;
}

type Check = (credential: string) => Promise<Viewer>;

const refused =
  (what: string): Check =>
  async () => {
    throw new CredentialError(`${what}, which this gateway does not accept`);
  };

/**
 * The maximum time that a disabled user can continue. Measured by the monotonic clock: the wall clock can be
 * set back.
 */
const checkedForMs = 5_000;

interface CheckedToken {
  readonly viewer: Viewer;
  /** In the time of `performance.now()`. */
  readonly checkedUntil: number;
}

/** Estimated bytes of a checked token, besides its text. */
const viewerBytes = 1_000;

const isValid = ({ viewer, checkedUntil }: CheckedToken): boolean =>
  performance.now() < checkedUntil && Date.now() < (viewer.expiresAt ?? 0);

/** Caches valid tokens, in at most 4 MB. Invalid ones are checked again. */
function remembering(check: (token: string) => Promise<CheckedToken>): Check {
  const known = new LRUCache<string, CheckedToken>({
    maxSize: 4_194_304,
    sizeCalculation: (_checked, token) => viewerBytes + token.length,
  });
  return async (token) => {
    const found = known.get(token);
    if (found !== undefined && isValid(found)) return found.viewer;
    const checked = await check(token);
    known.set(token, checked);
    return checked.viewer;
  };
}

function tokenCheck(options: TokenOptions | undefined, store: CredentialStore): Check {
  if (options === undefined) return refused('a token');
  const verify = createTokenVerifier(options);
  return remembering(async (token) => {
    const claims = await verify(token);
    const viewer = viewerOfClaims(claims);
    if (!(await store.mayEnter(viewer.accountId, viewer.accountUserId)))
      throw new CredentialError('a token of an unknown account or user');
    return { viewer, checkedUntil: performance.now() + checkedForMs };
  });
}

/** Authenticates callers by a JWT or an API key. */
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
