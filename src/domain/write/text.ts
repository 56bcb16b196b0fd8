import { z } from 'zod';
import type { Faults, InputPath } from './faults.ts';

/** In characters. Sorted fields are part of cursors, whose length is limited too. */
export const maxLengths = {
  name: 255,
  key: 64,
  reference: 255,
  code: 64,
  email: 254,
  phone: 64,
  url: 2_048,
  note: 10_000,
  description: 2_000,
  street: 255,
  place: 100,
  postalCode: 32,
  tag: 25,
} as const;

export interface TextRule {
  readonly max: number;
  readonly check?: (text: string) => string | undefined;
  readonly kept?: (text: string) => string;
}

const isEmail = z.email();
const isUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

const lowerCase = (text: string): string => text.toLowerCase();

export const email: TextRule = {
  max: maxLengths.email,
  check: (text) =>
    isEmail.safeParse(text).success
      ? undefined
      : 'This is not an email address; an example is `ada@example.com`.',
};
export const signInEmail: TextRule = { ...email, kept: lowerCase };
export const url: TextRule = {
  max: maxLengths.url,
  check: (text) =>
    isUrl.safeParse(text).success
      ? undefined
      : 'This is not the URL of a website; an example is `https://www.example.com`.',
};

/** Replaces unpaired surrogates, which the database cannot store, by the replacement character. */
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? new TextDecoder().decode(new TextEncoder().encode(text)) : text;

/** Trims surrounding whitespace; null if nothing is left. */
export const trimmed = (text: string): string | null => wellFormed(text).trim() || null;

/** Undefined if invalid, with the reason in the user errors; a blank text becomes null. */
export function readText(
  given: string,
  path: InputPath,
  rule: TextRule,
  faults: Faults,
): string | null | undefined {
  const text = trimmed(given);
  if (text === null) return null;
  const length = [...text].length;
  const wrong = rule.check?.(text);
  if (length > rule.max)
    faults.add('TOO_LONG', path, `The text has ${length} characters; the maximum is ${rule.max}.`);
  else if (wrong !== undefined) faults.add('INVALID', path, wrong);
  else return rule.kept?.(text) ?? text;
  return undefined;
}

export function readRequiredText(
  given: string | null | undefined,
  path: InputPath,
  rule: TextRule,
  faults: Faults,
): string | undefined {
  const text = given == null ? null : readText(given, path, rule, faults);
  if (text === null) faults.add('REQUIRED', path, 'A non-empty text is required.');
  return text ?? undefined;
}

export function readOptionalText(
  given: string | null | undefined,
  path: InputPath,
  rule: TextRule,
  faults: Faults,
): string | null | undefined {
  return given == null ? given : readText(given, path, rule, faults);
}
