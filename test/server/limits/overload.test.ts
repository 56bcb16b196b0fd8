import { expect, test } from 'vitest';
import { codesOf, openHttpGateway } from './http-gateway.ts';
import { slowDown, untilRunning } from './statements-under-way.ts';

const { pool, ask, url } = await openHttpGateway({ limits: { inFlight: 8, waiting: 4 } });

const query = '{ customers(first: 1) { nodes { name } } }';
const times = <T>(count: number, of: () => T): T[] => Array.from({ length: count }, of);

test('requests beyond the slots wait, and those beyond the queue are rejected immediately', async () => {
  const restore = await slowDown(pool, 0.5);
  const first = times(8, () => ask(query));
  await untilRunning(pool, 'Query.customers page', 8);

  const others = await Promise.all(times(12, () => ask(query)));

  const answered = await Promise.all(first);
  await restore();
  const rejected = others.filter(({ status }) => status !== 200);
  expect(rejected.map(({ status }) => status)).toEqual(Array(8).fill(503));
  expect(rejected.flatMap(codesOf)).toEqual(Array(8).fill('OVERLOADED'));
  expect(rejected.map(({ headers }) => headers.get('retry-after'))).toEqual(Array(8).fill('1'));
  for (const { status, errors } of [...answered, ...others.filter((each) => !rejected.includes(each))])
    expect([status, errors]).toEqual([200, undefined]);
});

test('a gateway at full load reports that it is live', async () => {
  const restore = await slowDown(pool, 0.5);
  const first = times(8, () => ask(query));
  await untilRunning(pool, 'Query.customers page', 8);

  const health = await fetch(url.replace('/graphql', '/health'));
  const ready = await fetch(url.replace('/graphql', '/ready'));

  await Promise.all(first);
  await restore();
  expect([health.status, ready.status]).toEqual([200, 200]);
});

test('after bursts of load, requests succeed, and memory is released', async () => {
  const wave = () => Promise.all(times(40, () => ask('{ customers(first: 25) { nodes { name number } } }')));
  await wave();
  const before = process.memoryUsage().rss;

  const statuses = (await Promise.all(times(5, wave))).flat().map(({ status }) => status);
  const after = await ask(query);

  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(after.status).toBe(200);
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});
