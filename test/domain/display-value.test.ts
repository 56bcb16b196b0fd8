import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDecimal } from '../../src/domain/decimal.ts';
import { currencyFormat, displayMoney, displayValue } from '../../src/domain/display-value.ts';
import { runs } from '../runs.ts';

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`), { size: 'max' });
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 35), fc.option(digits(1, 30)))
  .map(([sign, integer, fraction]) => `${sign}${integer}${fraction === null ? '' : `.${fraction}`}`);

test.each([
  ['100.000000000000000000000000000000', 'kg', '100 kg'],
  ['1200', 'kg', '1,200 kg'],
  ['0.5', '°C', '0.5 °C'],
  ['-40', '°F', '-40 °F'],
  ['-0.00', 'm', '0 m'],
  ['999', 'ea', '999 ea'],
  ['-999', 'ea', '-999 ea'],
  ['-1000', 'ea', '-1,000 ea'],
  ['123456.7891', 'L', '123,456.7891 L'],
  ['1234567', 'ft²', '1,234,567 ft²'],
  [
    '-12345678901234567890123456789012345.123456789012345678901234567891',
    'g',
    '-12,345,678,901,234,567,890,123,456,789,012,345.123456789012345678901234567891 g',
  ],
])('%s of %s is shown as %s', (value, abbreviation, shown) => {
  expect(displayValue(value, { type: 'MASS', abbreviation })).toBe(shown);
});

test.each([
  ['1234.560000000000000000000000000000', 'USD', '$1,234.56'],
  ['-5', 'USD', '-$5.00'],
  ['0', 'USD', '$0.00'],
  ['0.5', 'EUR', '€0.50'],
  ['1000', 'JPY', '¥1,000'],
  ['-1999.5', 'JPY', '-¥2,000'],
  ['1234.5', 'CAD', 'CA$1,234.50'],
  ['5', 'CHF', 'CHF 5.00'],
  ['-1234.5', 'CHF', '-CHF 1,234.50'],
  ['1.2345', 'KWD', 'KWD 1.235'],
  ['1234.5', 'HUF', 'HUF 1,234.50'],
  ['12345678901234567890123456789012345.125', 'USD', '$12,345,678,901,234,567,890,123,456,789,012,345.13'],
])('%s %s is shown as %s', (value, abbreviation, shown) => {
  expect(displayValue(value, { type: 'CURRENCY', abbreviation })).toBe(shown);
  expect(displayMoney(value, abbreviation)).toBe(shown);
});

test.each([
  ['0.005', '$0.01'],
  ['-0.005', '-$0.01'],
  ['1.004999999999999999999999999999', '$1.00'],
  ['2.675', '$2.68'],
  ['999.995', '$1,000.00'],
  ['-0.004', '$0.00'],
])('%s dollars are rounded half away from zero to %s', (value, shown) => {
  expect(displayMoney(value, 'USD')).toBe(shown);
});

test("an account's own currency is shown like any other unit", () => {
  expect(displayValue('1234.5', { type: 'CURRENCY', abbreviation: 'PTS' })).toBe('1,234.5 PTS');
  expect(displayMoney('-0.125', 'PTS')).toBe('-0.125 PTS');
});

test('a unit that is not a currency is not shown as one, even with the abbreviation of one', () => {
  expect(displayValue('5', { type: 'QUANTITY', abbreviation: 'USD' })).toBe('5 USD');
});

test('the displayed value of a measure parses to its value', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      const shown = displayValue(value, { type: 'VOLUME', abbreviation: 'm³' });

      expect(shown).toMatch(/^-?\d{1,3}(?:,\d{3})*(?:\.\d*[1-9])? m³$/);
      expect(shown.replace(' m³', '').replaceAll(',', '')).toBe(canonicalDecimal(value));
    }),
  );
});

test('money is shown as Intl shows it, with ordinary spaces and the digits of ISO 4217', () => {
  const code = fc.constantFrom(...Intl.supportedValuesOf('currency'));

  fc.assert(
    fc.property(code, fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (currency, eighths) => {
      const fractionDigits = currencyFormat(currency)?.fractionDigits ?? 2;
      const intl = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency,
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
        signDisplay: 'negative',
      });

      expect(displayMoney(String(eighths / 8), currency)).toBe(intl.format(eighths / 8).replace(/\s/g, ' '));
    }),
    runs(500),
  );
});
