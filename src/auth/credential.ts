import type { Observation } from '../observe/observation.ts';
import type { Viewer } from './viewer.ts';

/** Missing or invalid credentials. The reason is only for the log and contains no part of them. */
export class CredentialError extends Error {
  readonly isMissing: boolean;
  /** Whether the same credential cannot become valid within seconds. */
  readonly isLasting: boolean;

  constructor(reason: string, { isMissing = false, isLasting = false } = {}) {
    super(reason);
    this.isMissing = isMissing;
    this.isLasting = isLasting;
  }
}

/** Returns the viewer of an Authorization header, or throws a CredentialError. */
export type Authenticate = (authorization: string | null, request?: Observation) => Promise<Viewer>;

const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/** The token or key of an Authorization header. Two headers arrive joined by a comma, and are rejected. */
export function bearerOf(authorization: string | null): string {
  // GraphiQL sends only the scheme until its user enters a token.
  if (authorization === null || /^Bearer *$/i.test(authorization))
    throw new CredentialError('no credentials', { isMissing: true });
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw new CredentialError('an Authorization header without a single bearer token');
  return token;
}
