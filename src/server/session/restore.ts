import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sessions } from './sessions.ts';

const sessionHeaders = (get: (name: string) => string | null | undefined) => ({
  cookie: get('cookie'),
  'x-session': get('x-session'),
  'sec-fetch-site': get('sec-fetch-site'),
});

/** Gives a request of the gateway's own pages the credentials of its session, unless it has others. */
function restoreSession(sessions: Sessions, { headers }: IncomingMessage): void {
  if (headers['x-session'] === undefined || headers.authorization !== undefined) return;
  const found = sessions.find(sessionHeaders((name) => headers[name]?.toString()));
  if (found !== undefined) headers.authorization = `Bearer ${found.credential}`;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export const withSessions =
  (sessions: Sessions, handle: Handle): Handle =>
  (request, response) => {
    restoreSession(sessions, request);
    handle(request, response);
  };

/** The same for the Fetch API. */
export function withSession(sessions: Sessions, request: Request): Request {
  const { headers } = request;
  if (!headers.has('x-session') || headers.has('authorization')) return request;
  const found = sessions.find(sessionHeaders((name) => headers.get(name)));
  if (found === undefined) return request;
  const restored = new Request(request);
  restored.headers.set('authorization', `Bearer ${found.credential}`);
  return restored;
}

export const sessionOf = (sessions: Sessions, { headers }: Request) =>
  sessions.find(sessionHeaders((name) => headers.get(name)));
