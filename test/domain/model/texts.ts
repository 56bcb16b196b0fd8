import type { Input, Wrong } from './state.ts';

type Path = readonly (string | number)[];

interface Rule {
  readonly max: number;
  readonly kind?: string | undefined;
}

const right: Readonly<Record<string, RegExp>> = {
  email: /^[^@\s]+@[^@\s]+\.[a-z]+$/i,
  signIn: /^[^@\s]+@[^@\s]+\.[a-z]+$/i,
  url: /^https?:\/\/[^\s/]+\.[a-z]+/,
  country: /^(us|de)$/i,
  frequency: /^(monthly|yearly)$|^\S+( +\S+){4}$/,
};

const kept: Readonly<Record<string, (text: string) => string>> = {
  signIn: (text) => text.toLowerCase(),
  country: (text) => text.toUpperCase(),
};

export const isBlank = (given: unknown): boolean => typeof given === 'string' && given.trim() === '';

/** A normalized text, null for an empty one; undefined if it is absent or invalid. */
export function readText(
  given: unknown,
  { max, kind = '' }: Rule,
  path: Path,
  wrong: Wrong,
): string | null | undefined {
  if (given === undefined || given === null) return given;
  const text = String(given).trim();
  if (text === '') return null;
  if ([...text].length > max) wrong.add('TOO_LONG', ...path);
  else if (right[kind]?.test(text) === false) wrong.add('INVALID', ...path);
  else return kept[kind]?.(text) ?? text;
  return undefined;
}

/** Like `readText`, for texts that are never null. */
export function readNeeded(given: unknown, rule: Rule, path: Path, wrong: Wrong): string | undefined {
  const text = readText(given ?? null, rule, path, wrong);
  if (text === null) wrong.add('REQUIRED', ...path);
  return text ?? undefined;
}

const addressRules: Readonly<Record<string, Rule>> = {
  name: { max: 255 },
  phone: { max: 64 },
  email: { max: 254, kind: 'email' },
  streetLine1: { max: 255 },
  streetLine2: { max: 255 },
  locality: { max: 100 },
  state: { max: 100 },
  postalCode: { max: 32 },
  country: { max: 100, kind: 'country' },
};

type AddressValues = Record<string, string | null>;

/** The new values of an address: absent fields are kept. A new one without a name has null. */
export function readAddress(
  given: Input,
  before: AddressValues | undefined,
  path: Path,
  wrong: Wrong,
): AddressValues {
  const next: AddressValues = { ...before };
  for (const [name, rule] of Object.entries(addressRules)) {
    const read = name === 'name' && before !== undefined ? readNeeded : readText;
    const value = given[name] !== undefined ? read(given[name], rule, [...path, name], wrong) : undefined;
    next[name] = value === undefined ? (before?.[name] ?? null) : value;
  }
  if (given.type === null && before !== undefined) wrong.add('REQUIRED', ...path, 'type');
  next.type = String(given.type ?? before?.type ?? 'STANDARD');
  return next;
}
