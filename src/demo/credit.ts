import type { Random } from './random.ts';
import { type UnitIds, unitId } from './units.ts';

/** Common limits in US dollars, so that sorting by credit limit has ties. */
const usual = [1_000, 2_500, 5_000, 5_000, 10_000, 10_000, 25_000, 25_000, 50_000, 100_000, 250_000];
const factors: Readonly<Record<string, number>> = { JPY: 100, KWD: 0.4 };
const fractionDigits: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

interface CreditOptions {
  readonly given: readonly [value: string, unit: string] | undefined;
  readonly currency: string;
  readonly share: number;
}

export function creditLimitOf(
  random: Random,
  units: UnitIds,
  { given, currency, share }: CreditOptions,
): { readonly creditLimitValue: string | null; readonly creditLimitUnitId: string | null } {
  const made = random.maybe(share, () => [limitIn(random, currency), currency] as const);
  const limit = given ?? made;
  return { creditLimitValue: limit?.[0] ?? null, creditLimitUnitId: limit && unitId(units, limit[1]) };
}

function limitIn(random: Random, currency: string): string {
  const dollars = random.chance(0.75) ? random.pick(usual) : 250 * random.between(3, 600);
  return String(dollars * (factors[currency] ?? 1));
}

/** A price with the currency's digits: most are small, a few are large. The bounds are in US dollars. */
export function amount(random: Random, currency: string, least: number, most: number): string {
  const digits = fractionDigits[currency] ?? 2;
  const share = random.below(1_000_000) / 1_000_000;
  const dollars = least + Math.floor((most - least) * share ** 3);
  const integer = Math.max(1, Math.floor(dollars * (factors[currency] ?? 1)));
  return digits === 0 ? `${integer}` : `${integer}.${random.text('0123456789', digits)}`;
}
