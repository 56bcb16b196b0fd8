import { expect, test } from 'vitest';
import { codesOf, openHttpGateway, serve } from './http-gateway.ts';
import { endlessSeconds, slowDown, untilRunning } from './statements-under-way.ts';

const endlessMs = endlessSeconds * 1_000;
const patient = await openHttpGateway({ limits: { requestMs: endlessMs } }, endlessMs);
const { pool, serving } = patient;
const impatient = await serve({ serving }, { limits: { requestMs: 300 } });

const query = '{ customers(first: 1) { nodes { name } } viewer { account { name } } }';
const page = 'Query.customers page';

test('a request that takes too long gets a 504, and PostgreSQL cancels its statement', async () => {
  const restore = await slowDown(pool, endlessSeconds);

  const reply = await impatient.ask(query);

  await untilRunning(pool, page, 0);
  await restore();
  expect([reply.status, codesOf(reply), reply.data]).toEqual([504, ['TIMEOUT'], undefined]);
  expect(impatient.log.filter((line) => line.includes('took over 300 ms'))).toHaveLength(1);
});

test('when the client disconnects, PostgreSQL cancels the statement', async () => {
  const restore = await slowDown(pool, endlessSeconds);
  const hangUp = new AbortController();

  const asked = patient.ask(query, {}, { signal: hangUp.signal }).catch((error: Error) => error.name);
  await untilRunning(pool, page, 1);
  hangUp.abort();
  const outcome = await asked;
  await untilRunning(pool, page, 0);

  await restore();
  expect(outcome).toBe('AbortError');
});

test('requests after a canceled statement are answered', async () => {
  const restore = await slowDown(pool, endlessSeconds);
  const stopped = await Promise.all(Array.from({ length: 12 }, () => impatient.ask(query)));
  await restore();

  const after = await Promise.all(Array.from({ length: 24 }, () => patient.ask(query)));

  expect(stopped.map(({ status }) => status)).toEqual(Array(12).fill(504));
  expect(after.map(({ errors }) => errors)).toEqual(Array(24).fill(undefined));
});
