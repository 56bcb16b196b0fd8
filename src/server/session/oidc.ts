import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { type OidcClient, OidcError, type PendingSignIn } from '../../auth/oidc.ts';
import { type Rejection, rejection, rejectionReply } from '../rejection.ts';
import { isRejection } from '../request-pipeline.ts';
import type { SignIn, SignInRequest } from '../sign-in.ts';
import { cookieHeader, cookieOf, type Sessions, schemeOf } from './sessions.ts';

const beginPath = '/session/oidc';
const callbackPath = '/session/callback';

const purpose = 'oidc';
const cookieName = 'customer-gateway-oidc';
const pendingMs = 600_000;

export interface OidcEndpointOptions {
  readonly client: OidcClient;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly log: Logger;
  readonly scopeOf: (request: Request) => SignInRequest;
}

interface Pending extends PendingSignIn {
  /** The page to which the person returns. */
  readonly page: string;
}

interface PlainReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const pages = ['/graphql', '/docs', '/voyager'];

const notOwnPage = rejection({
  code: 'BAD_REQUEST',
  message: 'Only the pages of the gateway can begin a sign-in: send POST with the header `x-session`.',
});

const unavailable = rejection({
  code: 'SERVICE_UNAVAILABLE',
  message: 'The issuer of AUTH_OIDC_ISSUER cannot be reached; retry in a few seconds.',
  headers: { 'retry-after': '1' },
});

const failedPage = (message: string, page: string): PlainReply => ({
  status: 401,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  },
  body: `<!doctype html><html lang="en"><title>Sign-in failed</title><h1>Sign-in failed</h1><p>${message}</p><p><a href="${page}">Back</a></p></html>`,
});

/** Signs persons in at the issuer: `/session/oidc` sends the browser there, and it returns to `/session/callback`. */
export class OidcEndpoint {
  readonly #options: OidcEndpointOptions;

  constructor(options: OidcEndpointOptions) {
    this.#options = options;
  }

  async #begin(request: Request, url: URL): Promise<PlainReply | Rejection> {
    const { client, sessions, log } = this.#options;
    const { headers } = request;
    const [scheme, origin] = [
      schemeOf({ 'x-session': headers.get('x-session'), 'sec-fetch-site': headers.get('sec-fetch-site') }),
      headers.get('origin'),
    ];
    // Browsers send the origin as they see it, whatever proxies are in between.
    if (request.method !== 'POST' || scheme === undefined || !origin?.startsWith(`${scheme}://`))
      return notOwnPage;
    const to = url.searchParams.get('page') ?? '';
    const page = pages.includes(to) ? to : '/graphql';
    try {
      const { location, pending } = await client.begin(origin + callbackPath);
      const sealed = { value: { ...pending, page }, expiresAt: Date.now() + pendingMs };
      // The issuer's redirect comes from another site, to which a browser sends no Strict cookie.
      const cookie = cookieHeader(cookieName, sessions.seal.seal(purpose, sealed), scheme, 'Lax');
      const body = JSON.stringify({ location });
      return { status: 200, headers: { 'content-type': 'application/json', 'set-cookie': cookie }, body };
    } catch (err) {
      log.warn({ err }, 'oidc sign-in cannot begin');
      return unavailable;
    }
  }

  async #finish(request: Request, url: URL): Promise<PlainReply> {
    const { client, sessions, signIn, log, scopeOf } = this.#options;
    const text = cookieOf(request.headers.get('cookie'), cookieName);
    const sealed = text === undefined ? undefined : sessions.seal.open(purpose, text);
    if (sealed === undefined)
      return failedPage('The sign-in took longer than 10 minutes, or began in another browser.', '/graphql');
    // Authenticated: only `#begin` seals values of this purpose.
    const { page, ...pending } = sealed.value as Pending;
    const scheme = pending.redirectUri.startsWith('https:') ? 'https' : 'http';
    try {
      const token = await client.finish(url.searchParams, pending);
      const viewer = await signIn(`Bearer ${token}`, scopeOf(request));
      if (isRejection(viewer)) return failedPage(viewer.message, page);
      const cookie = sessions.start(token, scheme, viewer.expiresAt);
      if (cookie === undefined) return failedPage('The token is too long for a session of a browser.', page);
      return { status: 303, headers: { location: page, 'set-cookie': cookie }, body: '' };
    } catch (err) {
      log[err instanceof OidcError ? 'info' : 'error']({ err }, 'oidc sign-in failed');
      return failedPage('The issuer did not sign you in. The log of the gateway has the reason.', page);
    }
  }

  async respond(request: Request, url: URL): Promise<PlainReply | undefined> {
    if (url.pathname === callbackPath && request.method === 'GET') return this.#finish(request, url);
    if (url.pathname !== beginPath) return undefined;
    const found = await this.#begin(request, url);
    return 'code' in found ? rejectionReply(found, this.#options.scopeOf(request).requestId) : found;
  }
}

export function useOidc(options: OidcEndpointOptions): Plugin {
  const endpoint = new OidcEndpoint(options);
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const found = await endpoint.respond(request, url);
      if (found === undefined) return;
      const { body, ...init } = found;
      endResponse(new fetchAPI.Response(body, init));
    },
  };
}
