import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal } from '../../src/domain/decimal.ts';
import { type Ratio, toGram, toKilogram } from '../../src/domain/mass-ratio.ts';
import { decimal } from '../round-trip/values.ts';

test.for([
  ['Kilogram', '1000', '1', '1', '1'],
  ['Gram', '1', '1', '0.001', '1'],
  ['a thousandth', '1', '1000', '1', '1000000'],
  ['Pound', '453.59237', '1', '0.45359237', '1'],
  ['a third of a gram', '1', '3', '0.001', '3'],
] as const)('%s has a ratio to the gram at Augno, and here to the kilogram', ([, ...texts]) => {
  const [numerator, denominator, ownNumerator, ownDenominator] = texts;
  const own = { numerator: ownNumerator, denominator: ownDenominator };
  expect(toKilogram({ numerator, denominator })).toEqual(own);
  expect(toGram(own)).toEqual({ numerator, denominator });
});

const Exact = Decimal.clone({ precision: 200 });
const product = (...all: readonly (string | number)[]) =>
  all.reduce((sum, each) => sum.times(each), new Exact(1)).toFixed();

const nonZero = decimal.filter((each) => /[1-9]/.test(each));

test('a ratio is exact in both directions', () => {
  fc.assert(
    fc.property(fc.record({ numerator: nonZero, denominator: nonZero }), (given: Ratio) => {
      const own = toKilogram(given);
      expect(product(own.numerator, given.denominator, 1000)).toBe(product(given.numerator, own.denominator));
      const back = toGram(own);
      expect(product(back.numerator, given.denominator)).toBe(product(given.numerator, back.denominator));
      expect([own, back].flatMap(Object.values).every((each) => parseDecimal(each).ok)).toBe(true);
    }),
  );
});
