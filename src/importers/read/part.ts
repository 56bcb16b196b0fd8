import { isObject } from '../../is-object.ts';
import { reject } from '../mapping/map-object.ts';
import { received, TooDeepError } from '../mapping/received.ts';
import type { Element, JsonObject, Rejection } from '../record.ts';

export interface Document {
  readonly kind: 'document';
  readonly position: string;
  readonly document: JsonObject;
}

/** A long document, as the elements of its members. They have to be read before the next part. */
export interface LongDocument {
  readonly kind: 'elements';
  readonly position: string;
  /** Ends with the first rejection. */
  readonly elements: AsyncIterable<Element | Rejection>;
}

export type Part = Document | Rejection;

/** Undefined if the text is not JSON. */
export function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function rawOf(value: unknown): unknown {
  try {
    return received(value);
  } catch (error) {
    if (error instanceof TooDeepError) return null;
    throw error;
  }
}

export const partOf = (position: string, value: unknown): Part =>
  isObject(value)
    ? { kind: 'document', position, document: value }
    : reject(position, rawOf(value), { code: 'INVALID', path: '', message: 'A JSON object is expected.' });

/** The objects of a parsed document: those of a list or page, or the document itself. */
export function* partsOf(value: unknown, position: string, list: string | null): Generator<Part> {
  const below = list !== null && isObject(value) ? value[list] : undefined;
  const elements = Array.isArray(value) ? value : below;
  if (!Array.isArray(elements)) {
    yield partOf(position, value);
    return;
  }
  const prefix = elements === value ? '' : `${list}/`;
  for (const [at, each] of elements.entries()) yield partOf(`${position}#/${prefix}${at}`, each);
}
