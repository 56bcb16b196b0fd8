import { insertRows } from '../../db/write/rows.ts';
import type { Found } from '../identifier/find.ts';
import { type CustomerKey, customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import { maxSourceRecords, readSourceRecord } from '../source/key.ts';
import { type SourceSystem, sourceSystems } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import type { Plan } from './plan.ts';
import { recordsText } from './source-text.ts';

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

// The `within` of a source key is always a source system.
const recordOf = ({ within, value }: CustomerKey): SourceRecordKey => ({
  system: within as SourceSystem,
  sourceId: value,
});

/** The records that the customer, known by these ids, does not have yet; one that another customer has is an error. */
export function newSourcesOf(
  given: readonly GivenSource[],
  found: Found,
  { ids, faults }: { readonly ids: readonly (string | undefined)[]; readonly faults: Faults },
): readonly SourceRecordKey[] {
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
  return [...added.values()];
}

/** The first record of the warehouse system is the customer's short id. */
export function shortIdIn(records: readonly SourceRecordKey[]): string | null {
  const fitting = records.find(
    ({ system, sourceId }) =>
      system === sourceSystems.INVENTORY_PRO && [...sourceId].length <= maxLengths.key,
  );
  return fitting?.sourceId ?? null;
}

/** Checks the number of records of each customer, and adds the change of an existing one's to its plan. */
export async function planSources(write: Write, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const adding = plans.filter(({ newSources }) => newSources.length > 0);
  const ids = adding.flatMap(({ current }) => current?.id ?? []);
  const rows = ids.length === 0 ? [] : await write.rows('CustomerSource', 'customerId', ids);
  return plans.map((plan) => {
    const { newSources, current, faults, extraChanges = [] } = plan;
    if (newSources.length === 0) return plan;
    const before = rows.filter(({ customerId }) => customerId === current?.id);
    if (before.length + newSources.length > maxSourceRecords)
      faults.add('LIMIT_EXCEEDED', [], `A customer has at most ${maxSourceRecords} source records.`);
    if (current === undefined) return plan;
    const newValue = recordsText([...before, ...newSources]);
    const change = { field: 'sources', oldValue: recordsText(before), newValue } as const;
    return { ...plan, extraChanges: [...extraChanges, change] };
  });
}

/** Fails if another transaction created a record meanwhile; the writer then retries. */
export async function saveNewSources(write: Write, plans: readonly Plan[]): Promise<void> {
  const { accountId } = write;
  const rows = plans.flatMap(({ id, at, newSources }) =>
    newSources.map((record) => ({ accountId, customerId: id, ...record, seenAt: at })),
  );
  await insertRows(write, 'CustomerSource', rows);
}
