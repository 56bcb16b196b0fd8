import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../src/importers/input-error.ts';
import type { Place } from '../../../src/importers/mapping/field.ts';
import { instant, localInstant } from '../../../src/importers/mapping/instant.ts';

function read(value: unknown, timeZone?: string) {
  const warnings: string[] = [];
  const place: Place = {
    path: 'created',
    system: 'WAREHOUSE',
    options: { timeZone },
    warn: (code) => void warnings.push(code),
    nest: () => undefined,
  };
  return [instant(value, place), ...warnings];
}

test.each([
  ['2024-11-02T14:22:00Z', '2024-11-02T14:22:00.000Z'],
  ['2024-11-02t14:22:00.123456z', '2024-11-02T14:22:00.123Z'],
  ['2024-11-02 14:22 UTC', '2024-11-02T14:22:00.000Z'],
  ['2024-11-02T14:22:00+02:00', '2024-11-02T12:22:00.000Z'],
  ['2024-11-02T14:22:00-0530', '2024-11-02T19:52:00.000Z'],
  ['2024-02-29T00:00:00+01', '2024-02-28T23:00:00.000Z'],
])('%s has an offset', (given, at) => {
  expect(read(given)).toEqual([at]);
});

test.each([
  ['2024-07-01T12:00:00', 'America/Chicago', '2024-07-01T17:00:00.000Z'],
  ['2024-01-01 12:00', 'America/Chicago', '2024-01-01T18:00:00.000Z'],
  ['2024-01-01', 'Europe/Berlin', '2023-12-31T23:00:00.000Z'],
  ['2024-01-01T12:00:00', 'Asia/Kathmandu', '2024-01-01T06:15:00.000Z'],
  ['2024-03-10T01:59:59', 'America/Chicago', '2024-03-10T07:59:59.000Z'],
  ['2024-03-10T03:00:00', 'America/Chicago', '2024-03-10T08:00:00.000Z'],
  ['2024-11-03T00:59:59', 'America/Chicago', '2024-11-03T05:59:59.000Z'],
  ['2024-11-03T02:00:00', 'America/Chicago', '2024-11-03T08:00:00.000Z'],
])('%s is a time in %s', (given, timeZone, at) => {
  expect(read(given, timeZone)).toEqual([at]);
});

test.each([
  // 02:30 does not exist; 03:30 does.
  ['2024-03-10T02:30:00', 'America/Chicago', '2024-03-10T08:30:00.000Z'],
  ['2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
  // The island skipped a day.
  ['2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  // The first of two.
  ['2024-11-03T01:30:00', 'America/Chicago', '2024-11-03T06:30:00.000Z'],
  ['2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
  // A change by half an hour.
  ['2024-04-07T01:45:00', 'Australia/Lord_Howe', '2024-04-06T14:45:00.000Z'],
])('%s does not exist once in %s', (given, timeZone, at) => {
  expect(read(given, timeZone)).toEqual([at, 'CONVERTED']);
});

test.each(['0001-01-01T00:00:00Z', '0001-01-01T00:00:00', '0001-01-01T05:30:00+05:30'])(
  '%s is no time',
  (given) => {
    expect(read(given)).toEqual([undefined]);
  },
);

test.each([
  ...['soon', '2023-02-29', '2024-13-01', '2024-01-01T24:00:00Z', '2024-01-01T12:60:00Z', '01/02/2024'],
  ...[1704067200, {}, true],
])('%j is invalid', (given) => {
  expect(read(given, 'UTC')).toEqual([undefined, 'INVALID']);
});

test('a time without offset requires a time zone', () => {
  expect(() => read('2024-01-01T12:00:00')).toThrow(InputError);
});

test('a time that a zone shows is that of its instant', () => {
  const zones = ['America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  const times = fc.integer({ min: Date.UTC(1975), max: Date.UTC(2035) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), times, (timeZone, time) => {
      const at = Math.floor(time / 1000) * 1000;
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
      const wall = Date.parse(`${shown.format(at).replace(' ', 'T')}Z`);
      const { instant: found, issue } = localInstant(wall, timeZone);
      if (issue === 'OVERLAP') expect([at, at - 1_800_000, at - 3_600_000]).toContain(found);
      else expect([found, issue]).toEqual([at, undefined]);
    }),
  );
});
