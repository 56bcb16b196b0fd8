import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { afterAll } from 'vitest';
import { issued } from './gateway.ts';
import { makeKey } from './key-server.ts';

interface Authorized {
  readonly scope: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly nonce: string;
}

export const clientId = 'gateway-pages';

/** An issuer with OpenID Connect: its sign-in page is one button. */
export async function openIssuer() {
  const pair = await makeKey('issuer');
  const codes = new Map<string, Authorized>();
  const state = {
    url: '',
    claims: {} as object,
    scopes: [] as string[],
    isDown: false,
    nonce: undefined as string | undefined,
    /** Whether `offline_access` is announced, and gives a refresh token that is valid once. */
    refreshes: false,
    /** The life of access tokens. */
    seconds: 1_800,
    /** The valid refresh tokens. */
    valid: new Set<string>(),
    /** The number of accepted and refused refresh tokens. */
    refreshed: 0,
    refused: 0,
  };

  const sign = (claims: object, audience: string, issuer: string, seconds = 1_800) =>
    new SignJWT({ sub: 'ada', jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'issuer' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${seconds} s`)
      .sign(pair.privateKey);

  function refreshTokenFor(scope: string): string | undefined {
    if (!state.refreshes || !scope.split(' ').includes('offline_access')) return undefined;
    const made = `refresh-${randomUUID()}`;
    state.valid.add(made);
    return made;
  }

  const issue = async (scope: string) => ({
    access_token: await sign(state.claims, issued.audience, issued.issuer, state.seconds),
    refresh_token: refreshTokenFor(scope),
    token_type: 'Bearer',
    expires_in: state.seconds,
  });

  function refresh(given: URLSearchParams): Promise<object> | undefined {
    const isValid = state.valid.delete(given.get('refresh_token') ?? '');
    state[isValid ? 'refreshed' : 'refused'] += 1;
    return isValid ? issue('offline_access') : undefined;
  }

  async function exchange(given: URLSearchParams): Promise<object | undefined> {
    const code = given.get('code') ?? '';
    const authorized = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const isValid =
      authorized?.challenge === challenge &&
      authorized.redirectUri === given.get('redirect_uri') &&
      given.get('client_id') === clientId;
    if (!authorized || !isValid) return undefined;
    const id_token = await sign({ nonce: state.nonce ?? authorized.nonce }, clientId, state.url);
    return { ...(await issue(authorized.scope)), id_token };
  }

  async function tokenFor(request: IncomingMessage): Promise<object | undefined> {
    const given = new URLSearchParams(await text(request));
    return given.get('grant_type') === 'refresh_token' ? refresh(given) : exchange(given);
  }

  /** The parameters with which the browser returns. */
  function authorize(parameters: URLSearchParams): string {
    const redirectUri = parameters.get('redirect_uri') ?? '';
    state.scopes.push(parameters.get('scope') ?? '');
    const back = new URL(redirectUri);
    const code = `code-${codes.size}-${Math.random()}`;
    const isProtected = parameters.get('code_challenge_method') === 'S256';
    if (isProtected)
      codes.set(code, {
        challenge: parameters.get('code_challenge') ?? '',
        redirectUri,
        nonce: parameters.get('nonce') ?? '',
        scope: parameters.get('scope') ?? '',
      });
    back.searchParams.set('code', code);
    back.searchParams.set('state', parameters.get('state') ?? '');
    return back.href;
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', state.url);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (state.isDown) return json({}, 500);
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: state.url,
        authorization_endpoint: `${state.url}/authorize`,
        token_endpoint: `${state.url}/token`,
        revocation_endpoint: `${state.url}/revoke`,
        jwks_uri: `${state.url}/jwks.json`,
        ...(state.refreshes && { scopes_supported: ['openid', 'offline_access'] }),
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/jwks.json') return json({ keys: [pair.jwk] });
    if (url.pathname === '/token') {
      const tokens = await tokenFor(request);
      return tokens ? json(tokens) : json({ error: 'invalid_grant' }, 400);
    }
    if (url.pathname === '/revoke') {
      state.valid.delete(new URLSearchParams(await text(request)).get('token') ?? '');
      return response.end();
    }
    const link = authorize(url.searchParams).replaceAll('&', '&amp;');
    return response.setHeader('content-type', 'text/html').end(`<a href="${link}">Continue as Ada</a>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close().closeAllConnections());
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

/** Signs in as a browser does at a gateway that listens at this URL. */
export function signInAt(url: string) {
  const own = { 'x-session': 'http', origin: new URL(url).origin };

  /** Begins a sign-in as the form does, up to the issuer's redirect. */
  async function begin(page = '/docs') {
    const begun = await fetch(new URL(`/session/oidc?page=${page}`, url), { method: 'POST', headers: own });
    const { location } = await begun.json();
    const link =
      /href="([^"]+)"/.exec(await (await fetch(location)).text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    return { link, cookie: sentCookies(begun), begun, location };
  }

  const finish = (link: string, cookie: string) => fetch(link, { headers: { cookie }, redirect: 'manual' });

  return { own, begin, finish };
}

/** The cookies of a response, as a browser sends them back. */
export const sentCookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !cookie.includes('Max-Age=0'))
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
