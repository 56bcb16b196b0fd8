import type { Finish, Values } from './map-object.ts';

/** An origin without its reference is left out: it says nothing. `path` is that of the origin in the document. */
export function wholeReference(values: Values, path: string, { warn }: Finish): Values {
  const { referenceOrigin, ...others } = values;
  if (referenceOrigin == null || values.reference != null) return values;
  warn('CONFLICT', path, 'The origin is left out, since the reference that it belongs to is not given.');
  return values.reference === null ? { ...others, referenceOrigin: null } : others;
}
