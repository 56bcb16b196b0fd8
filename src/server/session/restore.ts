import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrowserSession, Sessions } from './sessions.ts';

const sessionHeaders = (get: (name: string) => string | null | undefined) => ({
  cookie: get('cookie'),
  'x-session': get('x-session'),
  'sec-fetch-site': get('sec-fetch-site'),
});

/** Undefined if there is no session, or if its credential has expired and waits for a renewal. */
const authorizationOf = (session: BrowserSession | undefined): string | undefined =>
  session && session.expiresAt > Date.now() ? `Bearer ${session.credential}` : undefined;

/** Gives a request of the gateway's own pages the credentials of its session, unless it has others. */
function restoreSession(sessions: Sessions, { headers }: IncomingMessage): void {
  if (headers['x-session'] === undefined || headers.authorization !== undefined) return;
  const found = sessions.find(sessionHeaders((name) => headers[name]?.toString()));
  const authorization = authorizationOf(found);
  if (authorization !== undefined) headers.authorization = authorization;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export const withSessions =
  (sessions: Sessions, handle: Handle): Handle =>
  (request, response) => {
    restoreSession(sessions, request);
    handle(request, response);
  };

export const sessionOf = (sessions: Sessions, { headers }: Request) =>
  sessions.find(sessionHeaders((name) => headers.get(name)));

/** The same as `withSessions` for the Fetch API. */
export function withSession(sessions: Sessions, request: Request): Request {
  const { headers } = request;
  if (!headers.has('x-session') || headers.has('authorization')) return request;
  const authorization = authorizationOf(sessionOf(sessions, request));
  if (authorization === undefined) return request;
  const restored = new Request(request);
  restored.headers.set('authorization', authorization);
  return restored;
}
