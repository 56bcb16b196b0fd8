import type { Plugin } from 'graphql-yoga';
import { bearerOf } from '../../auth/credential.ts';
import type { Viewer } from '../../auth/viewer.ts';
import { type Rejection, rejection, rejectionReply } from '../rejection.ts';
import { isRejection } from '../request-pipeline.ts';
import type { SignIn, SignInRequest } from '../sign-in.ts';
import { sessionOf } from './restore.ts';
import { type Scheme, type Sessions, schemeOf } from './sessions.ts';

const path = '/session';

export interface SessionOptions {
  /** Undefined without sign-in. */
  readonly sessions: Sessions | undefined;
  readonly signIn: SignIn;
  /** Whether persons can sign in at an issuer, too. */
  readonly hasIssuer: boolean;
  readonly scopeOf: (request: Request) => SignInRequest;
}

interface SessionReply {
  readonly status: number;
  readonly body: object | null;
  readonly cookie?: string;
}

const notAllowed = rejection({
  code: 'BAD_REQUEST',
  status: 405,
  message: 'Use GET to read the session, POST to start it, and DELETE to end it.',
  headers: { allow: 'GET, POST, DELETE' },
});

const notOwnPage = rejection({
  code: 'BAD_REQUEST',
  message:
    'Only the pages of the gateway can start and end a session; send `Authorization` with each request.',
});

const tooLong = rejection({
  code: 'BAD_REQUEST',
  message: 'The token is too long for a session of a browser; the maximum is about 2,900 characters.',
});

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

const described = ({ accountId, service, scopes }: Viewer, expiresAt: number | undefined) => ({
  signedIn: true,
  accountId,
  service: service ?? null,
  scopes,
  expiresAt: expiresAt ?? null,
});

/** Starts, describes and ends the session of a browser. Responses contain no credentials. */
export class SessionEndpoint {
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  async respond(request: Request): Promise<SessionReply | Rejection> {
    if (request.method === 'GET') return this.#describe(request);
    const { sessions } = this.#options;
    if (sessions === undefined || !['POST', 'DELETE'].includes(request.method)) return notAllowed;
    const { headers } = request;
    const scheme = schemeOf({
      'x-session': headers.get('x-session'),
      'sec-fetch-site': headers.get('sec-fetch-site'),
    });
    if (scheme === undefined) return notOwnPage;
    if (request.method === 'DELETE') return { status: 200, body: {}, cookie: sessions.end(scheme) };
    return this.#start(request, sessions, scheme);
  }

  #signIn(request: Request): Promise<Viewer | Rejection> {
    const { signIn, scopeOf } = this.#options;
    return signIn(request.headers.get('authorization'), scopeOf(request));
  }

  async #start(request: Request, sessions: Sessions, scheme: Scheme): Promise<SessionReply | Rejection> {
    const viewer = await this.#signIn(request);
    if (isRejection(viewer)) return viewer;
    const credential = bearerOf(request.headers.get('authorization'));
    const cookie = sessions.start(credential, scheme, viewer.expiresAt);
    return cookie === undefined
      ? tooLong
      : { status: 200, body: described(viewer, viewer.expiresAt), cookie };
  }

  async #describe(request: Request): Promise<SessionReply | Rejection> {
    const { sessions } = this.#options;
    const ways = { signsIn: sessions !== undefined, hasIssuer: this.#options.hasIssuer };
    if (sessions && !request.headers.has('authorization'))
      return { status: 200, body: { ...ways, signedIn: false } };
    const viewer = await this.#signIn(request);
    if (isRejection(viewer))
      return viewer.status === 401
        ? { status: 200, body: { ...ways, signedIn: false, message: viewer.message } }
        : viewer;
    const expiresAt = earlier(viewer.expiresAt, sessions && sessionOf(sessions, request)?.expiresAt);
    return { status: 200, body: { ...ways, ...described(viewer, expiresAt) } };
  }
}

/** Serves `/session`, which needs no credentials: without, it says how to sign in. */
export function useSession(options: SessionOptions): Plugin {
  const endpoint = new SessionEndpoint(options);
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== path) return;
      const found = await endpoint.respond(request);
      if ('code' in found) {
        const { body, ...init } = rejectionReply(found, options.scopeOf(request).requestId);
        return endResponse(new fetchAPI.Response(body, init));
      }
      const { status, body, cookie } = found;
      const headers = { ...(cookie && { 'set-cookie': cookie }) };
      endResponse(fetchAPI.Response.json(body, { status, headers }));
    },
  };
}
