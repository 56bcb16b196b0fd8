import { expect, test } from 'vitest';
import { codesOf, openHttpGateway, serve } from './http-gateway.ts';
import { slowDown, untilRunning } from './statements-under-way.ts';

const patient = await openHttpGateway();
const { pool, serving } = patient;
const impatient = await serve({ serving }, { limits: { requestMs: 300 } });

const query = '{ customers(first: 1) { nodes { name } } viewer { account { name } } }';
const page = 'Query.customers page';

test('a request that takes too long is a 504, and PostgreSQL runs its statement no more', async () => {
  const restore = await slowDown(pool, 4);
  const start = performance.now();

  const reply = await impatient.ask(query);

  const took = performance.now() - start;
  await untilRunning(pool, page, 0);
  const stopped = performance.now() - start;
  await restore();
  expect([reply.status, codesOf(reply), reply.data]).toEqual([504, ['TIMEOUT'], undefined]);
  expect(took).toBeLessThan(1_500);
  expect(stopped).toBeLessThan(2_500);
  expect(impatient.log.filter((line) => line.includes('took over 300 ms'))).toHaveLength(1);
});

test('when the caller hangs up, PostgreSQL runs the statement no more', async () => {
  const restore = await slowDown(pool, 4);
  const start = performance.now();
  const hangUp = new AbortController();

  const asked = patient.ask(query, {}, { signal: hangUp.signal }).catch((error: Error) => error.name);
  await untilRunning(pool, page, 1);
  hangUp.abort();
  const outcome = await asked;
  await untilRunning(pool, page, 0);
  const stopped = performance.now() - start;

  await restore();
  expect(outcome).toBe('AbortError');
  expect(stopped).toBeLessThan(3_000);
});

test('what comes after a statement that was stopped is answered', async () => {
  const restore = await slowDown(pool, 4);
  const stopped = await Promise.all(Array.from({ length: 12 }, () => impatient.ask(query)));
  await restore();

  const after = await Promise.all(Array.from({ length: 24 }, () => patient.ask(query)));

  expect(stopped.map(({ status }) => status)).toEqual(Array(12).fill(504));
  expect(after.map(({ errors }) => errors)).toEqual(Array(24).fill(undefined));
});
