import { expect, test } from 'vitest';
import { Spill } from '../../../src/importers/run/spill.ts';

test('values that are added at once, in more than memory holds, are read once and in order', async () => {
  const spill = new Spill<string>();
  const values = Array.from({ length: 12 }, (_, at) => `${at} ${'x'.repeat(300_000)}`);

  await Promise.all(values.map((value) => spill.add('customer', value)));

  const found: string[] = [];
  for await (const { value } of spill.read()) found.push(value);
  await spill.close();
  expect(found.map((value) => value.slice(0, 4))).toEqual(values.map((value) => value.slice(0, 4)));
});
