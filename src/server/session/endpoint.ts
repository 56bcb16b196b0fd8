import type { Plugin } from 'graphql-yoga';
import { bearerOf } from '../../auth/credential.ts';
import type { Viewer } from '../../auth/viewer.ts';
import { type Rejection, rejection, rejectionReply } from '../rejection.ts';
import { isRejection } from '../request-pipeline.ts';
import type { SignIn, SignInRequest } from '../sign-in.ts';
import { type Scheme, setCookies, tooLongMessage } from './cookies.ts';
import { notRenewed, type Renewals } from './renewals.ts';
import { sessionOf } from './restore.ts';
import { type BrowserSession, newSession, type Sessions, schemeOf } from './sessions.ts';

const sessionPath = '/session';
const renewPath = '/session/renew';

export interface SessionOptions {
  /** Undefined without sign-in. */
  readonly sessions: Sessions | undefined;
  readonly signIn: SignIn;
  /** Undefined if persons cannot sign in at an issuer. */
  readonly renewals: Renewals | undefined;
  readonly scopeOf: (request: Request) => SignInRequest;
}

interface SessionReply {
  readonly status: number;
  readonly body: object | null;
  readonly cookies?: readonly string[];
}

type Change = (request: Request, sessions: Sessions, scheme: Scheme) => Promise<SessionReply | Rejection>;

const notAllowed = rejection({
  code: 'BAD_REQUEST',
  status: 405,
  message:
    'Use GET of `/session` to read the session, POST to start it and DELETE to end it, and POST of `/session/renew` to renew it.',
  headers: { allow: 'GET, POST, DELETE' },
});

const notOwnPage = rejection({
  code: 'BAD_REQUEST',
  message:
    'Only the pages of the gateway can start and end a session; send `Authorization` with each request.',
});

const tooLong = rejection({ code: 'BAD_REQUEST', message: tooLongMessage });

const described = ({ accountId, service, scopes }: Viewer, session: BrowserSession | undefined) => ({
  signedIn: true,
  accountId,
  service: service ?? null,
  scopes,
  expiresAt: session?.expiresAt ?? null,
});

/** Starts, describes, renews and ends the session of a browser. Responses contain no credentials. */
export class SessionEndpoint {
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  async respond(request: Request, path: string): Promise<SessionReply | Rejection> {
    const { method, headers } = request;
    if (method === 'GET' && path === sessionPath) return this.#describe(request);
    const { sessions } = this.#options;
    const change = this.#changes[`${method} ${path}`];
    if (sessions === undefined || change === undefined) return notAllowed;
    const scheme = schemeOf({
      'x-session': headers.get('x-session'),
      'sec-fetch-site': headers.get('sec-fetch-site'),
    });
    return scheme === undefined ? notOwnPage : change(request, sessions, scheme);
  }

  readonly #changes: Readonly<Record<string, Change>> = {
    [`POST ${sessionPath}`]: (...change) => this.#start(...change),
    [`POST ${renewPath}`]: (...change) => this.#renew(...change),
    [`DELETE ${sessionPath}`]: (...change) => this.#end(...change),
  };

  async #signIn(request: Request): Promise<Viewer | Rejection> {
    const { signIn, scopeOf } = this.#options;
    return signIn(request.headers.get('authorization'), scopeOf(request));
  }

  async #start(request: Request, sessions: Sessions, scheme: Scheme): Promise<SessionReply | Rejection> {
    const viewer = await this.#signIn(request);
    if (isRejection(viewer)) return viewer;
    const session = newSession(bearerOf(request.headers.get('authorization')), viewer);
    const cookies = sessions.start(session, scheme);
    return cookies === undefined ? tooLong : { status: 200, body: described(viewer, session), cookies };
  }

  async #renew(request: Request, sessions: Sessions, scheme: Scheme): Promise<SessionReply | Rejection> {
    const { renewals, scopeOf } = this.#options;
    const session = sessionOf(sessions, request);
    if (session === undefined || renewals === undefined) return notRenewed;
    const renewed = await renewals.renew(session, scopeOf(request));
    if (isRejection(renewed)) return renewed;
    const cookies = sessions.start(renewed, scheme);
    return cookies === undefined ? tooLong : { status: 200, body: {}, cookies };
  }

  async #end(request: Request, sessions: Sessions, scheme: Scheme): Promise<SessionReply> {
    const session = sessionOf(sessions, request);
    if (session !== undefined) this.#options.renewals?.revoke(session);
    return { status: 200, body: {}, cookies: sessions.end(scheme) };
  }

  async #describe(request: Request): Promise<SessionReply | Rejection> {
    const { sessions, renewals } = this.#options;
    const session = sessions && sessionOf(sessions, request);
    const common = {
      signsIn: sessions !== undefined,
      hasIssuer: renewals !== undefined,
      now: Date.now(),
      renewableUntil: session?.renewal?.until ?? null,
    };
    const signedOut = { ...common, signedIn: false };
    if (sessions && !request.headers.has('authorization')) return { status: 200, body: signedOut };
    const viewer = await this.#signIn(request);
    if (!isRejection(viewer)) return { status: 200, body: { ...common, ...described(viewer, session) } };
    return viewer.status === 401 ? { status: 200, body: { ...signedOut, message: viewer.message } } : viewer;
  }
}

/** Serves `/session`, which needs no credentials: without, it says how to sign in. */
export function useSession(options: SessionOptions): Plugin {
  const endpoint = new SessionEndpoint(options);
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== sessionPath && url.pathname !== renewPath) return;
      const found = await endpoint.respond(request, url.pathname);
      if ('code' in found) {
        const { body, ...init } = rejectionReply(found, options.scopeOf(request).requestId);
        return endResponse(new fetchAPI.Response(body, init));
      }
      const { status, body, cookies = [] } = found;
      endResponse(fetchAPI.Response.json(body, { status, headers: setCookies(cookies) }));
    },
  };
}
