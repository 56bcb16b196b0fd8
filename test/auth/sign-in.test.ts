import { request } from 'node:http';
import { SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { createDb } from '../../src/db/client.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { createPool } from '../../src/db/wire/pool.ts';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/listen.ts';
import { addAccount, apiKeySecret, issued, openSigned, secret, tokens } from './gateway.ts';

const signed = await openSigned();
const { gateway, ask } = signed;
const account = await addAccount(signed, 'ours');

const token = await new SignJWT({ account, scope: 'customers:read', sub: 'tests' })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer(issued.issuer)
  .setAudience(issued.audience)
  .setExpirationTime('5m')
  .sign(new TextEncoder().encode(secret));

const unauthenticated = (headers: Headers) => ({
  errors: [
    {
      message:
        'The request has no credentials; send the header `Authorization: Bearer …` with a token or an API key.',
      extensions: { code: 'UNAUTHENTICATED', requestId: headers.get('x-request-id') },
    },
  ],
});

test.for([undefined, 'Bearer', 'Bearer '])(
  '%j: a request without credentials gets a 401 that explains how to sign in',
  async (none) => {
    const { status, headers, body } = await ask(none);

    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toEqual(unauthenticated(headers));
  },
);

const url = 'http://gateway.test/graphql';
const json = { 'content-type': 'application/json' };
const requests: Readonly<Record<string, Request>> = {
  'an introspection': new Request(`${url}?query={__schema{types{name}}}`),
  'a misspelled field': new Request(url, { method: 'POST', headers: json, body: '{"query":"{ custmers }"}' }),
  'a syntax error': new Request(url, { method: 'POST', headers: json, body: '{"query":"{{"}' }),
  'a body that is not JSON': new Request(url, { method: 'POST', headers: json, body: '{' }),
  'a body of another kind': new Request(url, { method: 'POST', body: 'query={__typename}' }),
  'no body': new Request(url, { method: 'POST', headers: json }),
  'a batch': new Request(url, { method: 'POST', headers: json, body: '[{"query":"{__typename}"}]' }),
  'another method': new Request(url, { method: 'DELETE' }),
  'another spelling of the path': new Request(`${url}/?query={__typename}`),
  'a path with a prefix': new Request('http://gateway.test/any/graphql?query={__typename}'),
  'an unknown path': new Request('http://gateway.test/secret'),
};

test.for(Object.entries(requests))(
  '%s gets the same response as a request without credentials',
  async ([, each]) => {
    const response = await gateway.fetch(each);

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual(unauthenticated(response.headers));
  },
);

test('a preflight request, which has no credentials, is not granted to any other origin', async () => {
  const response = await gateway.fetch(url, {
    method: 'OPTIONS',
    headers: { origin: 'https://other.test', 'access-control-request-method': 'POST' },
  });

  expect([response.status, await response.text()]).toEqual([204, '']);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('health and readiness are public', async () => {
  expect((await gateway.fetch('http://gateway.test/health')).status).toBe(200);
  expect((await gateway.fetch('http://gateway.test/ready')).status).toBe(200);
});

test('an unknown path is reported to signed-in callers only', async () => {
  const headers = { authorization: `Bearer ${token}` };

  expect((await gateway.fetch('http://gateway.test/secret', { headers })).status).toBe(404);
});

test('the GraphiQL page is public, with a form for the token and without data of any account', async () => {
  const response = await gateway.fetch(url, { headers: { accept: 'text/html' } });
  const page = await response.text();

  expect(response.status).toBe(200);
  expect(page).toContain('<main id="door" hidden>');
  expect(page).not.toMatch(/\bours\b|"(cus|acc)_/);
});

/** The response status of a request with raw headers, as only Node can send them. */
function statusOf(port: string, authorization: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path: '/graphql?query={__typename}' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.setHeader('accept', 'application/json');
    sent.setHeader('authorization', authorization);
    sent.on('error', reject).end();
  });
}

test('two Authorization headers are rejected, even if one of them is valid', async () => {
  const { url: served, stop } = await listen(gateway, 0, '127.0.0.1');
  onTestFinished(() => stop(0));
  const { port } = new URL(served);
  const good = `Bearer ${token}`;

  expect(await statusOf(port, [good])).toBe(200);
  expect(await statusOf(port, [good, good])).toBe(401);
  expect(await statusOf(port, [good, 'Bearer bad'])).toBe(401);
  expect(await statusOf(port, ['Bearer bad', good])).toBe(401);
});

test('valid credentials get a 503 while the database is unavailable', async () => {
  const pool = createPool({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' }, () => undefined);
  onTestFinished(() => pool.end());
  const authenticate = createAuthenticate(
    { tokens, apiKeySecret },
    createCredentialStore(pool),
    () => undefined,
  );
  const checkReady = async () => undefined;
  const down = createGateway({
    db: createDb(pool),
    viewer: authenticate,
    log: createLog('silent'),
    checkReady,
  });

  const response = await down.fetch(url, { headers: { authorization: `Bearer ${token}` } });

  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'Tokens and API keys cannot be verified; retry in a few seconds.',
        extensions: { code: 'SERVICE_UNAVAILABLE', requestId: response.headers.get('x-request-id') },
      },
    ],
  });
});
