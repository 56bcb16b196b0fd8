import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDecimal, parseDecimal } from '../../src/domain/decimal.ts';

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`), { size: 'max' });

/** Any spelling that PostgreSQL or a caller can send, including leading and trailing zeros. */
const spelling = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 40), fc.option(digits(1, 40)))
  .map(([sign, integer, fraction]) => `${sign}${integer}${fraction === null ? '' : `.${fraction}`}`);

test.each([
  ['1234.560000000000000000000000000000', '1234.56'],
  ['1200.000000000000000000000000000000', '1200'],
  ['0.000000000000000000000000000000', '0'],
  ['-0.000000000000000000000000000000', '0'],
  ['-0.000000000000000000000000000001', '-0.000000000000000000000000000001'],
  ['0.5', '0.5'],
  ['100', '100'],
  ['007.10', '7.1'],
  ['000', '0'],
  ['-0', '0'],
  ['-00.50', '-0.5'],
])('%s has the canonical form %s', (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each([
  ['1.5e+30', '1500000000000000000000000000000'],
  ['1e-7', '0.0000001'],
  ['+1.0', '1'],
  ['.5', '0.5'],
])('%s, a spelling of decimal.js, has the canonical form %s', (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each(['NaN', 'Infinity', '-Infinity', '', 'ten', '1,200'])('%j has no canonical form', (text) => {
  expect(() => canonicalDecimal(text)).toThrow();
});

test('the canonical form equals the fixed notation of decimal.js', () => {
  fc.assert(
    fc.property(spelling, (text) => {
      expect(canonicalDecimal(text)).toBe(new Decimal(text).toFixed());
    }),
  );
});

test('the canonical form of a canonical form is itself', () => {
  fc.assert(
    fc.property(spelling, (text) => {
      const canonical = canonicalDecimal(text);

      expect(canonicalDecimal(canonical)).toBe(canonical);
    }),
  );
});

test.each([
  ['1234.560', '1234.56'],
  ['-0', '0'],
  [`000${'9'.repeat(35)}.${'9'.repeat(30)}000`, `${'9'.repeat(35)}.${'9'.repeat(30)}`],
  [`-${'9'.repeat(35)}`, `-${'9'.repeat(35)}`],
])('%s is accepted', (text, value) => {
  expect(parseDecimal(text)).toEqual({ ok: true, value });
});

test.each([
  '',
  ' 1',
  '1 ',
  '1\n',
  '1e5',
  '1E-5',
  '0x10',
  'NaN',
  'Infinity',
  '-Infinity',
  '+1',
  '.5',
  '5.',
  '-',
  '--1',
  '1,234',
  '1_000',
  '1.2.3',
  '١',
])('%j is rejected', (text) => {
  expect(parseDecimal(text)).toEqual({
    ok: false,
    reason: 'A decimal is written in plain digits, with a point before the fraction: "-1234.56".',
  });
});

test('more digits than the database stores are rejected', () => {
  expect(parseDecimal('1'.repeat(36))).toEqual({
    ok: false,
    reason: 'A decimal has at most 35 digits before the point, not 36.',
  });
  expect(parseDecimal(`-0.${'1'.repeat(31)}`)).toEqual({
    ok: false,
    reason: 'A decimal has at most 30 digits after the point, not 31.',
  });
});

test('a million digits are rejected', () => {
  expect(parseDecimal('9'.repeat(1_000_000))).toMatchObject({ ok: false });
  expect(parseDecimal(`${'0'.repeat(1_000_000)}x`)).toMatchObject({ ok: false });
});
