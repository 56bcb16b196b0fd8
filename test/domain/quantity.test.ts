import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  convertQuantity,
  DimensionMismatchError,
  NotConvertibleError,
  type UnitOfMeasure,
} from '../../src/domain/quantity.ts';
import { runs } from '../runs.ts';

type Ratio = readonly [numerator: string, denominator?: string];

function unit(
  abbreviation: string,
  type: UnitOfMeasure['type'],
  [ratioNumerator, ratioDenominator = '1']: Ratio,
  [offsetNumerator, offsetDenominator = '1']: Ratio = ['0'],
): UnitOfMeasure {
  return {
    id: `un_${abbreviation}`,
    accountId: null,
    abbreviation,
    type,
    ratioNumerator,
    ratioDenominator,
    offsetNumerator,
    offsetDenominator,
    isBaseUnit: false,
  };
}

const kelvin = unit('K', 'TEMPERATURE', ['1']);
const celsius = unit('°C', 'TEMPERATURE', ['1'], ['27315', '100']);
const fahrenheit = unit('°F', 'TEMPERATURE', ['5', '9'], ['45967', '180']);
const kilogram = unit('kg', 'MASS', ['1']);
const pound = unit('lb', 'MASS', ['0.45359237']);
const minute = unit('min', 'TIME', ['60']);
const hour = unit('h', 'TIME', ['3600']);

test.each([
  { value: '100', from: celsius, converted: '212', to: fahrenheit },
  { value: '212', from: fahrenheit, converted: '100', to: celsius },
  { value: '0', from: celsius, converted: '273.15', to: kelvin },
  { value: '-459.67', from: fahrenheit, converted: '0', to: kelvin },
  { value: '-40', from: fahrenheit, converted: '-40', to: celsius },
  { value: '0', from: kelvin, converted: '-273.15', to: celsius },
  { value: '36.6', from: celsius, converted: '97.88', to: fahrenheit },
  { value: '1', from: pound, converted: '0.45359237', to: kilogram },
  { value: '0.45359237', from: kilogram, converted: '1', to: pound },
  { value: '1200.000000000000000000000000000000', from: pound, converted: '544.310844', to: kilogram },
  { value: '90', from: minute, converted: '1.5', to: hour },
  { value: '-2.25', from: hour, converted: '-135', to: minute },
])('$value $from.abbreviation is exactly $converted $to.abbreviation', ({ value, from, converted, to }) => {
  expect(convertQuantity(value, from, to)).toEqual({ value: converted, exact: true });
});

test.each([
  { value: '20', from: minute, converted: '0.333333333333333333333333333333', to: hour },
  { value: '40', from: minute, converted: '0.666666666666666666666666666667', to: hour },
  { value: '-40', from: minute, converted: '-0.666666666666666666666666666667', to: hour },
  { value: '1', from: kilogram, converted: '2.20462262184877580722973801345', to: pound },
  { value: '0', from: fahrenheit, converted: '-17.777777777777777777777777777778', to: celsius },
])(
  '$value $from.abbreviation is rounded to $converted $to.abbreviation',
  ({ value, from, converted, to }) => {
    expect(convertQuantity(value, from, to)).toEqual({ value: converted, exact: false });
  },
);

test('a tie is rounded to the even digit, regardless of the sign', () => {
  const whole = unit('ea', 'QUANTITY', ['1']);
  const pair = unit('pr', 'QUANTITY', ['2']);
  const ulps = (count: number, sign = '') => `${sign}0.${String(count).padStart(30, '0')}`;

  expect(convertQuantity(ulps(1), whole, pair)).toEqual({ value: '0', exact: false });
  expect(convertQuantity(ulps(3), whole, pair)).toEqual({ value: ulps(2), exact: false });
  expect(convertQuantity(ulps(5), whole, pair)).toEqual({ value: ulps(2), exact: false });
  expect(convertQuantity(ulps(1, '-'), whole, pair)).toEqual({ value: '0', exact: false });
  expect(convertQuantity(ulps(3, '-'), whole, pair)).toEqual({ value: ulps(2, '-'), exact: false });
});

test('converting to the same unit returns the value, however many digits it has', () => {
  const value = `-${'7'.repeat(35)}.${'3'.repeat(40)}`;

  expect(convertQuantity(value, fahrenheit, { ...fahrenheit })).toEqual({ value, exact: true });
  expect(convertQuantity('5.50', minute, minute)).toEqual({ value: '5.5', exact: true });
});

test('two units of equal ratio convert without change, with 65 digits in every term', () => {
  const full = (digit: string) => `${digit.repeat(35)}.${digit.repeat(30)}`;
  const odd = unit('odd', 'LENGTH', [full('7'), `-${full('9')}`], [full('3'), full('1')]);

  expect(convertQuantity(full('9'), odd, { ...odd, id: 'un_twin' })).toEqual({
    value: full('9'),
    exact: true,
  });
});

test('units of different dimensions do not convert', () => {
  const attempt = () => convertQuantity('1', kilogram, hour);

  expect(attempt).toThrow(DimensionMismatchError);
  expect(attempt).toThrow(
    expect.objectContaining({
      name: 'DimensionMismatchError',
      message: 'kg (MASS) cannot be converted to h (TIME).',
      from: kilogram,
      to: hour,
    }),
  );
});

test('a unit that would divide by zero is rejected instead of returning Infinity', () => {
  const broken = unit('x', 'MASS', ['0']);

  expect(() => convertQuantity('1', kilogram, broken)).toThrow(
    new RangeError('Units un_kg and un_x have no conversion: it would divide by zero.'),
  );
  expect(convertQuantity('1', broken, kilogram)).toEqual({ value: '0', exact: true });
});

type Fraction = { readonly n: bigint; readonly d: bigint };

const SCALE = 10n ** 30n;

function fraction(text: string): Fraction {
  const [integer = '', decimals = ''] = text.split('.');
  return { n: BigInt(integer + decimals), d: 10n ** BigInt(decimals.length) };
}
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
const abs = (n: bigint) => (n < 0n ? -n : n);

/** The textbook formula over BigInt fractions, and the result in units of 10^-30. */
function oracle(value: string, from: UnitOfMeasure, to: UnitOfMeasure) {
  const ratio = (u: UnitOfMeasure) => over(fraction(u.ratioNumerator), fraction(u.ratioDenominator));
  const offset = (u: UnitOfMeasure) => over(fraction(u.offsetNumerator), fraction(u.offsetDenominator));
  const base = plus(times(fraction(value), ratio(from)), offset(from));
  const { n, d } = over(minus(base, offset(to)), ratio(to));
  const scaled = abs(n) * SCALE;
  const down = scaled / abs(d);
  const rest = (scaled % abs(d)) * 2n;
  const up = rest > abs(d) || (rest === abs(d) && down % 2n === 1n);
  const ulps = (up ? down + 1n : down) * (n < 0n !== d < 0n ? -1n : 1n);
  return { ulps, exact: rest === 0n };
}

function ulpsOf(text: string): bigint {
  const { n, d } = fraction(text);
  return (n * SCALE) / d;
}

/** Up to 35 integer and 30 fractional digits, either sign. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 65n) + 1n, max: 10n ** 65n - 1n }), fc.integer({ min: 0, max: 30 }))
  .map(([digits, places]) => {
    const text = String(abs(digits) / 10n ** BigInt(30 - places)).padStart(places + 1, '0');
    const point = text.length - places;
    return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ''}`;
  });
const smallDecimal = fc.integer({ min: -9999, max: 9999 }).map((n) => String(n / 100));
const anyDecimal = fc.oneof(decimal, smallDecimal);
const nonZero = anyDecimal.filter((text) => /[1-9]/.test(text));
const anyUnit = fc
  .tuple(fc.uuid(), nonZero, nonZero, anyDecimal, nonZero)
  .map(([id, rn, rd, on, od]) => ({ ...unit('u', 'VOLUME', [rn, rd], [on, od]), id }));

test('a conversion equals the one with fractions of integers', () => {
  fc.assert(
    fc.property(anyDecimal, anyUnit, anyUnit, (value, from, to) => {
      const converted = convertQuantity(value, from, to);

      expect({ ulps: ulpsOf(converted.value), exact: converted.exact }).toEqual(oracle(value, from, to));
    }),
    runs(2000),
  );
});

test('an exact conversion there and back returns the original value', () => {
  const powerOfTen = fc
    .integer({ min: -7, max: 7 })
    .map((n) => (n < 0 ? `0.${'1'.padStart(-n, '0')}` : `1${'0'.repeat(n)}`));
  const finite = fc
    .tuple(
      powerOfTen,
      fc.constantFrom('1', '2', '4', '5', '8', '-25'),
      smallDecimal,
      fc.constantFrom('1', '2', '-5', '100'),
    )
    .map(([rn, rd, on, od]) => unit('u', 'LENGTH', [rn, rd], [on, od]));
  const value = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })).map(String);

  fc.assert(
    fc.property(value, finite, finite, (given, a, b) => {
      const from = { ...a, id: 'un_from' };
      const to = { ...b, id: 'un_to' };

      const there = convertQuantity(given, from, to);

      expect(there.exact).toBe(true);
      expect(convertQuantity(there.value, to, from)).toEqual({ value: given, exact: true });
    }),
  );
});

const dollar = { ...unit('USD', 'CURRENCY', ['1']), isBaseUnit: true };
const [euro, yen] = [unit('EUR', 'CURRENCY', ['1']), unit('JPY', 'CURRENCY', ['1'])];
const own = (code: string, ratio: string) => ({ ...unit(code, 'CURRENCY', [ratio]), accountId: 'acc_1' });
const [points, stars, franc] = [own('PTS', '0.01'), own('STAR', '0.5'), own('CHF', '1.1')];

test.each([
  [euro, dollar, 'EUR cannot be converted to USD: EUR has no exchange rate.'],
  [dollar, euro, 'USD cannot be converted to EUR: EUR has no exchange rate.'],
  [euro, yen, 'EUR cannot be converted to JPY: EUR has no exchange rate.'],
  [franc, dollar, 'CHF cannot be converted to USD: CHF has no exchange rate.'],
  [franc, points, 'CHF cannot be converted to PTS: CHF has no exchange rate.'],
  [points, euro, 'PTS cannot be converted to EUR: EUR has no exchange rate.'],
])('a currency has no exchange rate: $0.abbreviation to $1.abbreviation', (from, to, message) => {
  expect(() => convertQuantity('1', from, to)).toThrow(new NotConvertibleError(from, to));
  expect(() => convertQuantity('1', from, to)).toThrow(message);
});

test('an account’s own currency that is not in ISO 4217 converts by its ratio to the base unit', () => {
  expect(convertQuantity('250', points, dollar)).toEqual({ value: '2.5', exact: true });
  expect(convertQuantity('2.5', dollar, points)).toEqual({ value: '250', exact: true });
  expect(convertQuantity('100', points, stars)).toEqual({ value: '2', exact: true });
  expect(convertQuantity('7.50', franc, franc)).toEqual({ value: '7.5', exact: true });
});
