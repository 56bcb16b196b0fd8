import { Decimal } from 'decimal.js';
import { type CurrencyFormat, currencyFormat } from './currency.ts';
import { canonicalDecimal } from './decimal.ts';
import type { UnitOfMeasure } from './quantity.ts';

/** Formats a quantity for display in en-US: "$1,234.56", "1,200 kg", "-40 °F". */
export function displayValue(value: string, unit: Pick<UnitOfMeasure, 'type' | 'abbreviation'>): string {
  return unit.type === 'CURRENCY'
    ? displayMoney(value, unit.abbreviation)
    : displayMeasure(value, unit.abbreviation);
}

/**
 * Formats an amount with its currency's symbol and digits, rounded half away from zero. A code that is not in
 * ISO 4217 is appended as it is.
 */
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
