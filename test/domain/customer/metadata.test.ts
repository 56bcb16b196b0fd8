import { expect, test } from 'vitest';
import { mergePatch } from '../../../src/domain/customer/metadata.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const told = 'events(first: 1) { nodes { changes { path oldValue newValue } } }';
const patch = (input: object) =>
  mutate(
    us,
    'customerMetadataPatch',
    input,
    `customer { version metadata ${told} }`,
    'CustomerMetadataInput',
  );

/** All examples of RFC 7396, appendix A. */
test.for([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
] as const)('%j patched with %j is %j', ([target, given, result]) => {
  expect(mergePatch(target, given)).toEqual(result);
});

test('a property name reserved by JavaScript is an ordinary key', () => {
  const given: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"b": 2}}');

  const merged = mergePatch({}, given);

  expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1},"constructor":{"b":2}}');
  expect({}).not.toHaveProperty('a');
});

test('a patch changes a part of the metadata and keeps the rest', async () => {
  const { id } = await add.addCustomer(db, accountId, {
    metadata: { keep: 1, gone: 2, in: { a: 1, b: [1] } },
  });

  const { customer } = await patch({
    by: { id },
    ifVersion: 1,
    patch: { gone: null, in: { b: [2, null] }, new: 'x' },
  });

  const metadata = { keep: 1, in: { a: 1, b: [2, null] }, new: 'x' };
  expect(customer).toMatchObject({ version: 2, metadata });
  expect(customer.events.nodes[0].changes).toEqual([
    {
      path: 'metadata',
      oldValue: '{"gone":2,"in":{"a":1,"b":[1]},"keep":1}',
      newValue: '{"in":{"a":1,"b":[2,null]},"keep":1,"new":"x"}',
    },
  ]);
});

test('a patch without effect writes nothing', async () => {
  const { id } = await add.addCustomer(db, accountId, { metadata: { a: { b: 1, c: 2 } } });
  const before = await everythingWritten(pool);

  for (const each of [{}, { a: { c: 2 } }, { a: {} }, { x: null }])
    expect((await patch({ by: { id }, patch: each })).customer.version).toBe(1);

  expect(await everythingWritten(pool)).toBe(before);
});

test('metadata over its limit is rejected with all errors', async () => {
  const { id } = await add.addCustomer(db, accountId, { metadata: { a: 'x'.repeat(65_000) } });
  const before = await everythingWritten(pool);

  const much = await patch({ by: { id }, patch: { b: 'x'.repeat(600) }, ifVersion: 3 });
  const half = await patch({ by: { id }, patch: { b: '\ud800' } });

  expect(faultsOf(much)).toEqual(['STALE_VERSION ifVersion', 'TOO_LONG patch']);
  expect(faultsOf(half)).toEqual(['INVALID patch']);
  expect(faultsOf(await patch({ by: { id: 'cus_0' }, patch: {} }))).toEqual(['NOT_FOUND by']);
  expect(await everythingWritten(pool)).toBe(before);
  expect((await patch({ by: { id }, patch: { a: 'x', b: 'x'.repeat(600) } })).userErrors).toEqual([]);
});

test('a dry run returns the metadata, and 50 concurrent patches lose none', async () => {
  const { id } = await add.addCustomer(db, accountId);

  expect((await patch({ by: { id }, patch: { dry: 1 }, dryRun: true })).customer.metadata).toEqual({
    dry: 1,
  });
  await Promise.all(Array.from({ length: 50 }, (_, at) => patch({ by: { id }, patch: { [`k${at}`]: at } })));

  const { metadata, version } = await db.customer.findFirstOrThrow({ where: { id } });
  expect(version).toBe(51);
  expect(Object.keys(metadata as object)).toHaveLength(50);
});
