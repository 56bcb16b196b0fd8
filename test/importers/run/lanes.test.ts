import { expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/importers/record.ts';
import { entryOf } from '../../../src/importers/run/entry.ts';
import { Lanes } from '../../../src/importers/run/lanes.ts';
import type { Batch } from '../../../src/importers/run/window.ts';
import { address, customer, ref } from './records.ts';

const batch = (...records: readonly SourceRecord[]): Batch => ({
  kind: records[0]?.kind ?? 'customer',
  entries: records.map(entryOf),
});

/** Whether the second batch begins before the first one has ended. */
async function isBeside(first: Batch, second: Batch, max = 2): Promise<boolean> {
  const lanes = new Lanes(max);
  const log: string[] = [];
  let end = (): void => undefined;
  (await lanes.ready(first))(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    log.push('first');
  });
  const ready = lanes.ready(second);
  const begun = ready.then((begin) => begin(async () => void log.push('second')));
  await Promise.race([begun, new Promise((resolve) => setImmediate(resolve))]);
  end();
  await begun;
  await lanes.settle();
  return log[0] === 'second';
}

const one = customer('c1', { number: '17', shopper: { email: 'Ada@x.example' }, priceGroups: [ref('g1')] });

test('customers without a common key are saved beside each other', async () => {
  expect(await isBeside(batch(one), batch(customer('c2', { priceGroups: [ref('g1')] })))).toBe(true);
  expect(await isBeside(batch(one), batch(customer('c2')), 1)).toBe(false);
});

test.for([
  ['the record', customer('c1 ')],
  ['the number', customer('c2', { number: '17' })],
  ['the email', customer('c2', { shopper: { email: 'ada@X.example' } })],
  ['the number as another key', customer('c2', { shortId: '17' })],
  ['the parent', customer('c2', { parent: ref('c1') })],
  ['another record', customer('c2', { addSources: [{ system: 'OTHER', sourceId: 'c1' }] })],
  ['an address', customer('c2', { billToAddress: ref('c1') })],
  ['another kind', address('a1', 'c2')],
] as const)('%s is a reason to wait', async ([, second]) => {
  expect(await isBeside(batch(one), batch(second))).toBe(false);
  expect(await isBeside(batch(second), batch(one))).toBe(false);
});

test('the error of a batch is thrown before the next one, and by the end', async () => {
  const lanes = new Lanes(2);
  (await lanes.ready(batch(one)))(() => Promise.reject(new Error('lost')));

  await lanes.end();
  await expect(lanes.ready(batch(customer('c2')))).rejects.toThrow('lost');
  await expect(lanes.settle()).rejects.toThrow('lost');
});
