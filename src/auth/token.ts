import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { CredentialError } from './credential.ts';
import { isOfToken, type KeyName, type KeySet, remoteKeys } from './key-set.ts';

export interface TokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The key that tokens are signed with: a shared secret, or private keys whose public keys are at a URL. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
  /** Whether a token creates the account user of an unknown person. False by default. */
  readonly provision?: boolean;
}

interface SelectedKey {
  readonly name: KeyName;
  readonly key: unknown;
}

export interface VerifiedToken {
  readonly exp: number;
  readonly nbf: number | undefined;
  /** Undefined if the key is the shared secret. */
  readonly selected: SelectedKey | undefined;
}

export interface TokenVerifier {
  /** Verifies signature, issuer, audience and times; throws a CredentialError. */
  verify(token: string): Promise<VerifiedToken & { readonly claims: JWTPayload }>;
  hasKey(token: VerifiedToken): Promise<boolean>;
}

const leewaySeconds = 30;
/** Pinned: a token cannot choose its verification; a public key can never be used as a shared secret. */
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

/** A forged token stays invalid; others can become valid, for example when their key is published. */
const isLasting = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid;

function reasonOf(error: errors.JOSEError): string {
  const claim = 'claim' in error ? ` (${String(error.claim)})` : '';
  return `a token that was refused: ${error.code}${claim}`;
}

/** Whether the times of a verified token are valid now, by the rules with which jose verified them. */
export function isTimely({ exp, nbf }: VerifiedToken): boolean {
  const now = Math.floor(Date.now() / 1_000);
  return exp > now - leewaySeconds && (nbf === undefined || nbf <= now + leewaySeconds);
}

async function hasKey(keys: KeySet | undefined, { selected }: VerifiedToken): Promise<boolean> {
  if (keys === undefined || selected === undefined) return true;
  try {
    return (await keys(selected.name)) === selected.key;
  } catch (error) {
    if (isOfToken(error)) return false;
    throw error;
  }
}

export function createTokenVerifier({ issuer, audience, key }: TokenOptions): TokenVerifier {
  const rules = { issuer, audience, clockTolerance: leewaySeconds, requiredClaims: ['exp'] };
  const keys = 'secret' in key ? undefined : remoteKeys(key.jwksUrl);
  const secret = 'secret' in key ? encode(key.secret) : new Uint8Array();
  async function verified(token: string) {
    if (keys === undefined) return jwtVerify(token, secret, { ...rules, algorithms: shared });
    return jwtVerify(token, keys, { ...rules, algorithms: asymmetric });
  }
  return {
    async verify(token) {
      try {
        const result = await verified(token);
        const { alg, kid } = result.protectedHeader;
        const { exp, nbf } = result.payload;
        if (exp === undefined) throw new CredentialError('a token without exp');
        const selected =
          'key' in result ? { name: { alg, ...(kid !== undefined && { kid }) }, key: result.key } : undefined;
        return { claims: result.payload, exp, nbf, selected };
      } catch (error) {
        throw isOfToken(error)
          ? new CredentialError(reasonOf(error), { isLasting: isLasting(error) })
          : error;
      }
    },
    hasKey: (token) => hasKey(keys, token),
  };
}

export interface TokenClaims {
  readonly account: string;
  readonly scope: string;
  readonly sub: string;
}

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
