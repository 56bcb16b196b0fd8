import { nameOfSystem, type SourceSystem } from '../source-system.ts';
import { wellFormed } from '../write/text.ts';

type Maybe<T> = T | null | undefined;

export interface SourceRecordKey {
  readonly system: SourceSystem;
  readonly sourceId: string;
}

export interface ReferenceKey {
  readonly reference: string;
  readonly referenceOrigin?: Maybe<string>;
}

/** A unique key of a customer, besides its id: exactly one field is set. */
export interface KeyInput {
  readonly number?: Maybe<string>;
  readonly shortId?: Maybe<string>;
  readonly shopperEmail?: Maybe<string>;
  readonly reference?: Maybe<ReferenceKey>;
  readonly source?: Maybe<SourceRecordKey>;
}

export type KeyKind = keyof KeyInput;

/** A key in its stored form. */
export interface Key {
  readonly kind: KeyKind;
  readonly value: string;
  /** The origin of a reference, or the system of a source record. */
  readonly within: string | null;
  /** A text that is equal for equal keys. */
  readonly token: string;
}

export function keyOf(kind: KeyKind, value: string, within: string | null = null): Key {
  return { kind, value, within, token: JSON.stringify([kind, value, within]) };
}

/**
 * The key as given, without normalization except the case of an email, like `Query.customer(by:)`. Undefined
 * if no field is set.
 */
export function keyIn({ number, shortId, shopperEmail, reference, source }: KeyInput): Key | undefined {
  if (number != null) return keyOf('number', wellFormed(number));
  if (shortId != null) return keyOf('shortId', wellFormed(shortId));
  if (shopperEmail != null) return keyOf('shopperEmail', wellFormed(shopperEmail).toLowerCase());
  if (source != null) return keyOf('source', wellFormed(source.sourceId), source.system);
  if (reference == null) return undefined;
  const { referenceOrigin } = reference;
  return keyOf(
    'reference',
    wellFormed(reference.reference),
    referenceOrigin == null ? null : wellFormed(referenceOrigin),
  );
}

const maxQuoted = 64;

/** A caller's text in a message, shortened. */
export function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.length > maxQuoted ? `${characters.slice(0, maxQuoted).join('')}…` : text}”`;
}

/** Names the key in a message: `the number “C-000001”`. */
export function keyText({ kind, value, within }: Key): string {
  const text = quoted(value);
  switch (kind) {
    case 'number':
      return `the number ${text}`;
    case 'shortId':
      return `the short id ${text}`;
    case 'shopperEmail':
      return `the shopper email ${text}`;
    case 'reference':
      return `the reference ${text} ${within === null ? 'without origin' : `of origin ${quoted(within)}`}`;
    case 'source':
      // The `within` of a source key is always a source system.
      return `the record ${text} in ${nameOfSystem(within as SourceSystem)}`;
  }
}
