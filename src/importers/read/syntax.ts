import { copied } from '../../copied.ts';
import { reject } from '../mapping/map-object.ts';
import { mentionsSecret, storable } from '../mapping/received.ts';
import type { Rejection } from '../record.ts';

const maxShown = 200;

/** The beginning of a text that cannot be parsed; null if it could contain a password or token. */
export const excerpt = (text: string): string | null =>
  mentionsSecret(text) ? null : storable(copied(text.slice(0, maxShown)));

export const syntaxError = (position: string, message: string, raw: unknown = null): Rejection =>
  reject(position, raw, { code: 'SYNTAX', path: '', message });

export const tooLarge = (
  position: string,
  what: string,
  max: number,
  remedy = 'split it, or send one object per line.',
): Rejection =>
  reject(position, null, {
    code: 'TOO_LARGE',
    path: '',
    message: `${what} has more than ${max} characters; ${remedy}`,
  });
