import { Decimal } from 'decimal.js';
import { currencyCodes } from '../currency-codes.ts';
import { canonicalDecimal } from './decimal.ts';
import type { UnitOfMeasure } from './quantity.ts';

interface CurrencyFormat {
  /** The symbol, with a space where one belongs between symbol and amount: "$", "CHF ". */
  readonly prefix: string;
  readonly fractionDigits: number;
}

/** ISO 4217's minor units where they are not 2. Intl drops those not used in everyday payments. */
const MINOR_UNITS = new Map<string, number>([
  ...withDigits('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 0),
  ...withDigits('BHD IQD JOD KWD LYD OMR TND', 3),
]);

const isoCodes: ReadonlySet<string> = new Set(currencyCodes);

/** Bounded: contains ISO codes only. */
const formats = new Map<string, CurrencyFormat>();

/** The format of an ISO 4217 code; undefined for any other text, such as an account's own "PTS". */
export function currencyFormat(code: string): CurrencyFormat | undefined {
  const known = formats.get(code);
  if (known !== undefined || !isoCodes.has(code)) return known;
  const format = { prefix: prefixOf(code), fractionDigits: MINOR_UNITS.get(code) ?? 2 };
  formats.set(code, format);
  return format;
}

function prefixOf(code: string): string {
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency: code }).formatToParts(1);
  const symbol = parts.slice(
    0,
    parts.findIndex(({ type }) => type === 'integer'),
  );
  // Replaces Intl's no-break spaces: one kind of space is easier to search for.
  return symbol.map(({ value }) => value.replace(/\s/g, ' ')).join('');
}

function withDigits(list: string, digits: number): [string, number][] {
  return list.split(' ').map((code) => [code, digits]);
}

/** Formats a quantity for display in en-US: "$1,234.56", "1,200 kg", "-40 °F". */
export function displayValue(value: string, unit: Pick<UnitOfMeasure, 'type' | 'abbreviation'>): string {
  return unit.type === 'CURRENCY'
    ? displayMoney(value, unit.abbreviation)
    : displayMeasure(value, unit.abbreviation);
}

/** Rounds half away from zero. A code that is not in ISO 4217 is appended as it is. */
export function displayMoney(amount: string, currencyCode: string): string {
  const format = currencyFormat(currencyCode);
  if (format === undefined) return displayMeasure(amount, currencyCode);
  const canonical = canonicalDecimal(amount);
  const negative = canonical.startsWith('-');
  const digits = withFractionDigits(negative ? canonical.slice(1) : canonical, format);
  const sign = negative && /[1-9]/.test(digits) ? '-' : '';
  return `${sign}${format.prefix}${grouped(digits)}`;
}

function displayMeasure(value: string, abbreviation: string): string {
  const canonical = canonicalDecimal(value);
  const digits = canonical.startsWith('-') ? `-${grouped(canonical.slice(1))}` : grouped(canonical);
  return `${digits} ${abbreviation}`;
}

function withFractionDigits(magnitude: string, { fractionDigits }: CurrencyFormat): string {
  const point = magnitude.indexOf('.');
  if (point === -1) return fractionDigits === 0 ? magnitude : `${magnitude}.${'0'.repeat(fractionDigits)}`;
  const given = magnitude.length - point - 1;
  if (given > fractionDigits) return new Decimal(magnitude).toFixed(fractionDigits, Decimal.ROUND_HALF_UP);
  return magnitude + '0'.repeat(fractionDigits - given);
}

/** Groups digits as text: Intl.NumberFormat converts to a float on some engines. */
function grouped(magnitude: string): string {
  const point = magnitude.indexOf('.');
  let at = (point === -1 ? magnitude.length : point) - 3;
  let text = magnitude;
  for (; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`;
  return text;
}
