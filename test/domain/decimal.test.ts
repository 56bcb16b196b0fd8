import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDecimal, parseDecimal } from '../../src/domain/decimal.ts';

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`), { size: 'max' });

/** Any spelling that PostgreSQL or a caller gives, leading and trailing zeros included. */
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
])('%s is written %s', (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each([
  ['1.5e+30', '1500000000000000000000000000000'],
  ['1e-7', '0.0000001'],
  ['+1.0', '1'],
  ['.5', '0.5'],
])("%s, a spelling of decimal.js', is written %s", (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each(['NaN', 'Infinity', '-Infinity', '', 'ten', '1,200'])('%j has no canonical text', (text) => {
  expect(() => canonicalDecimal(text)).toThrow();
});

test('the canonical text is what decimal.js writes out', () => {
  fc.assert(
    fc.property(spelling, (text) => {
      expect(canonicalDecimal(text)).toBe(new Decimal(text).toFixed());
    }),
  );
});

test('a canonical text is its own canonical text', () => {
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
])('a caller may write %s', (text, value) => {
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
])('a caller may not write %j', (text) => {
  expect(parseDecimal(text)).toEqual({
    ok: false,
    reason: 'A decimal is written in plain digits, with a point before the fraction: "-1234.56".',
  });
});

test('a caller may not write more digits than the database keeps', () => {
  expect(parseDecimal('1'.repeat(36))).toEqual({
    ok: false,
    reason: 'A decimal has at most 35 digits before the point, not 36.',
  });
  expect(parseDecimal(`-0.${'1'.repeat(31)}`)).toEqual({
    ok: false,
    reason: 'A decimal has at most 30 digits after the point, not 31.',
  });
});

test('a million digits are refused without delay', () => {
  const started = performance.now();

  expect(parseDecimal('9'.repeat(1_000_000))).toMatchObject({ ok: false });
  expect(parseDecimal(`${'0'.repeat(1_000_000)}x`)).toMatchObject({ ok: false });
  expect(performance.now() - started).toBeLessThan(1000);
});
