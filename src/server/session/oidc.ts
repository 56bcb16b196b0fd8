import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { type OidcClient, OidcError, type PendingSignIn } from '../../auth/oidc.ts';
import { type Rejection, rejection, rejectionReply } from '../rejection.ts';
import { isRejection } from '../request-pipeline.ts';
import type { SignIn, SignInRequest } from '../sign-in.ts';
import {
  cookiesOf,
  cookieValue,
  type HeaderLines,
  type Scheme,
  setCookies,
  tooLongMessage,
} from './cookies.ts';
import { issuerUnavailable } from './renewals.ts';
import { newSession, type Sessions, schemeOf } from './sessions.ts';

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
  readonly headers: HeaderLines;
  readonly body: string;
}

const pages = ['/graphql', '/docs', '/voyager'];

const notOwnPage = rejection({
  code: 'BAD_REQUEST',
  message: 'Only the pages of the gateway can begin a sign-in: send POST with the header `x-session`.',
});

const failedPage = (message: string, page: string): PlainReply => ({
  status: 401,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"],
  ],
  body: `<!doctype html>
<html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Sign-in failed – Customer gateway</title>
<style>main { max-width: 26rem; margin: 4rem auto; padding: 0 1rem; font: 16px / 1.55 system-ui, sans-serif; }</style></head>
<body><main><h1>Sign-in failed</h1><p>${message}</p><p><a href="${page}">Back to the sign-in</a></p></main></body></html>`,
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
      const cookies = cookiesOf(cookieName, sessions.seal.seal(purpose, sealed), scheme, 'Lax') ?? [];
      const headers: HeaderLines = [['content-type', 'application/json'], ...setCookies(cookies)];
      return { status: 200, headers, body: JSON.stringify({ location }) };
    } catch (err) {
      log.warn({ err }, 'oidc sign-in cannot begin');
      return issuerUnavailable;
    }
  }

  #pendingOf(request: Request): (Pending & { readonly scheme: Scheme }) | undefined {
    const header = request.headers.get('cookie');
    for (const scheme of ['https', 'http'] as const) {
      const text = cookieValue(header, cookieName, scheme);
      // Authenticated: only `#begin` seals values of this purpose.
      const value = this.#options.sessions.seal.open(purpose, text ?? '')?.value as Pending | undefined;
      if (value?.redirectUri.startsWith(`${scheme}://`)) return { ...value, scheme };
    }
    return undefined;
  }

  async #finish(request: Request, url: URL): Promise<PlainReply> {
    const { client, sessions, signIn, log, scopeOf } = this.#options;
    const found = this.#pendingOf(request);
    if (found === undefined)
      return failedPage('The sign-in took longer than 10 minutes, or began in another browser.', '/graphql');
    const { page, scheme, ...pending } = found;
    try {
      const { accessToken, refreshToken } = await client.finish(url.searchParams, pending);
      const viewer = await signIn(`Bearer ${accessToken}`, scopeOf(request));
      if (isRejection(viewer)) return failedPage(viewer.message, page);
      const cookies = sessions.start(newSession(accessToken, viewer, refreshToken), scheme);
      if (cookies === undefined) return failedPage(tooLongMessage, page);
      const removed = cookiesOf(cookieName, '', scheme, 'Lax') ?? [];
      return {
        status: 303,
        headers: [['location', page], ...setCookies([...cookies, ...removed])],
        body: '',
      };
    } catch (err) {
      log[err instanceof OidcError ? 'info' : 'error']({ err }, 'oidc sign-in failed');
      return failedPage('The issuer did not sign you in. The log of the gateway has the reason.', page);
    }
  }

  async respond(request: Request, url: URL): Promise<PlainReply | undefined> {
    if (url.pathname === callbackPath && request.method === 'GET') return this.#finish(request, url);
    if (url.pathname !== beginPath) return undefined;
    const found = await this.#begin(request, url);
    if (!('code' in found)) return found;
    const { headers, ...reply } = rejectionReply(found, this.#options.scopeOf(request).requestId);
    return { ...reply, headers: Object.entries(headers) };
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
