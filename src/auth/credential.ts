import type { Viewer } from '../context.ts';

/**
 * The request's credentials are missing, or worth nothing. The reason is for the log, and never repeats any of them:
 * the caller is told no more than that.
 */
export class CredentialError extends Error {
  readonly isMissing: boolean;
  /** Whether the same credential cannot become good within seconds. */
  readonly isLasting: boolean;

  constructor(reason: string, { isMissing = false, isLasting = false } = {}) {
    super(reason);
    this.isMissing = isMissing;
    this.isLasting = isLasting;
  }
}

/** Whom an Authorization header speaks for; a CredentialError where it speaks for nobody. */
export type Authenticate = (authorization: string | null) => Promise<Viewer>;

const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/** The token or key of an Authorization header. Two headers arrive as one, with a comma, and are refused as such. */
export function bearerOf(authorization: string | null): string {
  // GraphiQL sends the scheme alone until someone puts a token behind it.
  if (authorization === null || /^Bearer *$/i.test(authorization))
    throw new CredentialError('no credentials', { isMissing: true });
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw new CredentialError('not one bearer token');
  return token;
}
