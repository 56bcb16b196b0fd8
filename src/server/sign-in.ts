import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { type Authenticate, CredentialError } from '../auth/credential.ts';
import { KeySetError } from '../auth/token.ts';
import type { Viewer } from '../context.ts';
import { databaseFailure } from '../db/failure.ts';
import { requestIdOf } from './request-id.ts';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

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

const viewers = new WeakMap<Request, Viewer>();

/** Who signed in with the request. */
export function viewerOf(request: Request): Viewer {
  const viewer = viewers.get(request);
  if (viewer === undefined) throw new Error('A request came past sign-in.');
  return viewer;
}

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

/**
 * Lets nothing further that does not sign in: no body is read, no document is parsed, and no path is told from
 * another. What comes before it answers everyone: health, readiness and the page of GraphiQL.
 */
export function useSignIn(authenticate: Authenticate, log: Logger): Plugin {
  return {
    async onRequest({ request, endResponse, fetchAPI }) {
      try {
        viewers.set(request, await authenticate(request.headers.get('authorization')));
      } catch (error) {
        const requestId = requestIdOf(request);
        const { code, message, ...response } = refusalOf(error, log.child({ requestId }));
        const body = { errors: [{ message, extensions: { code, requestId } }] };
        endResponse(fetchAPI.Response.json(body, response));
      }
    },
  };
}

/** How GraphiQL asks for the token: in its editor of headers, which is open, and keeps none of them. */
export const tokenHeaders = {
  defaultHeaders: JSON.stringify({ Authorization: 'Bearer ' }, null, 2),
  defaultEditorToolsVisibility: 'headers',
  shouldPersistHeaders: false,
} as const;
