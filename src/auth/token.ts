import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { CredentialError } from './credential.ts';

export interface TokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** What tokens are signed with: a secret that is shared, or the private keys whose public ones are at a URL. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
}

export type VerifyToken = (token: string) => Promise<JWTPayload>;

/** The key set cannot be had: the token may be good, and nobody can tell. */
export class KeySetError extends Error {}

const leewaySeconds = 30;
/** Pinned: a token has no say in how it is checked. A public key can never be taken for a shared secret. */
const shared = ['HS256'];
const asymmetric = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const encode = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** jose's own errors about a token; of those about a key set, only that it lacks the token's key. */
function isOfToken(error: unknown): error is errors.JOSEError {
  if (!(error instanceof errors.JOSEError)) return false;
  const isOfKeySet = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return !isOfKeySet && error.code !== 'ERR_JOSE_GENERIC';
}

const maxStepMs = 1_000;

/** Whether the wall clock was set back since it was furthest ahead of the monotonic clock. */
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
 * Fetches keys once in ten minutes, and when a token names an unknown one, twice a minute at most. jose measures both by
 * the wall clock: when that is set back, the keys are fetched again, so that a withdrawn key is not accepted for longer.
 */
function remoteKeys(url: string): JWTVerifyGetKey {
  const fetchKeys = () =>
    createRemoteJWKSet(new URL(url), { cooldownDuration: 30_000, cacheMaxAge: 600_000 });
  const isClockSetBack = clockWatch();
  let keys = fetchKeys();
  return async (header, token) => {
    if (isClockSetBack()) keys = fetchKeys();
    try {
      return await keys(header, token);
    } catch (cause) {
      if (isOfToken(cause)) throw cause;
      throw new KeySetError('The keys of AUTH_JWKS_URL cannot be had.', { cause });
    }
  };
}

/** A forged or malformed token stays one; others can become valid, as when its key is published a moment later. */
const isLasting = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid;

function reasonOf(error: errors.JOSEError): string {
  const claim = 'claim' in error ? ` (${String(error.claim)})` : '';
  return `a token that was refused: ${error.code}${claim}`;
}

/** Checks a token's signature, issuer, audience and times; gives its claims, or a CredentialError. */
export function createTokenVerifier({ issuer, audience, key }: TokenOptions): VerifyToken {
  const rules = { issuer, audience, clockTolerance: leewaySeconds, requiredClaims: ['exp'] };
  const keys = 'secret' in key ? undefined : remoteKeys(key.jwksUrl);
  const secret = 'secret' in key ? encode(key.secret) : new Uint8Array();
  return async (token) => {
    try {
      const { payload } = keys
        ? await jwtVerify(token, keys, { ...rules, algorithms: asymmetric })
        : await jwtVerify(token, secret, { ...rules, algorithms: shared });
      return payload;
    } catch (error) {
      throw isOfToken(error) ? new CredentialError(reasonOf(error), { isLasting: isLasting(error) }) : error;
    }
  };
}

export interface TokenClaims {
  readonly account: string;
  readonly scope: string;
  readonly sub: string;
}

/** A token as the gateway accepts it, good for `seconds` from now. */
export function signToken(
  { issuer, audience }: TokenOptions,
  secret: string,
  claims: TokenClaims,
  seconds: number,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${seconds}s`)
    .sign(encode(secret));
}
