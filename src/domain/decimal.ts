import { Decimal } from 'decimal.js';

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;
const POINT = 46;
const ZERO = 48;

/** Limits of the database type numeric(65,30). */
const MAX_INTEGER_DIGITS = 35;
const MAX_FRACTION_DIGITS = 30;

type ParsedDecimal =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

/** "1234.56", never "1234.560", "007", "+1", "1e3" or "-0". Throws if the text is not a decimal. */
export function canonicalDecimal(text: string): string {
  if (!PLAIN_DECIMAL.test(text)) return spelledOut(text);
  const negative = text.startsWith('-');
  const magnitude = text.slice(firstDigit(text, negative ? 1 : 0), lastDigit(text) + 1);
  return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

export function parseDecimal(text: string): ParsedDecimal {
  if (!PLAIN_DECIMAL.test(text)) {
    return invalidDecimal(
      'A decimal is written in plain digits, with a point before the fraction: "-1234.56".',
    );
  }
  const value = canonicalDecimal(text);
  const [integer = '', fraction = ''] = value.replace('-', '').split('.');
  if (integer.length > MAX_INTEGER_DIGITS) {
    return invalidDecimal(
      `A decimal has at most ${MAX_INTEGER_DIGITS} digits before the point, not ${integer.length}.`,
    );
  }
  if (fraction.length > MAX_FRACTION_DIGITS) {
    return invalidDecimal(
      `A decimal has at most ${MAX_FRACTION_DIGITS} digits after the point, not ${fraction.length}.`,
    );
  }
  return { ok: true, value };
}

/** Negative if the first is smaller, positive if it is greater. */
export const compareDecimals = (one: string, other: string): number =>
  new Decimal(one).comparedTo(new Decimal(other));

/** For forms that only Decimal accepts, such as exponents: rare, so not optimized. */
function spelledOut(text: string): string {
  const decimal = new Decimal(text);
  if (!decimal.isFinite()) throw new RangeError(`${text} has no digits to write.`);
  return decimal.toFixed();
}

function firstDigit(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === ZERO && text.charCodeAt(at + 1) >= ZERO) at += 1;
  return at;
}

function lastDigit(text: string): number {
  let at = text.length - 1;
  if (!text.includes('.')) return at;
  while (text.charCodeAt(at) === ZERO) at -= 1;
  return text.charCodeAt(at) === POINT ? at - 1 : at;
}

function invalidDecimal(reason: string): ParsedDecimal {
  return { ok: false, reason };
}
