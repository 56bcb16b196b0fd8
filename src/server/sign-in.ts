import type { Logger } from 'pino';
import { type Authenticate, CredentialError } from '../auth/credential.ts';
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

/** Nobody is let in, and nobody is told that their credentials are wrong. */
const unknown: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'Tokens and keys cannot be checked at the moment; try again soon.',
  headers: { 'retry-after': '1' },
};

/** What was wrong, for the log: of credentials a word on what they were, never what they are. */
function refusalOf(error: unknown, log: Logger): Refusal {
  if (error instanceof CredentialError) {
    log[error.isMissing ? 'debug' : 'info']({ reason: error.message }, 'not signed in');
    return error.isMissing ? missing : invalid;
  }
  const isOutage = error instanceof KeySetError || databaseFailure(error) !== undefined;
  log[isOutage ? 'warn' : 'error']({ err: error }, 'credentials cannot be checked');
  return unknown;
}

/** Who asks: the one viewer where nobody signs in, or who signs in with the request; else what they are answered. */
export function createSignIn(viewer: Viewer | Authenticate, log: Logger) {
  return async (authorization: string | null, requestId: string): Promise<Viewer | Refusal> => {
    if (typeof viewer !== 'function') return viewer;
    try {
      return await viewer(authorization);
    } catch (error) {
      return refusalOf(error, log.child({ requestId }));
    }
  };
}

export type SignIn = ReturnType<typeof createSignIn>;

/** How GraphiQL asks for the token: in its editor of headers, which is open, and keeps none of them. */
export const tokenHeaders = {
  defaultHeaders: JSON.stringify({ Authorization: 'Bearer ' }, null, 2),
  defaultEditorToolsVisibility: 'headers',
  shouldPersistHeaders: false,
} as const;
