import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Message } from '../../src/db/write/outbox.ts';
import { maxAttempts, pauseAfter } from '../../src/outbox/schedule.ts';
import { sendMessage } from '../../src/outbox/webhook.ts';
import { openReceiver, secret, status, verify } from './receiver.ts';

const message: Message = {
  accountId: 'acc_1',
  id: 'msg_1',
  topic: 'shopper.passwordReset',
  recipient: 'ada@example.com',
  payload: { token: 'a secret token', customerId: 'cus_1' },
  createdAt: '2026-11-22T10:00:00.000Z',
  sentAt: null,
  attempts: 1,
  nextAttemptAt: '2026-11-22T10:01:00.000Z',
  expiresAt: '2026-11-22T11:00:00.000Z',
  failedAt: null,
  lastError: null,
};

const send = (url: string, { secrets = [secret], timeoutMs = 15_000, stop = new AbortController() } = {}) =>
  sendMessage({ url, secrets, timeoutMs }, message, stop.signal);

test('each secret signs, and another secret or a changed body does not verify', async () => {
  const next = `whsec_${Buffer.from('another secret of 32 bytes .....').toString('base64')}`;
  const receiver = await openReceiver();

  expect(await send(receiver.url, { secrets: [secret, next] })).toBeUndefined();

  const [delivery = { path: '', headers: {}, body: '' }] = receiver.deliveries;
  expect(verify(delivery, next)).toEqual(verify(delivery, secret));
  expect(() => verify(delivery, `whsec_${'A'.repeat(32)}`)).toThrow('signature');
  expect(() => verify({ ...delivery, body: delivery.body.replace('cus_1', 'cus_2') })).toThrow('signature');
  expect(() => verify({ ...delivery, headers: { ...delivery.headers, 'webhook-timestamp': '1' } })).toThrow(
    'too old',
  );
});

test.for([
  [200, undefined],
  [204, undefined],
  [301, 'HTTP 301'],
  [307, 'HTTP 307'],
  [400, 'HTTP 400'],
  [410, 'HTTP 410'],
  [500, 'HTTP 500'],
] as const)('the status %i is the result %s, and redirects are not followed', async ([code, result]) => {
  const receiver = await openReceiver(status(code, { location: '/elsewhere' }));

  expect(await send(receiver.url)).toBe(result);
  expect(receiver.deliveries.map(({ path }) => path)).toEqual(['/messages']);
});

test('a response without end is not read', async () => {
  let written = 0;
  let closed: Promise<unknown> = Promise.reject(new Error('No request arrived.'));
  closed.catch(() => undefined);
  const receiver = await openReceiver((response) => {
    closed = once(response, 'close');
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
    };
    response.on('drain', more);
    more();
  });

  expect(await send(receiver.url)).toBeUndefined();
  await closed;
  expect(written).toBeLessThan(20_000_000);
});

test('headers without end are an error', async () => {
  const receiver = await openReceiver((response) => {
    const { socket } = response;
    socket?.write('HTTP/1.1 200 OK\r\n');
    socket?.write(`x: ${'x'.repeat(200_000)}`);
  });

  expect(await send(receiver.url)).toBe('UND_ERR_HEADERS_OVERFLOW');
});

test.for([
  ['no response', () => undefined],
  [
    'a response that stops in its headers',
    (socket: NodeJS.WritableStream) => void socket.write('HTTP/1.1 200'),
  ],
] as const)('%s: the request ends at its time limit', async ([, respond]) => {
  const receiver = await openReceiver(({ socket }) => {
    if (socket) respond(socket);
  });

  expect(await send(receiver.url, { timeoutMs: 100 })).toBe('no response within 0.1 s');
});

test('a refused or reset connection is a result without any content', async () => {
  const server = createServer((socket) => void socket.on('data', () => socket.resetAndDestroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const reset = await send(url);
  server.close();
  await once(server, 'close');

  expect(reset).toBe('ECONNRESET');
  expect(await send(url)).toBe('ECONNREFUSED');
});

test('an aborted request has no result', async () => {
  const receiver = await openReceiver(() => undefined);
  const stop = new AbortController();
  const sent = send(receiver.url, { stop });
  await receiver.arrived(1);

  stop.abort();

  await expect(sent).rejects.toThrow('aborted');
});

test('pauses grow from 5 s to 6 h, with jitter, for about 23 hours', () => {
  const pauses = (random: number) =>
    Array.from({ length: maxAttempts }, (_, at) => pauseAfter(at + 1, () => random));

  expect(pauses(0.5).map((ms) => ms && ms / 1_000)).toEqual([
    ...[5, 15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600, 21_600],
    undefined,
  ]);
  expect([pauses(0)[0], pauses(1)[0]].map((ms = 0) => Math.round(ms))).toEqual([4_000, 6_000]);
});

test('a timeout is kept while memory is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const receiver = await openReceiver(() => undefined);
  const sent = send(receiver.url, { timeoutMs: 500 });
  await receiver.arrived(1);

  collect();

  expect(await sent).toBe('no response within 0.5 s');
});
