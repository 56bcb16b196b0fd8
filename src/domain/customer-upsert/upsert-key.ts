import type { Maybe } from '../../maybe.ts';
import type { CustomerInput } from '../customer/input.ts';
import type { GivenSource } from '../customer/new-sources.ts';
import { type CustomerKey, customerKey, type KeyInput, type KeyKind } from '../identifier/key.ts';
import { sourceIdError, sourceSystems } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, readOptionalText, readRequiredText, signInEmail, trimmed } from '../write/text.ts';

const emailOf = (text: string): string => (trimmed(text) ?? '').toLowerCase();

export const emailKey = (text: string): CustomerKey => customerKey('shopperEmail', emailOf(text));

export function readKey(by: KeyInput, faults: Faults): CustomerKey | undefined {
  const { reference, source } = by;
  const keys = { max: maxLengths.key };
  const read = (kind: KeyKind, given: string, rule: Parameters<typeof readRequiredText>[2]) => {
    const value = readRequiredText(given, kind, rule, faults.at('by'));
    return value === undefined ? undefined : customerKey(kind, value);
  };
  if (by.number != null) return read('number', by.number, keys);
  if (by.shortId != null) return read('shortId', by.shortId, { max: maxLengths.reference });
  if (by.shopperEmail != null) return read('shopperEmail', by.shopperEmail, signInEmail);
  if (reference != null) return readReference(reference, faults.at('by.reference'));
  return source == null ? undefined : readSource(source, faults.at('by.source'));
}

function readReference(given: NonNullable<KeyInput['reference']>, faults: Faults): CustomerKey | undefined {
  const value = readRequiredText(given.reference, 'reference', { max: maxLengths.reference }, faults);
  const origin = readOptionalText(given.referenceOrigin, 'referenceOrigin', { max: maxLengths.code }, faults);
  const isWrong = origin === undefined && given.referenceOrigin != null;
  return value === undefined || isWrong ? undefined : customerKey('reference', value, origin ?? null);
}

function readSource(
  { system, sourceId }: NonNullable<KeyInput['source']>,
  faults: Faults,
): CustomerKey | undefined {
  const check = (text: string) => sourceIdError(system, text);
  const value = readRequiredText(sourceId, 'sourceId', { max: maxLengths.reference, check }, faults);
  return value === undefined ? undefined : customerKey('source', value, system);
}

/** The columns that a key sets on a new customer; a source record is a separate row. */
export function columnsOf({ kind, value, within }: CustomerKey, { shopper }: CustomerInput): CustomerInput {
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

export const pathOf = ({ kind }: CustomerKey): string => (kind === 'shopperEmail' ? 'shopper.email' : kind);

/** A short id and the id of a record in the warehouse system are the same key. */
export function twinOf({ kind, value, within }: CustomerKey): CustomerKey | undefined {
  if (kind === 'shortId') return customerKey('source', value, sourceSystems.INVENTORY_PRO);
  const isShortId = kind === 'source' && within === sourceSystems.INVENTORY_PRO;
  return isShortId ? customerKey('shortId', value) : undefined;
}

/** The source record that a key names. */
export function sourcesOf(
  key: CustomerKey | undefined,
  twin: CustomerKey | undefined,
): readonly GivenSource[] {
  const record = [key, twin].find((each) => each?.kind === 'source');
  return key && record ? [{ path: `by.${key.kind}`, key: record }] : [];
}

const differs = (given: Maybe<string>, value: string | null): boolean =>
  given !== undefined && (given === null ? null : trimmed(given)) !== value;

function addDifferent(path: string, faults: Faults): void {
  faults.add(
    'INVALID',
    path,
    'The value differs from the one in `by`: omit it, or use another key in `by` to change it.',
  );
}

/** An upsert must not change the key in `by`: a repeated upsert would not find the customer. */
export function checkKeyFields(key: CustomerKey, input: CustomerInput, faults: Faults): void {
  const { kind, value, within } = key;
  if (kind === 'shopperEmail') checkShopper(key, input, faults);
  else if (kind !== 'source' && differs(input[kind], value)) addDifferent(kind, faults);
  if (kind === 'reference' && differs(input.referenceOrigin, within)) addDifferent('referenceOrigin', faults);
}

function checkShopper(key: CustomerKey, { shopper }: CustomerInput, faults: Faults): void {
  if (shopper === null)
    faults.add(
      'INVALID',
      'shopper',
      '`by` is the shopper’s email, which null would remove: omit `shopper`, or use another key in `by`.',
    );
  else if (shopper?.email !== undefined && emailOf(shopper.email ?? '') !== key.value)
    faults.add(
      'INVALID',
      'shopper.email',
      'The email differs from the one in `by`: use the same, or another key in `by` to change the email.',
    );
}
