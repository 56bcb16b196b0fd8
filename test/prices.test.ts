import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withPrices } from '../scripts/price-table.mjs';
import { prices } from '../src/prices.ts';

test('docs/limits.md prints the price table (`npm run prices` rewrites it)', async () => {
  const text = await readFile('docs/limits.md', 'utf8');

  expect(text).toBe(withPrices(text, prices));
});
