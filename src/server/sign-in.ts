import type { Logger } from 'pino';
import { type Authenticate, CredentialError } from '../auth/credential.ts';
import { KeySetError } from '../auth/key-set.ts';
import { guardSignIn, TooManyFailedSignIns } from '../auth/sign-in-guard.ts';
import type { Viewer } from '../auth/viewer.ts';
import { databaseFailure } from '../db/wire/failure.ts';
import type { Observation } from '../observe/observation.ts';
import { type Rejection, rejection } from './rejection.ts';

const missing = rejection({
  code: 'UNAUTHENTICATED',
  message:
    'The request has no credentials; send the header `Authorization: Bearer …` with a token or an API key.',
  headers: { 'www-authenticate': 'Bearer' },
});

const invalidCredentials = rejection({
  code: 'UNAUTHENTICATED',
  message:
    'The token or API key is invalid, expired or revoked; the log of the gateway has the reason under the request id.',
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
});

/** Rejects the caller without claiming that the credentials are wrong. */
const unknown = rejection({
  code: 'SERVICE_UNAVAILABLE',
  message: 'Tokens and API keys cannot be verified; retry in a few seconds.',
  headers: { 'retry-after': '1' },
});

const blocked = (seconds: number): Rejection =>
  rejection({
    code: 'LIMIT_EXCEEDED',
    status: 429,
    message: `Too many failed sign-ins from this IP address; retry in ${seconds} s with a valid token or API key.`,
    headers: { 'retry-after': String(seconds) },
  });

/** Returns the rejection and logs the reason, which may describe the credentials but never contains them. */
function rejectionOf(error: unknown, log: Logger): Rejection {
  if (error instanceof CredentialError) {
    log[error.isMissing ? 'debug' : 'info']({ reason: error.message }, 'not signed in');
    return error.isMissing ? missing : invalidCredentials;
  }
  if (error instanceof TooManyFailedSignIns) {
    log.debug('sign-in rejected: too many failures from this address');
    return blocked(error.retryAfterSeconds);
  }
  const isOutage = error instanceof KeySetError || databaseFailure(error) !== undefined;
  log[isOutage ? 'warn' : 'error']({ err: error }, 'verifying credentials failed');
  return unknown;
}

export interface SignInRequest {
  readonly requestId: string;
  /** The client's address, for the limit of failed sign-ins. */
  readonly address: string | undefined;
  /** Undefined if credentials are checked again for an open subscription. */
  readonly observation?: Observation;
}

export function createSignIn(viewer: Viewer | Authenticate, log: Logger, failedPerMinute: number): SignIn {
  if (typeof viewer !== 'function') return () => viewer;
  const authenticate = guardSignIn(viewer, failedPerMinute);
  async function check(
    authorization: string | null,
    { requestId, address, observation }: SignInRequest,
  ): Promise<Viewer | Rejection> {
    try {
      return await authenticate(authorization, address, observation);
    } catch (error) {
      return rejectionOf(error, log.child({ requestId, address }));
    }
  }
  const { known } = viewer;
  return (authorization, request) => {
    const checked = authorization === null ? undefined : known?.viewerOf(authorization);
    return checked ?? check(authorization, request);
  };
}

/** Returns no promise if nothing has to be awaited. */
export type SignIn = (
  authorization: string | null,
  request: SignInRequest,
) => Viewer | Rejection | Promise<Viewer | Rejection>;
