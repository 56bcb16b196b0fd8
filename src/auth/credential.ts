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

/** Signs in by an Authorization header. */
export interface Authenticate {
  /** Rejects with a CredentialError. */
  (authorization: string | null, request?: Observation): Promise<Viewer>;
  readonly known?: KnownCredentials | undefined;
}

/** Credentials that were valid before. */
export interface KnownCredentials {
  /** Undefined if the credential has to be checked again now. */
  viewerOf(authorization: string): Viewer | undefined;
  wasValidWithin(ms: number, authorization: string): boolean;
}

const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/** Undefined without a single token or key: two headers arrive joined by a comma. */
export const credentialIn = (authorization: string): string | undefined => bearer.exec(authorization)?.[1];

/** The token or key of an Authorization header. */
export function bearerOf(authorization: string | null): string {
  // GraphiQL sends only the scheme until its user enters a token.
  if (authorization === null || /^Bearer *$/i.test(authorization))
    throw new CredentialError('no credentials', { isMissing: true });
  const token = credentialIn(authorization);
  if (token === undefined) throw new CredentialError('an Authorization header without a single bearer token');
  return token;
}
