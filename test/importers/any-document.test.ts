import fc from 'fast-check';
import { expect, test } from 'vitest';
import { augno } from '../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import { asyncProperty } from '../property.ts';
import { address, customer, older } from './augno.ts';
import { readText } from './read.ts';

const samples: readonly object[] = [
  ...[customer, older, address('ad_1', 'standard')],
  { shortID: 'A', name: 'B', city: 'C', active: true, created: '2024-01-01T00:00:00' },
  {
    data: {
      ...{ type: 'customers', id: 'c1', attributes: { email: 'a@b.example', metadata: {} } },
      relationships: { orders: { data: [{ type: 'orders', id: 'o1' }] }, tags: { data: [] } },
    },
    included: [{ type: 'orders', id: 'o1', attributes: { number: 1, total_amount_with_taxes_cents: 5 } }],
  },
];

/** The paths of all values in a document. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]))];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const before = value as Record<string, unknown>;
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === name ? replaced(each, rest, other) : each));
  return { ...before, [name]: replaced(before[name], rest, other) };
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    'NULL',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [null],
    '0001-01-01T00:00:00Z',
    '\0',
    '\ud800',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test('a document with any value in any place results in records and rejections', async () => {
  const places = samples.flatMap((sample) => pathsOf(sample).map((path) => [sample, path] as const));
  await fc.assert(
    asyncProperty(fc.constantFrom(...places), odd, async ([sample, path], value) => {
      const text = JSON.stringify(replaced(sample, path, value));
      for (const mapper of [augno, inventoryPro, commerceLayer])
        for (const each of await readText(mapper, text)) {
          expect(each.position).toMatch(/^stdin/);
          if (each.kind === 'rejection') expect(each.reason.message).not.toBe('');
          else expect(JSON.parse(JSON.stringify(each.item))).toEqual(each.item);
        }
    }),
    { numRuns: 300 },
  );
});
