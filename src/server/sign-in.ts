import type { Logger } from 'pino';
import { type Authenticate, CredentialError } from '../auth/credential.ts';
import { guardSignIn, TooManyFailedSignIns } from '../auth/sign-in-guard.ts';
import { KeySetError } from '../auth/token.ts';
import type { Viewer } from '../context.ts';
import { databaseFailure } from '../db/failure.ts';
import type { Refusal } from './http/refusal.ts';

const missing: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Sign in: send the header `Authorization: Bearer …` with a token or an API key.',
  headers: { 'www-authenticate': 'Bearer' },
};

const invalid: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The token or API key is not valid, or not any more; the log has the reason under the request id.',
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
};

/** Rejects the caller without claiming that the credentials are wrong. */
const unknown: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'Tokens and keys cannot be checked at the moment; try again soon.',
  headers: { 'retry-after': '1' },
};

const blocked = (seconds: number): Refusal => ({
  status: 429,
  code: 'LIMIT_EXCEEDED',
  message:
    'Too many failed sign-ins from this address; try again after `Retry-After`, with a token or API key that is valid.',
  headers: { 'retry-after': String(seconds) },
});

/** Returns the rejection and logs the reason, which may describe the credentials but never contains them. */
function refusalOf(error: unknown, log: Logger): Refusal {
  if (error instanceof CredentialError) {
    log[error.isMissing ? 'debug' : 'info']({ reason: error.message }, 'not signed in');
    return error.isMissing ? missing : invalid;
  }
  if (error instanceof TooManyFailedSignIns) {
    log.debug('sign-in rejected: too many failures from this address');
    return blocked(error.retryAfterSeconds);
  }
  const isOutage = error instanceof KeySetError || databaseFailure(error) !== undefined;
  log[isOutage ? 'warn' : 'error']({ err: error }, 'credentials cannot be checked');
  return unknown;
}

/** The request to sign in. */
export interface SignInRequest {
  readonly requestId: string;
  /** The client's address, for the limit of failed sign-ins. */
  readonly address: string | undefined;
}

/** Creates the function that returns a request's viewer or its rejection; without sign-in, the viewer is fixed. */
export function createSignIn(viewer: Viewer | Authenticate, log: Logger, failedPerMinute: number): SignIn {
  if (typeof viewer !== 'function') return async () => viewer;
  const authenticate = guardSignIn(viewer, failedPerMinute);
  return async (authorization, { requestId, address }) => {
    try {
      return await authenticate(authorization, address);
    } catch (error) {
      return refusalOf(error, log.child({ requestId }));
    }
  };
}

export type SignIn = (authorization: string | null, request: SignInRequest) => Promise<Viewer | Refusal>;

/** GraphiQL's options for a token: the header editor is open, and headers are not persisted. */
export const tokenHeaders = {
  defaultHeaders: JSON.stringify({ Authorization: 'Bearer ' }, null, 2),
  defaultEditorToolsVisibility: 'headers',
  shouldPersistHeaders: false,
} as const;
