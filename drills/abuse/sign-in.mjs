import { SignJWT } from 'jose';

/** Sign-in options of each gateway in the drill. They protect demo data only. */
export const secrets = {
  AUTH_JWT_SECRET: 'drill-token-secret-of-32-bytes-or-more',
  AUTH_ISSUER: 'drill',
  AUTH_AUDIENCE: 'drill',
  AUTH_API_KEY_SECRET: 'drill-key-secret-of-32-bytes-or-more',
};

/** A valid API key of the attacker's account. */
export const apiKey = `ck_${'drill'.padEnd(43, '0')}`;

export const allScopes = 'customers:read customers:write settings:write';

/**
 * @param {{ account: string, sub: string, scope?: string }} claims
 * @returns {Promise<Record<string, string>>} the header of a signed-in caller
 */
export async function signIn({ account, sub, scope = allScopes }) {
  const token = await new SignJWT({ account, sub, scope })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(secrets.AUTH_ISSUER)
    .setAudience(secrets.AUTH_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(secrets.AUTH_JWT_SECRET));
  return { authorization: `Bearer ${token}` };
}
