import { canonicalDecimal, parseDecimal } from '../../domain/decimal.ts';
import { country as countryRule } from '../../domain/write/country.ts';
import { email as emailRule, maxLengths, type TextRule, url as urlRule } from '../../domain/write/text.ts';
import { countryNamed } from './country.ts';
import type { Place, Read } from './field.ts';

/** Numbers are read as texts if that is exact: order numbers are often integers. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** Undefined if the text breaks the rule, with a warning. */
function ruled(text: string, { max, check, kept }: TextRule, place: Place): string | undefined {
  const { length } = [...text];
  if (length > max) return place.warn('INVALID', `The text has ${length} characters; the maximum is ${max}.`);
  const wrong = check?.(text);
  return wrong === undefined ? (kept?.(text) ?? text) : place.warn('INVALID', wrong);
}

export const ruledText =
  (rule: TextRule): Read =>
  (value, place) => {
    const text = asText(value);
    return text === undefined ? place.warn('INVALID', 'A text is expected.') : ruled(text, rule, place);
  };

export const text = (max: number): Read => ruledText({ max });

export const name = text(maxLengths.name);
export const phone = text(maxLengths.phone);
export const email = ruledText(emailRule);

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

/** A website without scheme, such as `www.example.com`, gets `https://`. */
export const url: Read = (value, place) => {
  const given = asText(value);
  if (given === undefined) return place.warn('INVALID', 'A text is expected.');
  if (hasScheme.test(given)) return ruled(given, urlRule, place);
  const whole = `https://${given}`;
  if (urlRule.check?.(whole) === undefined)
    place.warn('CONVERTED', 'The URL has no scheme; `https://` was added.');
  return ruled(whole, urlRule, place);
};

/** A country code, or a country's English name. */
export const country: Read = (value, place) => {
  const given = asText(value);
  if (given === undefined) return place.warn('INVALID', 'A text is expected.');
  const code = countryRule.check?.(given) === undefined ? undefined : countryNamed(given);
  if (code !== undefined) place.warn('CONVERTED', `The country’s name was replaced by its code ${code}.`);
  return ruled(code ?? given, countryRule, place);
};

const truths: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...[true, 'true', 'yes', 'y', '1', 1].map((each) => [each, true] as const),
  ...[false, 'false', 'no', 'n', '0', 0].map((each) => [each, false] as const),
]);

export const truth: Read = (value, place) =>
  truths.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ??
  place.warn('INVALID', 'A Boolean is expected: true or false.');

/** One of the domain's values, in the source's lower case. */
export function choice(...values: readonly string[]): Read {
  const known = new Set(values);
  return (value, place) => {
    const given = typeof value === 'string' ? value.trim().toUpperCase() : '';
    if (known.has(given)) return given;
    const list = values.map((each) => each.toLowerCase()).join(', ');
    return place.warn('INVALID', `The value is unknown; known values are ${list}.`);
  };
}

export const decimal: Read = (value, place) => {
  const given = typeof value === 'number' ? canonicalDecimal(String(value)) : asText(value);
  const parsed = parseDecimal(given ?? '');
  return parsed.ok ? parsed.value : place.warn('INVALID', parsed.reason);
};

export const count: Read = (value, place) => {
  const given = typeof value === 'string' ? Number(value) : value;
  const isCount = Number.isInteger(given) && Number(given) >= 0 && Number(given) < 2 ** 31;
  return isCount ? given : place.warn('INVALID', 'A whole number from 0 is expected.');
};
