import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { afterAll } from 'vitest';
import { issued } from './gateway.ts';
import { makeKey } from './key-server.ts';

interface Authorized {
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
  };

  const sign = (claims: object, audience: string, issuer: string) =>
    new SignJWT({ sub: 'ada', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'issuer' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('30m')
      .sign(pair.privateKey);

  async function tokenFor(request: IncomingMessage): Promise<object | undefined> {
    const given = new URLSearchParams(await text(request));
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
    return {
      access_token: await sign(state.claims, issued.audience, issued.issuer),
      id_token: await sign({ nonce: state.nonce ?? authorized.nonce }, clientId, state.url),
      token_type: 'Bearer',
      expires_in: 1_800,
    };
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
        jwks_uri: `${state.url}/jwks.json`,
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/jwks.json') return json({ keys: [pair.jwk] });
    if (url.pathname === '/token') {
      const tokens = await tokenFor(request);
      return tokens ? json(tokens) : json({ error: 'invalid_grant' }, 400);
    }
    const link = authorize(url.searchParams).replaceAll('&', '&amp;');
    return response.setHeader('content-type', 'text/html').end(`<a href="${link}">Continue as Ada</a>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close().closeAllConnections());
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
