import { Decimal } from 'decimal.js';
import { canonicalDecimal } from './decimal.ts';
import { currencyFormat } from './display-value.ts';

/** Decimal rounds to its precision; at the maximum, no operation here is rounded. */
const Exact = Decimal.clone({ defaults: true, precision: 1e9 });

const FRACTION_DIGITS = 30;

export type UnitDimension =
  | 'AREA'
  | 'CURRENCY'
  | 'LENGTH'
  | 'MASS'
  | 'QUANTITY'
  | 'TEMPERATURE'
  | 'TIME'
  | 'VOLUME';

export interface UnitOfMeasure {
  readonly id: string;
  /** Null if the system provides the unit. */
  readonly accountId: string | null;
  readonly abbreviation: string;
  readonly type: UnitDimension;
  readonly ratioNumerator: string;
  readonly ratioDenominator: string;
  readonly offsetNumerator: string;
  readonly offsetDenominator: string;
  readonly isBaseUnit: boolean;
}

export interface Conversion {
  readonly value: string;
  /** False if the exact value has more fractional digits than are stored. */
  readonly exact: boolean;
}

interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

export class DimensionMismatchError extends Error {
  override readonly name = 'DimensionMismatchError';
  readonly from: UnitOfMeasure;
  readonly to: UnitOfMeasure;

  constructor(from: UnitOfMeasure, to: UnitOfMeasure) {
    super(`${from.abbreviation} (${from.type}) cannot be converted to ${to.abbreviation} (${to.type}).`);
    this.from = from;
    this.to = to;
  }
}

export class NotConvertibleError extends Error {
  override readonly name = 'NotConvertibleError';

  constructor(from: UnitOfMeasure, to: UnitOfMeasure) {
    const currency = hasFixedRatio(from) ? to : from;
    super(
      `${from.abbreviation} cannot be converted to ${to.abbreviation}: ${currency.abbreviation} has no exchange rate.`,
    );
  }
}

/** Not a currency of the system or of ISO 4217, whose exchange rates change; the base unit has the ratio 1. */
function hasFixedRatio({ type, accountId, abbreviation, isBaseUnit }: UnitOfMeasure): boolean {
  if (type !== 'CURRENCY' || isBaseUnit) return true;
  return accountId !== null && currencyFormat(abbreviation) === undefined;
}

/** Converts a quantity to another unit: exact, or rounded half-even to 30 fractional digits. */
export function convertQuantity(value: string, from: UnitOfMeasure, to: UnitOfMeasure): Conversion {
  if (from.type !== to.type) throw new DimensionMismatchError(from, to);
  if (from.id === to.id) return { value: canonicalDecimal(value), exact: true };
  if (!hasFixedRatio(from) || !hasFixedRatio(to)) throw new NotConvertibleError(from, to);
  const converted = fromBase(toBase(value, from), to);
  if (converted.denominator.isZero()) {
    throw new RangeError(`Units ${from.id} and ${to.id} have no conversion: it would divide by zero.`);
  }
  return quotient(converted);
}

/** value × rn/rd + on/od, over one denominator. */
function toBase(value: string, unit: UnitOfMeasure): Fraction {
  const [rn, rd, on, od] = termsOf(unit);
  return { numerator: exact(value).times(rn).times(od).plus(on.times(rd)), denominator: rd.times(od) };
}

function fromBase({ numerator, denominator }: Fraction, unit: UnitOfMeasure): Fraction {
  const [rn, rd, on, od] = termsOf(unit);
  return {
    numerator: numerator.times(od).minus(denominator.times(on)).times(rd),
    denominator: denominator.times(od).times(rn),
  };
}

function termsOf(unit: UnitOfMeasure): readonly [rn: Decimal, rd: Decimal, on: Decimal, od: Decimal] {
  return [
    exact(unit.ratioNumerator),
    exact(unit.ratioDenominator),
    exact(unit.offsetNumerator),
    exact(unit.offsetDenominator),
  ];
}

/** Removing PostgreSQL's thirty trailing zeros first makes a conversion a third faster. */
function exact(text: string): Decimal {
  return new Exact(canonicalDecimal(text));
}

/** The only division: to an integer of the last stored digit; the remainder decides the rounding. */
function quotient({ numerator, denominator }: Fraction): Conversion {
  const dividend = numerator.abs().times(`1e${FRACTION_DIGITS}`);
  const divisor = denominator.abs();
  const truncated = dividend.divToInt(divisor);
  const remainder = dividend.minus(truncated.times(divisor));
  const beyondHalf = remainder.times(2).cmp(divisor);
  const roundsUp = beyondHalf > 0 || (beyondHalf === 0 && !truncated.mod(2).isZero());
  const magnitude = truncated.plus(roundsUp ? 1 : 0).times(`1e-${FRACTION_DIGITS}`);
  const negative = numerator.isNegative() !== denominator.isNegative();
  return { value: (negative ? magnitude.neg() : magnitude).toFixed(), exact: remainder.isZero() };
}

/** The average of amounts by their sum, rounded half-even to 30 fractional digits. */
export function averageOf(sum: string, count: number): string {
  return quotient({ numerator: exact(sum), denominator: new Exact(count) }).value;
}
