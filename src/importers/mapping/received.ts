import { isObject } from '../../is-object.ts';
import type { JsonObject } from '../record.ts';

/** Anywhere in a name without punctuation: `resetpasswordtoken`. */
const secret =
  /passw(or)?d|passphrase|passcode|secret(?!ar|ion)|token(?!i[sz])|cardnumber|securitycode|apikey|accesskey|privatekey|credential|authorization(?!s$|amount)/;

/** Words that others contain: `company`. */
const secretWord = /(^|_)(cvv|cvc|pan|pwd|otp|[a-z]*nonce)\d?s?(_|$)/;

/** Names with a word of `secret` that are not secret. */
const notSecret = new Set(['haspassword', 'serviceleveltoken']);

const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();

const maxKnownNames = 10_000;
const knownNames = new Map<string, boolean>();

/** Whether values of this name are passwords, tokens or card data, in any spelling: `customerToken`, `API-Key`. */
export function isSecretName(name: string): boolean {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const words = snakeCase(name);
  const letters = words.replaceAll('_', '');
  const isSecret = secretWord.test(words) || (secret.test(letters) && !notSecret.has(letters));
  if (knownNames.size >= maxKnownNames) knownNames.clear();
  knownNames.set(name, isSecret);
  return isSecret;
}

/** For texts that are not JSON: whether a word of a secret name, or an escape that could hide it, occurs anywhere. */
export const mentionsSecret = (text: string): boolean =>
  /pass|secret|token|cvv|cvc|card|(api|access|private).?key|security.?code|credential|authorization|pwd|nonce|\b(pan|otp)\b|\\u/i.test(
    text,
  );

/** Characters that PostgreSQL cannot store: NUL and unpaired surrogates. */
const unstorable = /[\0\ud800-\udfff]/;

export const storable = (text: string): string =>
  unstorable.test(text)
    ? new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll('\0', '\ufffd')
    : text;

const maxDepth = 64;

export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';

  constructor() {
    super(`The document is nested too deeply; it can have at most ${maxDepth} levels.`);
  }
}

/**
 * A copy without passwords, tokens and card data, and without characters that cannot be stored. Throws `TooDeepError`.
 */
export function received(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) throw new TooDeepError();
  if (Array.isArray(value)) return value.map((each) => received(each, depth + 1));
  const entries: [string, unknown][] = [];
  for (const [name, each] of Object.entries(value))
    if (!isSecretName(name)) entries.push([storable(name), received(each, depth + 1)]);
  return Object.fromEntries(entries);
}

export function receivedObject(document: JsonObject): JsonObject {
  const copy = received(document);
  if (!isObject(copy)) throw new Error('The copy of an object is an object.');
  return copy;
}
