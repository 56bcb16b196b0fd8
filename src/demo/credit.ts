import type { Random } from './random.ts';
import { type UnitIds, unitId } from './units.ts';

/** Common limits, so that sorting by credit limit has ties. */
const usual = ['1000', '2500', '5000', '10000', '25000', '50000', '100000'];
const currencies = ['USD', 'USD', 'USD', 'USD', 'EUR', 'GBP', 'CAD', 'JPY', 'KWD'];
const fractionDigits: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };
const measures = ['kg', 'lb', '°C', '°F', 'K', 'cs', 'L', 'ft²', 'h', 'm'];

export function creditLimitOf(
  random: Random,
  units: UnitIds,
  given: readonly [value: string, unit: string] | undefined,
): { readonly creditLimitValue: string | null; readonly creditLimitUnitId: string | null } {
  const made = random.maybe(0.6, () => makeLimit(random));
  const limit = given ?? made;
  return { creditLimitValue: limit?.[0] ?? null, creditLimitUnitId: limit && unitId(units, limit[1]) };
}

/** An exact amount with the currency's digits, sometimes with the maximum number of digits. */
export function amount(random: Random, currency: string, least: number, most: number): string {
  const digits = random.chance(0.01) ? 30 : (fractionDigits[currency] ?? 2);
  const integer = random.between(least, most);
  return digits === 0 ? `${integer}` : `${integer}.${random.text('0123456789', digits)}`;
}

function makeLimit(random: Random): readonly [value: string, unit: string] {
  const currency = random.pick(currencies);
  if (random.chance(0.6)) return [random.pick(usual), currency];
  if (random.chance(0.03)) return [`-${amount(random, currency, 1, 900)}`, currency];
  if (random.chance(0.03))
    return [`${random.between(-40, 999)}.${random.between(1, 9)}`, random.pick(measures)];
  return [amount(random, currency, 500, 250_000), currency];
}
