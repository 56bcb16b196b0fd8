import { expect, test } from 'vitest';
import { currencyFormat } from '../../src/domain/display-value.ts';

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
])('%s has the prefix %j and %i digits', (code, prefix, fractionDigits) => {
  expect(currencyFormat(code)).toEqual({ prefix, fractionDigits });
});

test.each(['PTS', 'usd', '$', 'US', '', 'kg'])('%j is not a currency code', (text) => {
  expect(currencyFormat(text)).toBeUndefined();
});

test('every currency of Intl has a prefix of plain characters', () => {
  const prefixes = Intl.supportedValuesOf('currency').map((code) => currencyFormat(code)?.prefix);

  expect(prefixes.filter((prefix) => !prefix || /[\d\u00a0\u202f]/.test(prefix))).toEqual([]);
});

test('the format of a currency is created once', () => {
  expect(currencyFormat('SEK')).toBe(currencyFormat('SEK'));
});
