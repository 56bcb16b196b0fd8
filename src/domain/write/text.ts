import { z } from 'zod';
import type { Faults, Path } from './faults.ts';

/** How long texts can be, in characters. A sorted one is in cursors, which have a length of their own. */
export const longest = {
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
  /** What would be right, where the text is not. */
  readonly check?: (text: string) => string | undefined;
  /** As it is kept. */
  readonly kept?: (text: string) => string;
}

const isEmail = z.email();
const isUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

const lowerCase = (text: string): string => text.toLowerCase();

export const email: TextRule = {
  max: longest.email,
  check: (text) =>
    isEmail.safeParse(text).success ? undefined : 'An email address looks like `ada@example.com`.',
};
/** For signing in with, whatever case it is written in. */
export const signInEmail: TextRule = { ...email, kept: lowerCase };
export const url: TextRule = {
  max: longest.url,
  check: (text) =>
    isUrl.safeParse(text).success ? undefined : 'A website’s address looks like `https://www.example.com`.',
};

/** Halves of characters, which no database text can hold, as the sign for what cannot be shown. */
const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text) ? new TextDecoder().decode(new TextEncoder().encode(text)) : text;

/** Without the space around it; null for what is empty then. */
export const trimmed = (text: string): string | null => wellFormed(text).trim() || null;

/**
 * A text of the input as it is kept; undefined where it cannot be, and the faults say why. Null stays null: whether it
 * may be is the caller's to know.
 */
export function readText(
  given: string,
  path: Path,
  rule: TextRule,
  faults: Faults,
): string | null | undefined {
  const text = trimmed(given);
  if (text === null) return null;
  const length = [...text].length;
  const wrong = rule.check?.(text);
  if (length > rule.max)
    faults.add('TOO_LONG', path, `It can have ${rule.max} characters, and has ${length}.`);
  else if (wrong !== undefined) faults.add('INVALID', path, wrong);
  else return rule.kept?.(text) ?? text;
  return undefined;
}

/** As `readText`, for what must be there. */
export function readRequiredText(
  given: string | null | undefined,
  path: Path,
  rule: TextRule,
  faults: Faults,
): string | undefined {
  const text = given == null ? null : readText(given, path, rule, faults);
  if (text === null) faults.add('REQUIRED', path, 'It cannot be empty; give a text.');
  return text ?? undefined;
}

/** As `readText`, for what may be left out; absent stays absent. */
export function readOptionalText(
  given: string | null | undefined,
  path: Path,
  rule: TextRule,
  faults: Faults,
): string | null | undefined {
  return given == null ? given : readText(given, path, rule, faults);
}
