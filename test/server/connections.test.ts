import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { defaultLimits } from '../../src/limits.ts';
import { listen } from '../../src/server/listen.ts';
import { watch } from '../observe/watch.ts';
import { openLoggedGateway } from './logged-gateway.ts';

const seen = watch();
const { gateway } = await openLoggedGateway(seen.observer);

async function serve(limits: object = {}): Promise<number> {
  const { url, stop } = await listen(gateway, 0, '127.0.0.1', { ...defaultLimits, ...limits });
  onTestFinished(() => stop(0));
  return Number(new URL(url).port);
}

async function open(port: number, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

function statusFrom(port: number, localAddress: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path: '/health', localAddress, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

test('when an address uses all connections, its oldest one is closed for a new connection of another address', async () => {
  const port = await serve({ connections: 5 });
  const idle: Socket[] = [];
  for (let each = 0; each < 5; each += 1) idle.push(await open(port));
  const closed = idle.map((socket) => once(socket, 'close'));
  for (const socket of idle) socket.resume();

  expect(await statusFrom(port, '127.0.0.2')).toBe(200);

  await closed[0];
  expect(idle.map(({ destroyed }) => destroyed)).toEqual([true, false, false, false, false]);
});

test('a connection that pipelines too many requests is closed', async () => {
  const port = await serve();
  const socket = await open(port);

  socket.end('GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1_000));

  const received = await text(socket).catch(() => '');
  expect(received.split('HTTP/1.1 200').length - 1).toBeLessThanOrEqual(16);
  expect(await statusFrom(port, '127.0.0.1')).toBe(200);
});

test('a few pipelined requests are answered in order', async () => {
  const socket = await open(await serve());
  const body = (name: string) => JSON.stringify({ query: `{ ${name}: __typename }` });
  const post = (name: string, headers = '') =>
    `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body(name).length}\r\n${headers}\r\n${body(name)}`;

  socket.write(`${post('a')}${post('b')}${post('c', 'Connection: close\r\n')}`);

  const received = await text(socket);
  expect([...received.matchAll(/\{"data":\{"(\w)":"Query"\}/g)].map(([, name]) => name)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('while all connections are busy, only probes are answered, over reserved connections', async () => {
  const port = await serve({ connections: 2 });
  const busy = [await open(port), await open(port)];
  // The rest of the request never arrives.
  const headers = 'Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n';
  for (const socket of busy) socket.write(`POST /graphql HTTP/1.1\r\n${headers}Expect: 100-continue\r\n\r\n`);
  await Promise.all(busy.map((socket) => once(socket, 'data')));

  const idle: Socket[] = [];
  for (let each = 0; each < 40; each += 1) idle.push(await open(port, '127.0.0.3'));
  const replies = await Promise.all(
    ['/health', '/ready', '/graphql'].map(async (path) => {
      const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { 'x-request-id': `beyond${path.replace('/', '-')}` },
      });
      return [path, status, headers.get('connection')];
    }),
  );

  expect(replies).toEqual([
    ['/health', 200, 'close'],
    ['/ready', 200, 'close'],
    ['/graphql', 503, 'close'],
  ]);
  expect(busy.map(({ destroyed }) => destroyed)).toEqual([false, false]);
  expect(await seen.of('beyond-graphql')).toMatchObject({ status: 503, codes: ['OVERLOADED'] });
});
