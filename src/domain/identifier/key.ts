import type { Maybe } from '../../maybe.ts';
import { nameOfSystem, type SourceSystem } from '../source-system.ts';
import { wellFormed } from '../write/text.ts';

export interface SourceRecordKey {
  readonly system: SourceSystem;
  readonly sourceId: string;
}

interface ReferenceKey {
  readonly reference: string;
  readonly referenceOrigin?: Maybe<string>;
}

export interface KeyInput {
  readonly number?: Maybe<string>;
  readonly shortId?: Maybe<string>;
  readonly shopperEmail?: Maybe<string>;
  readonly reference?: Maybe<ReferenceKey>;
  readonly source?: Maybe<SourceRecordKey>;
}

export type KeyKind = keyof KeyInput;

export interface CustomerKey {
  readonly kind: KeyKind;
  readonly value: string;
  /** The origin of a reference, or the system of a source record. */
  readonly within: string | null;
  /** A text that is equal for equal keys. */
  readonly token: string;
}

export function customerKey(kind: KeyKind, value: string, within: string | null = null): CustomerKey {
  return { kind, value, within, token: JSON.stringify([kind, value, within]) };
}

/** Not normalized except the case of an email, like `Query.customer(by:)`. Undefined without a field. */
export function keyIn({
  number,
  shortId,
  shopperEmail,
  reference,
  source,
}: KeyInput): CustomerKey | undefined {
  if (number != null) return customerKey('number', wellFormed(number));
  if (shortId != null) return customerKey('shortId', wellFormed(shortId));
  if (shopperEmail != null) return customerKey('shopperEmail', wellFormed(shopperEmail).toLowerCase());
  if (source != null) return customerKey('source', wellFormed(source.sourceId), source.system);
  if (reference == null) return undefined;
  const { referenceOrigin } = reference;
  return customerKey(
    'reference',
    wellFormed(reference.reference),
    referenceOrigin == null ? null : wellFormed(referenceOrigin),
  );
}

const maxQuoted = 64;

export function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.length > maxQuoted ? `${characters.slice(0, maxQuoted).join('')}…` : text}”`;
}

/** Names the key in a message: `the number “C-000001”`. */
export function keyText({ kind, value, within }: CustomerKey): string {
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
      return `the record ${text} in ${nameOfSystem(within)}`;
  }
}
