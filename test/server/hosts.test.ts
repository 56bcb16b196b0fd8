import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openHttpGateway, serve } from './limits/http-gateway.ts';

const any = await openHttpGateway();
const demo = await serve(any, { hosts: 'loopback' });

interface Given {
  readonly path?: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
}

function replyTo(url: string, { path = '/graphql?query={__typename}', method = 'GET', headers }: Given) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const port = Number(new URL(url).port);
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { accept: 'application/json', ...headers },
        agent: false,
      },
      async (response) => resolve({ status: response.statusCode, body: await text(response) }),
    );
    sent.on('error', reject).end();
  });
}

test.each(['localhost', 'LOCALHOST:80', '127.0.0.1', '127.8.9.1:4000', '[::1]', '[::1]:4000'])(
  'without sign-in, requests to the host %s are answered',
  async (host) => {
    expect((await replyTo(demo.url, { headers: { host } })).status).toBe(200);
  },
);

test.each([
  'evil.example.com',
  'localhost.evil.example.com',
  'evil.example.com:4000',
  '127.0.0.1.evil.example.com',
  '127.1',
  '2130706433',
  '0.0.0.0',
  '192.168.0.1',
  '[::]',
  '[::ffff:192.168.0.1]',
  'localhost, evil.example.com',
  'user@localhost',
])('without sign-in, requests to the host %s are rejected on every path', async (host) => {
  const requests: readonly Given[] = [
    { headers: { host } },
    { headers: { host, 'x-forwarded-host': 'localhost', forwarded: 'host=localhost' } },
    { headers: { host, accept: 'text/event-stream' } },
    { headers: { host, accept: 'text/html' } },
    { path: '/docs', headers: { host } },
    { path: '/', headers: { host } },
    { path: '/ready', headers: { host } },
    { path: '/health?', headers: { host } },
    { method: 'POST', headers: { host, 'content-type': 'application/json' } },
    { method: 'OPTIONS', headers: { host, origin: 'http://evil.example.com' } },
  ];
  for (const each of requests) {
    const { status, body } = await replyTo(demo.url, each);
    expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([421, 'BAD_REQUEST']);
  }
});

test('health is answered for every host', async () => {
  expect((await replyTo(demo.url, { path: '/health', headers: { host: 'evil.example.com' } })).status).toBe(
    200,
  );
});

test('with sign-in, requests to every host are answered', async () => {
  expect((await replyTo(any.url, { headers: { host: 'gateway.example.com' } })).status).toBe(200);
});
