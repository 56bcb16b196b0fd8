import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { CredentialError } from './credential.ts';

export interface TokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The key that tokens are signed with: a shared secret, or private keys whose public keys are at a URL. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
}

export type VerifyToken = (token: string) => Promise<JWTPayload>;

/** Thrown if the key set cannot be fetched: the token may be valid, but cannot be verified. */
export class KeySetError extends Error {}

const leewaySeconds = 30;
/**
 * Pinned: the token cannot choose how it is verified, and a public key can never be used as a shared secret.
 */
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

/** Whether an error of jose is about the token. Of its key set errors, only a missing key is. */
function isOfToken(error: unknown): error is errors.JOSEError {
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
 * Fetches keys once in ten minutes and, for tokens with an unknown key, at most twice a minute. jose measures
 * both by the wall clock: when that is set back, the keys are fetched again, so that a withdrawn key is not
 * accepted for longer.
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
      throw new KeySetError('The keys of AUTH_JWKS_URL cannot be fetched.', { cause });
    }
  };
}

/**
 * A forged or malformed token stays invalid; others can become valid, for example when their key is published
 * a moment later.
 */
const isLasting = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid;

function reasonOf(error: errors.JOSEError): string {
  const claim = 'claim' in error ? ` (${String(error.claim)})` : '';
  return `a token that was refused: ${error.code}${claim}`;
}

/**
 * Verifies a token's signature, issuer, audience and times; returns its claims or throws a CredentialError.
 */
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

/** Signs a token that the gateway accepts for `seconds` from now. */
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
