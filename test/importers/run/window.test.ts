import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SourceRecord } from '../../../src/importers/record.ts';
import { maxSizes, windowsOf } from '../../../src/importers/run/window.ts';
import { customer } from './records.ts';

test('other work is done while a window is read', async () => {
  const count = 100;
  let read = 0;
  async function* records(): AsyncGenerator<SourceRecord> {
    for (; read < count; read += 1) yield customer(String(read), {});
  }

  const window = windowsOf(records(), maxSizes).next();
  await setImmediate();
  const readBefore = read;

  expect((await window).value?.entries).toHaveLength(count);
  expect(readBefore).toBeLessThan(count);
});
