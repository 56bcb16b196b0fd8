import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import { findBySources, type SourceKey, sourceToken } from '../../domain/source/records.ts';
import type { SourcedModel } from '../../domain/source/sourced.ts';
import { trimmed } from '../../domain/write/text.ts';
import type { UserError } from '../../domain/write/user-error.ts';
import type { BySource, JsonObject } from '../record.ts';
import type { Target } from './target.ts';
import type { ItemResult, Upsert } from './upserts.ts';

export const keyOf = (model: SourcedModel, { system, sourceId }: SourceRecordKey): SourceKey => ({
  model,
  system,
  sourceId: trimmed(sourceId) ?? '',
});

export type IdOf = (key: SourceKey) => string | undefined;

export async function idsOf({ reads }: Target, keys: readonly SourceKey[]): Promise<IdOf> {
  const found = await findBySources(reads, keys);
  return (key) => found.get(sourceToken(key));
}

/** A reference in a field of which the domain takes the id. */
export interface Reference {
  readonly model: SourcedModel;
  readonly by: BySource;
  readonly path: readonly string[];
}

export const notFound = ({ by: { source }, path }: Reference): UserError => ({
  code: 'NOT_FOUND',
  message: `No object is linked to the record “${source.sourceId}”.`,
  path,
});

interface Resolved {
  readonly item: JsonObject;
  readonly userErrors: readonly UserError[];
}

/** Upserts the items without errors; the others fail with theirs. */
export async function upsertRight(
  upsert: Upsert,
  target: Target,
  resolved: readonly Resolved[],
): Promise<readonly ItemResult[]> {
  const right = resolved.flatMap(({ item, userErrors }) => (userErrors.length === 0 ? [item] : []));
  const results = (right.length === 0 ? [] : await upsert(target, right)).values();
  return resolved.map(({ userErrors }) =>
    userErrors.length > 0
      ? { outcome: null, userErrors }
      : (results.next().value ?? { outcome: null, userErrors }),
  );
}
