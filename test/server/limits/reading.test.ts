import { expect, test } from 'vitest';
import { scopes, type Viewer } from '../../../src/auth/viewer.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { MemoryBucket } from '../../../src/server/cost/cost-limiter.ts';
import { codesOf, openHttpGateway } from './http-gateway.ts';

const rate = { capacity: 20_000, refillPerSecond: 0.000_001 };
const bucket = new MemoryBucket(rate);

const viewer = async (caller: string | null): Promise<Viewer> => ({
  accountId: demoAccountId,
  accountUserId: null,
  scopes,
  caller: caller ?? '',
});

const { ask } = await openHttpGateway({ viewer, bucket, limits: { refill: 1 } });

const as = (caller: string) => (query: string) =>
  ask(query, {}, { headers: { 'content-type': 'application/json', authorization: caller } });

const spentBy = async (caller: string) => 20_000 - (await bucket.refund(caller, 0)).available;

const scopesOf = (count: number) => `{ viewer { ${'scopes '.repeat(count)} } }`;

test('reading a document costs 1 for each 50 tokens, and nothing once it is cached', async () => {
  const reader = as('reader');
  // 5 tokens and 30 fields.
  const query = scopesOf(28);

  const first = await reader(query);
  const afterFirst = await spentBy('reader');
  await reader(query);

  expect(first.errors).toBeUndefined();
  expect(first.extensions.cost).toMatchObject({ requested: 1, actual: 1 });
  expect(afterFirst).toBe(2);
  expect(await spentBy('reader')).toBe(3);
});

test('an invalid document costs as much to read', async () => {
  const wrong = as('wrong');

  const reply = await wrong(
    `{ ${Array.from({ length: 15 }, (_, at) => `unknown${at} { x y z w }`).join(' ')} }`,
  );

  expect(codesOf(reply)[0]).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await spentBy('wrong')).toBe(3);
});

test('a caller with an empty bucket cannot have further documents read', async () => {
  const empty = as('empty');
  await empty('{ viewer { scopes } }');
  await bucket.charge('empty', 30_000);

  const reply = await empty('{ unknown }');

  expect([reply.status, codesOf(reply)]).toEqual([429, ['THROTTLED']]);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(codesOf(await as('other')('{ unknown }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('planning below `first: 0` is charged, and not refunded', async () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'id' : `...F parentAccount { ${nested(depth - 1)} }`;
  const names = 'id name number note status active createdAt updatedAt reference metadata mode ediStatus';

  const { errors, extensions } = await as('planner')(
    `{ customers(first: 0) { nodes { ${nested(11)} } } } fragment F on Customer { ${names} }`,
  );

  expect(errors).toBeUndefined();
  expect(extensions.cost.requested).toBeGreaterThan(2);
  expect(extensions.cost.actual).toBe(extensions.cost.requested);
});

test('an operation rejected for its cost is charged for its planning', async () => {
  const fields = 'id name number note status active createdAt updatedAt reference metadata mode ediStatus';
  const parents = Array.from({ length: 12 }, (_, at) => `p${at}: parentAccount { ${fields} }`).join(' ');
  const query = `{ customers(first: 250) { nodes { ${parents} childAccounts(first: 250) { nodes { id } } } } }`;

  const { errors, extensions } = await as('rejected')(query);

  expect(errors?.[0]?.extensions.code).toBe('COST_LIMIT');
  expect(extensions.cost.actual).toBeGreaterThan(0);
  expect(await spentBy('rejected')).toBeGreaterThan(extensions.cost.actual);
});
