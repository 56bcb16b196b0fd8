import { type CryptoKey, createRemoteJWKSet, errors } from 'jose';

/** Thrown if the key set cannot be fetched: the token may be valid, but cannot be verified. */
export class KeySetError extends Error {}

export type KeyName = {
  readonly alg: string;
  readonly kid?: string;
};

/** Always the same object until the set is fetched again; throws if the set has no such key or several. */
export type KeySet = (name: KeyName) => Promise<CryptoKey>;

/** Whether an error of jose is about the token. Of its key set errors, only a missing key is. */
export function isOfToken(error: unknown): error is errors.JOSEError {
  if (!(error instanceof errors.JOSEError)) return false;
  const isOfKeySet = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return !isOfKeySet && error.code !== 'ERR_JOSE_GENERIC';
}

const maxStepMs = 1_000;

/** Whether the wall clock was set back, compared with the monotonic clock, since it was furthest ahead. */
function clockWatch(): () => boolean {
  let furthest = Number.NEGATIVE_INFINITY;
  return () => {
    const ahead = Date.now() - performance.now();
    const isSetBack = ahead < furthest - maxStepMs;
    furthest = isSetBack ? ahead : Math.max(furthest, ahead);
    return isSetBack;
  };
}

/**
 * Fetches keys once in ten minutes, for unknown keys at most twice a minute. jose measures both by the wall
 * clock: if that is set back, the keys are fetched again, or a withdrawn key would be accepted for longer.
 */
export function remoteKeys(url: string): KeySet {
  const fetchKeys = () =>
    createRemoteJWKSet(new URL(url), { cooldownDuration: 30_000, cacheMaxAge: 600_000 });
  const isClockSetBack = clockWatch();
  let keys = fetchKeys();
  return async (name) => {
    if (isClockSetBack()) keys = fetchKeys();
    try {
      return await keys(name);
    } catch (cause) {
      if (isOfToken(cause)) throw cause;
      throw new KeySetError('The keys of AUTH_JWKS_URL cannot be fetched.', { cause });
    }
  };
}
