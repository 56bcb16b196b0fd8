import { expect, test } from 'vitest';
import { currencyFormat } from '../../src/domain/currency.ts';

test.each([
  ['USD', '$', 2],
  ['EUR', '€', 2],
  ['CAD', 'CA$', 2],
  ['JPY', '¥', 0],
  ['KRW', '₩', 0],
  ['CHF', 'CHF ', 2],
  ['KWD', 'KWD ', 3],
  ['XOF', 'F CFA ', 0],
  ['HUF', 'HUF ', 2],
])('%s is written with %j and %i digits', (code, prefix, fractionDigits) => {
  expect(currencyFormat(code)).toEqual({ prefix, fractionDigits });
});

test.each(['PTS', 'usd', '$', 'US', '', 'kg'])('%j is no currency code', (text) => {
  expect(currencyFormat(text)).toBeUndefined();
});

test('every currency that Intl knows has a prefix of plain characters', () => {
  const prefixes = Intl.supportedValuesOf('currency').map((code) => currencyFormat(code)?.prefix);

  expect(prefixes.filter((prefix) => !prefix || /[\d\u00a0\u202f]/.test(prefix))).toEqual([]);
});

test('a format is made once for each currency', () => {
  expect(currencyFormat('SEK')).toBe(currencyFormat('SEK'));
});
