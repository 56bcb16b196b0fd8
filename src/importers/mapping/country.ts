import { country } from '../../domain/write/country.ts';

/** Common names that Intl does not list. */
const aliases: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['u.s.', 'US'],
  ['united states of america', 'US'],
  ['u.k.', 'GB'],
  ['great britain', 'GB'],
];

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const codes = pairs.filter((code) => country.check?.(code) === undefined);

const keyOf = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

let names: ReadonlyMap<string, string> | undefined;

function readNames(): ReadonlyMap<string, string> {
  const styles = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' }),
  );
  const listed = codes.flatMap((code) =>
    styles.flatMap((style) => {
      const name = style.of(code);
      return name === undefined ? [] : [[keyOf(name), code] as const];
    }),
  );
  return new Map([...aliases, ...listed]);
}

/** The code of a country's English name, ignoring case; undefined if it is unknown. */
export function countryNamed(name: string): string | undefined {
  names ??= readNames();
  return names.get(keyOf(name));
}
