import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { defaultLimits } from '../../src/limits.ts';
import { listen } from '../../src/server/listen.ts';
import { holdTable } from './held-table.ts';
import { openLoggedGateway } from './logged-gateway.ts';

const { gateway, url: databaseUrl } = await openLoggedGateway();
const body = JSON.stringify({ query: '{ customers(first: 1) { nodes { id } } }' });

interface Reply {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly body: string;
}

function send(url: URL, agent: Agent, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = method === 'POST' ? { 'content-type': 'application/json' } : {};
    const sent = request(url, { agent, method, headers }, async (response: IncomingMessage) => {
      const { statusCode: status, headers } = response;
      resolve({ status, connection: headers.connection, body: await text(response) });
    });
    sent.on('error', reject).end(method === 'POST' ? body : undefined);
  });
}

test('a draining gateway serves existing and new connections, and closes each after its response', async () => {
  const { url, drain, stop } = await listen(gateway, 0, '127.0.0.1', defaultLimits);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waiting = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    agent.destroy();
    waiting.destroy();
  });
  const [endpoint, ready] = [new URL(url), new URL('/ready', url)];
  expect(await send(endpoint, agent, 'POST')).toMatchObject({ status: 200, connection: 'keep-alive' });
  expect(await send(ready, agent)).toMatchObject({ status: 200, connection: 'keep-alive' });
  const held = await holdTable(databaseUrl, 'customers');
  const underWay = send(endpoint, waiting, 'POST');
  await held.waited();
  const skip = new AbortController();

  const drained = drain(600_000, skip.signal);

  await held.release();
  expect(await underWay).toMatchObject({ status: 200, connection: 'close' });
  for (let each = 0; each < 3; each += 1) {
    expect(await send(endpoint, agent, 'POST')).toMatchObject({ status: 200, connection: 'close' });
    const probe = await send(ready, agent);
    expect({ ...probe, body: JSON.parse(probe.body) }).toEqual({
      status: 503,
      connection: 'close',
      body: { state: 'draining', reason: 'The gateway is stopping.', writes: false },
    });
    expect(await send(new URL('/health', url), agent)).toMatchObject({ status: 200 });
  }

  skip.abort();
  await drained;
  await stop(0);
  await expect(send(endpoint, agent, 'POST')).rejects.toThrow('ECONNREFUSED');
});
