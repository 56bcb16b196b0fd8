import type { Writable } from 'node:stream';
import { signToken } from '../auth/token.ts';
import type { Scope } from '../auth/viewer.ts';
import { type Config, ConfigError } from '../config.ts';

export interface TokenArguments {
  readonly account: string;
  readonly scope: readonly Scope[];
  readonly sub: string;
  readonly ttl: number;
}

/** `customer-gateway token`: writes only the token to `out`, for use in scripts. */
export async function tokenCommand({ signIn }: Config, given: TokenArguments, out: Writable): Promise<void> {
  const { tokens } = signIn ?? {};
  if (tokens === undefined || !('secret' in tokens.key))
    throw new ConfigError([
      'AUTH_JWT_SECRET must be set (with AUTH_ISSUER and AUTH_AUDIENCE): a token is signed with it.',
    ]);
  const { account, scope, sub, ttl } = given;
  const token = await signToken(tokens, tokens.key.secret, { account, scope: scope.join(' '), sub }, ttl);
  out.write(`${token}\n`);
}
