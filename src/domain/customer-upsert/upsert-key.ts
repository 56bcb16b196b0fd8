import type { CustomerInput } from '../customer/input.ts';
import { type Key, type KeyInput, type KeyKind, keyOf } from '../identifier/key.ts';
import { sourceIdError } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { longest, readOptionalText, readRequiredText, signInEmail, trimmed } from '../write/text.ts';

const emailOf = (text: string): string => (trimmed(text) ?? '').toLowerCase();

export const emailKey = (text: string): Key => keyOf('shopperEmail', emailOf(text));

/** Reads and validates the key; undefined if it is invalid, and the user errors give the reason. */
export function readKey(by: KeyInput, faults: Faults): Key | undefined {
  const { reference, source } = by;
  const keys = { max: longest.key };
  const read = (kind: KeyKind, given: string, rule: Parameters<typeof readRequiredText>[2]) => {
    const value = readRequiredText(given, kind, rule, faults.at('by'));
    return value === undefined ? undefined : keyOf(kind, value);
  };
  if (by.number != null) return read('number', by.number, keys);
  if (by.shortId != null) return read('shortId', by.shortId, keys);
  if (by.shopperEmail != null) return read('shopperEmail', by.shopperEmail, signInEmail);
  if (reference != null) return readReference(reference, faults.at('by.reference'));
  return source == null ? undefined : readSource(source, faults.at('by.source'));
}

function readReference(given: NonNullable<KeyInput['reference']>, faults: Faults): Key | undefined {
  const value = readRequiredText(given.reference, 'reference', { max: longest.reference }, faults);
  const origin = readOptionalText(given.referenceOrigin, 'referenceOrigin', { max: longest.code }, faults);
  const isWrong = origin === undefined && given.referenceOrigin != null;
  return value === undefined || isWrong ? undefined : keyOf('reference', value, origin ?? null);
}

function readSource({ system, sourceId }: NonNullable<KeyInput['source']>, faults: Faults): Key | undefined {
  const check = (text: string) => sourceIdError(system, text);
  const value = readRequiredText(sourceId, 'sourceId', { max: longest.reference, check }, faults);
  return value === undefined ? undefined : keyOf('source', value, system);
}

/** The columns that a key sets on a new customer; a source record is a separate row. */
export function columnsOf({ kind, value, within }: Key, { shopper }: CustomerInput): CustomerInput {
  switch (kind) {
    case 'shopperEmail':
      return { shopper: { ...shopper, email: value } };
    case 'reference':
      return { reference: value, referenceOrigin: within };
    case 'source':
      return {};
    default:
      return { [kind]: value };
  }
}

/** The path at which the checks of a new customer report that another customer has its key. */
export const pathOf = ({ kind }: Key): string => (kind === 'shopperEmail' ? 'shopper.email' : kind);

/** An upsert by email must not change that email: a repeated upsert would not find the customer. */
export function checkShopper(key: Key, { shopper }: CustomerInput, faults: Faults): void {
  if (key.kind !== 'shopperEmail' || shopper === undefined) return;
  if (shopper === null)
    faults.add(
      'INVALID',
      'shopper',
      '`by` is the shopper’s email, which null would remove: leave `shopper` out, or use another key in `by`.',
    );
  else if (emailOf(shopper.email) !== key.value)
    faults.add(
      'INVALID',
      'shopper.email',
      'The email differs from the one in `by`: use the same, or another key in `by` to change the email.',
    );
}
