import { findByNames, type NamedModel } from '../identifier/reference-data.ts';
import { trimmed } from '../write/text.ts';
import type { NameKey, UpsertItem } from './record-type.ts';

/** Names match exactly, else ignoring case; the account's row before the system's. */
export const byName = (model: NamedModel): NameKey<UpsertItem, unknown> => ({
  path: 'name',
  keyOf: ({ name }) => (name == null ? undefined : (trimmed(name) ?? undefined)),
  tokenOf: (name) => name.toLowerCase(),
  find: (write, names) => findByNames(write, model, names),
});
