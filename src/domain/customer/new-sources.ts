import type { Maybe } from '../../maybe.ts';
import type { Found } from '../identifier/find.ts';
import { type CustomerKey, customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import { readSourceRecord } from '../source/key.ts';
import { type SourceSystem, sourceSystems } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths, trimmed } from '../write/text.ts';
import type { SourceInput } from './source-records.ts';

/** A source record in an input, with its place. */
export interface GivenSource {
  readonly path: string;
  readonly key: CustomerKey;
}

export function readSources(
  given: readonly SourceRecordKey[] | null | undefined,
  path: string,
  faults: Faults,
): readonly GivenSource[] {
  return (given ?? []).flatMap((source, at) => {
    const record = readSourceRecord(source, faults.at(`${path}.${at}`));
    if (record === undefined) return [];
    return { path: `${path}.${at}`, key: customerKey('source', record.sourceId, record.system) };
  });
}

const shortIdPath = 'shortId';

/** The record that a given short id names. One that is too long is an error of the field. */
export function shortIdSources(shortId: Maybe<string>): readonly GivenSource[] {
  const sourceId = shortId == null ? undefined : trimmed(shortId);
  if (!sourceId || [...sourceId].length > maxLengths.reference) return [];
  return [{ path: shortIdPath, key: customerKey('source', sourceId, sourceSystems.INVENTORY_PRO) }];
}

// The `within` of a source key is always a source system.
export const recordOf = ({ within, value }: CustomerKey): SourceRecordKey => ({
  system: within as SourceSystem,
  sourceId: value,
});

/** The changes of the customer known by these ids; a record that another customer has is an error. */
export function newSourcesOf(
  given: readonly GivenSource[],
  found: Found,
  { ids, faults }: { readonly ids: readonly (string | undefined)[]; readonly faults: Faults },
): SourceInput {
  const added = new Map<string, SourceRecordKey>();
  for (const { path, key } of given) {
    const owner = found.get(key.token);
    if (owner === undefined) added.set(key.token, recordOf(key));
    else if (!ids.includes(owner))
      faults.add(
        'TAKEN',
        path,
        `Another customer has ${keyText(key)}; \`customerSourceAdd\` with \`move: true\` moves it.`,
        { of: 'Customer', message: `Another customer (${owner}) has ${keyText(key)}.` },
      );
  }
  const named = given.filter(({ path }) => path !== shortIdPath).map(({ key }) => recordOf(key));
  return { added: [...added.values()], named };
}
