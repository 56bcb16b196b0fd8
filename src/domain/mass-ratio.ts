import { Decimal } from 'decimal.js';

/** A ratio to the base unit of a dimension, as decimals. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
}

/** Enough digits for a thousandth of any decimal. */
const Exact = Decimal.clone({ defaults: true, precision: 100 });

const times = (value: string, factor: number): string => new Exact(value).times(factor).toFixed();
const thousandth = (value: string): string => times(value, 0.001);
const thousandfold = (value: string): string => times(value, 1_000);

const isThousands = (value: string): boolean => new Exact(value).mod(1_000).isZero();

/** Of the 30 digits that a decimal can have after its point, the most that a thousandth has room for. */
const maxFraction = 27;

/** Converts a ratio to the gram, Augno’s base unit of mass, into one to the kilogram, the gateway’s. */
export const toKilogram = ({ numerator, denominator }: Ratio): Ratio =>
  isThousands(denominator) || new Exact(numerator).decimalPlaces() > maxFraction
    ? { numerator, denominator: thousandfold(denominator) }
    : { numerator: thousandth(numerator), denominator };

/** The ratio that Augno sent: the opposite of `toKilogram`. */
export const toGram = ({ numerator, denominator }: Ratio): Ratio =>
  isThousands(denominator)
    ? { numerator, denominator: thousandth(denominator) }
    : { numerator: thousandfold(numerator), denominator };
