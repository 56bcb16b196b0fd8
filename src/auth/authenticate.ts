import type { CredentialStore, SignInSubject } from '../db/wire/credential.ts';
import type { Observation } from '../observe/observation.ts';
import { SharedCache } from '../shared-cache.ts';
import { createKeyCheck, isApiKey } from './api-key.ts';
import {
  type Authenticate,
  bearerOf,
  CredentialError,
  credentialIn,
  type KnownCredentials,
} from './credential.ts';
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

type CheckCredential = (credential: string, request?: Observation) => Promise<Viewer>;

const rejectAll =
  (what: string): CheckCredential =>
  async () => {
    throw new CredentialError(`${what}, which this gateway does not accept`);
  };

function createKnownTokens(
  options: TokenOptions,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
  cache: SharedCache,
): KnownTokens {
  const canSignIn = new LookUp(
    (subjects: readonly SignInSubject[], requests) => store.canSignIn(subjects, requests),
    ({ accountId, accountUserId }) => `${accountId} ${accountUserId}`,
  );
  return new KnownTokens({
    verifier: createTokenVerifier(options),
    canSignIn,
    persons: new Persons(store, options.provision ?? false),
    lastUse: new LastUse(store, onUntouched),
    cache,
  });
}

/** API keys are not known: each request reads its key. */
function knownHeaders(tokens: KnownTokens): KnownCredentials {
  function tokenOf(authorization: string): string | undefined {
    const credential = credentialIn(authorization);
    return credential === undefined || isApiKey(credential) ? undefined : credential;
  }
  return {
    viewerOf(authorization) {
      const token = tokenOf(authorization);
      return token === undefined ? undefined : tokens.checkedViewer(token);
    },
    wasValidWithin(ms, authorization) {
      const token = tokenOf(authorization);
      return token !== undefined && tokens.wasValidWithin(ms, token);
    },
  };
}

export function createAuthenticate(
  { tokens, apiKeySecret }: SignInOptions,
  store: CredentialStore,
  onUntouched: (error: unknown) => void,
  cache = new SharedCache(cacheBytes),
): Authenticate {
  const known = tokens && createKnownTokens(tokens, store, onUntouched, cache);
  const checkToken: CheckCredential = known
    ? (token, request) => known.viewerOf(token, request)
    : rejectAll('a token');
  const checkKey =
    apiKeySecret === undefined
      ? rejectAll('an API key')
      : createKeyCheck({ secret: apiKeySecret, store, onUntouched, cache });
  async function authenticate(authorization: string | null, request?: Observation): Promise<Viewer> {
    const credential = bearerOf(authorization);
    return isApiKey(credential) ? checkKey(credential, request) : checkToken(credential, request);
  }
  return Object.assign(authenticate, { known: known && knownHeaders(known) });
}
