import { expect, test } from 'vitest';
import { ImportMeter } from '../../src/cli/import-meter.ts';
import { ImportProgress } from '../../src/cli/import-progress.ts';
import type { Rejection } from '../../src/importers/record.ts';
import { Report } from '../../src/importers/run/report.ts';

/** Progress at instants that the test sets, in seconds. */
function progressWith(partOf?: (done: number) => number | undefined, isTTY = true) {
  const [report, lines]: [Report, string[]] = [new Report(), []];
  let now = 0;
  const stream = { isTTY, write: (text: string) => lines.push(text) };
  const progress = new ImportProgress(stream, partOf, () => now * 1_000);
  const showAt = (seconds: number, created: number) => {
    now = seconds;
    report.count('customer', 'created', created);
    progress.show(report);
    return lines.at(-1)?.replaceAll(/\r|\n|\p{Cc}\[K/gu, '');
  };
  return { showAt, report, lines };
}

test('the rate and the remaining time are shown if the size of the input is known', () => {
  const { showAt } = progressWith((done) => done / 10_000);

  expect(showAt(2, 1_000)).toBe('1000 records, 500 per second, 10 %, 0:18 remaining');
  expect(showAt(10, 4_000)).toBe('5000 records, 500 per second, 50 %, 0:10 remaining');
});

test('the remaining time is that of the recent rate', () => {
  const { showAt } = progressWith((done) => done / 1_000_000);
  // Unchanged records are fast.
  for (let second = 1; second <= 10; second += 1) showAt(second, 10_000);

  for (let second = 11; second < 60; second += 1) showAt(second, 100);
  expect(showAt(60, 100)).toBe('105000 records, 100 per second, 10 %, 2:29:10 remaining');
});

test('without a known size, only the number and the rate are shown', () => {
  const { showAt, report } = progressWith();
  report.count('customer', 'rejected', 2);

  expect(showAt(4, 398)).toBe('400 records, 100 per second, 2 rejected');
});

test('a file has a line every 10 s, a terminal one that is replaced', () => {
  const file = progressWith(undefined, false);
  file.showAt(9, 10);
  expect(file.lines).toEqual([]);
  file.showAt(10, 10);
  expect(file.lines).toEqual(['20 records, 2 per second\n']);

  const terminal = progressWith();
  terminal.showAt(0.1, 1);
  expect(terminal.lines).toEqual([]);
  terminal.showAt(0.5, 1);
  expect(terminal.lines).toEqual(['\r2 records, 4 per second\x1b[K']);
});

const rejection: Rejection = {
  ...{ kind: 'rejection', position: 'file.json', sourceId: null, raw: {} },
  reason: { code: 'SYNTAX', path: '', message: 'The part is not JSON.' },
};

async function* streamOf<T>(...values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

test('the part of the input is that of the processed records, since reading is ahead', async () => {
  const meter = new ImportMeter(1_000);
  meter.onBytes(500);
  for await (const _ of meter.counted(streamOf(rejection, rejection, rejection, rejection)));

  expect([0, 1, 4, 9].map(meter.partOf)).toEqual([0, 0.125, 0.5, 0.5]);
  expect(new ImportMeter(undefined).partOf(1)).toBeUndefined();
  expect(new ImportMeter(0).partOf(1)).toBeUndefined();
});
