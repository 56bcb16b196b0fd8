import { expect, test } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { createCredentialStore } from '../../src/db/wire/credential.ts';
import { apiKeySecret, tokens } from '../auth/gateway.ts';
import { openHttpGateway, serve } from './limits/http-gateway.ts';
import { send } from './raw-request.ts';

const full = await openHttpGateway({ limits: { inFlight: 0, waiting: 0 } });
const open = await serve(full, { corsOrigins: ['https://a.example.com'] });
const store = createCredentialStore(full.serving);
const signed = await serve(full, {
  viewer: createAuthenticate({ tokens, apiKeySecret }, store, () => undefined),
});

const ids = ['a', 'b'.repeat(128), 'c'.repeat(20)];

test.each([
  ['without sign-in', signed.url, 401, 'application/json'],
  ['without sign-in, accepting more types', signed.url, 401, 'application/json, text/plain'],
  ['beyond the limit of requests', full.url, 503, 'application/json'],
  ['beyond the limit of requests, accepting more types', full.url, 503, 'application/json, text/plain'],
])('%s: the whole response is sent, however long the request’s id is', async (_who, url, status, accept) => {
  for (const id of ids) {
    const reply = await send(url, { body: '{}', headers: { accept, 'x-request-id': id } });

    expect(reply.status).toBe(status);
    expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(reply.text)));
    expect(JSON.parse(reply.text).errors[0].extensions.requestId).toBe(id);
  }
});

const graphql = 'application/graphql-response+json';
const json = 'application/json; charset=utf-8';

test.each([
  [graphql, `${graphql}; charset=utf-8`],
  [`${graphql},application/json;q=0.9`, `${graphql}; charset=utf-8`],
  // With a charset, Yoga handles the request.
  [`${graphql};charset=utf-8, application/json;q=0.9`, `${graphql}; charset=utf-8`],
  [`${graphql};q=0, */*`, json],
  [`application/json, ${graphql}`, json],
  ['*/*', json],
])('a rejected request that accepts %s gets %s', async (accept, type) => {
  // Yoga ignores a weight of 0; it chooses the type of rejections after sign-in.
  const gateways = accept.includes('q=0,') ? [signed] : [signed, full];
  for (const { url } of gateways)
    expect((await send(url, { body: '{}', headers: { accept } })).headers['content-type']).toBe(type);
});

const fixed = ['cache-control', 'x-content-type-options', 'referrer-policy', 'cross-origin-resource-policy'];

test.each([
  ['another path', 404, '/nothing', {}],
  ['a response in another format', 406, '', { accept: 'image/png' }],
  ['a form', 415, '', { 'content-type': 'application/x-www-form-urlencoded' }],
])('the rejection of %s has the headers of every response', async (_what, status, path, headers) => {
  const site = { origin: 'https://a.example.com' };

  const reply = await send(`${open.url}${path}`, {
    body: '{"query":"{ __typename }"}',
    headers: { ...site, ...headers },
  });

  expect(reply.status).toBe(status);
  expect(reply.headers['access-control-allow-origin']).toBe(site.origin);
  expect(fixed.filter((name) => reply.headers[name] === undefined)).toEqual([]);
  expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(reply.text)));
  expect(JSON.parse(reply.text).errors).toHaveLength(1);
});
