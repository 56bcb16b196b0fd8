import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { isRunning } from '../embedded/data-directory.ts';
import { eventually } from '../eventually.ts';
import { type Serving, serve } from './command.ts';
import { workersOf } from './workers-of.ts';

const { url, pool } = await openTestDatabase(inject('demo'));
const long = { DATABASE_URL: url, DRAIN_MS: '600000', LOG_LEVEL: 'warn' };

const stateOf = async ({ url }: Serving): Promise<string> => {
  const response = await fetch(new URL('/ready', url));
  return ((await response.json()) as { readonly state: string }).state;
};

/** Checks each gateway every 50 ms, like a load balancer, and sends requests to those that are ready. */
function balance(gateways: readonly Serving[], signal: AbortSignal) {
  let ready = gateways;
  const done = (async () => {
    while (!signal.aborted) {
      const states = await Promise.all(gateways.map((each) => stateOf(each).catch(() => 'stopped')));
      ready = gateways.filter((_, index) => states[index] === 'ready');
      await sleep(50, undefined, { signal }).catch(() => undefined);
    }
  })();
  return { next: (count: number) => ready[count % ready.length], done };
}

async function write(gateway: Serving | undefined, number: string): Promise<string> {
  const query = `mutation { customerCreate(input: { name: "Drained", number: "${number}" }) { userErrors { code } } }`;
  try {
    const { status, data } = (await gateway?.ask(query)) ?? {};
    return `${status} ${JSON.stringify(data)}`;
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error) : error);
  }
}

test.for(['1', '2'])(
  'one of two gateways with %s processes stops without a failed write',
  async (workers) => {
    const env = { DATABASE_URL: url, DRAIN_MS: '2000', WORKERS: workers, LIMIT_BUCKET: '1000000' };
    const [old, heir] = [await serve(env), await serve(env)];
    const over = new AbortController();
    const { next, done } = balance([old, heir], over.signal);
    const outcomes: string[] = [];
    const clients = Array.from({ length: 4 }, async (_, client) => {
      for (let each = 0; !over.signal.aborted; each += 1)
        outcomes.push(await write(next(each + client), `D${workers}-${client}-${each}`));
    });

    const reaches = (count: number) => eventually(() => expect(outcomes.length).toBeGreaterThan(count));

    await reaches(8);
    expect(await old.end('SIGTERM', 'group')).toBe(0);
    await reaches(outcomes.length + 8);

    over.abort();
    await Promise.all([done, ...clients]);
    expect(new Set(outcomes)).toEqual(new Set(['200 {"customerCreate":{"userErrors":[]}}']));
    const { rows } = await pool.query(
      `select count(*)::int as count from customers where name = 'Drained' and number like $1`,
      [`D${workers}-%`],
    );
    expect(rows[0].count).toBe(outcomes.length);
    expect(await heir.end('SIGINT')).toBe(0);
  },
);

test.for([
  ['1', 'SIGINT'],
  ['1', 'SIGHUP'],
  ['2', 'SIGINT'],
] as const)('a drain of %s processes is skipped by %s', async ([workers, signal]) => {
  const gateway = await serve({ ...long, WORKERS: workers });
  const processes = workersOf(gateway);
  const ended = gateway.end('SIGTERM');
  await gateway.prints(/Draining for 600 s; send another signal to skip this …\n$/);
  await eventually(async () => expect(await stateOf(gateway)).toBe('draining'));
  expect((await gateway.ask('{ viewer { scopes } }')).status).toBe(200);

  gateway.end(signal);

  expect(await ended).toBe(0);
  expect(gateway.printed()).toMatch(/Stopping …\n$/);
  expect(processes.map(isRunning)).toEqual(processes.map(() => false));
});

test.for(['1', '2'])('a drain of %s processes is skipped by a second SIGTERM', async (workers) => {
  const gateway = await serve({ ...long, WORKERS: workers });
  const ended = gateway.end('SIGTERM', 'group');
  await gateway.prints(/Draining for/);

  // A second signal within the first second is a duplicate of the first.
  await sleep(1_100);
  gateway.end('SIGTERM');

  expect(await ended).toBe(0);
});

test('SIGINT stops without a drain', async () => {
  const gateway = await serve(long);

  expect(await gateway.end('SIGINT')).toBe(0);

  expect(gateway.printed()).not.toContain('Draining');
});
