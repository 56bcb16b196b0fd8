import type { Maybe } from '../../maybe.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { maxSourceRecords, readSourceRecord } from '../source/key.ts';
import { addSources, findBySources, moveSources, type SourceKey, sourceToken } from '../source/records.ts';
import { sourced } from '../source/sourced.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';

/** An object to link source records to. */
export interface Linked {
  readonly model: 'AccountUser' | 'Department' | 'Role';
  /** Undefined for a new object. */
  readonly id: string | undefined;
}

const nouns = { AccountUser: 'account user', Department: 'department', Role: 'role' } as const;

export function readSource(
  given: SourceRecordKey,
  faults: Faults,
  model: Linked['model'] = 'AccountUser',
): SourceKey | undefined {
  const record = readSourceRecord(given, faults);
  return record && { model, ...record };
}

export async function findBySource(write: Write, source: SourceKey): Promise<string | undefined> {
  return (await findBySources(write, [source])).get(sourceToken(source));
}

async function checkOwners(
  write: Write,
  records: ReadonlyMap<string, readonly [place: number, source: SourceKey]>,
  { model, id }: Linked,
): Promise<readonly SourceKey[]> {
  const { faults } = write;
  const sources = [...records.values()].map(([, source]) => source);
  const owners = await findBySources(write, sources);
  for (const [token, [place]] of records) {
    const owner = owners.get(token);
    if (owner !== undefined && owner !== id)
      faults.add('TAKEN', ['addSources', String(place)], `Another ${nouns[model]} has this source record.`);
  }
  const added = sources.filter((source) => !owners.has(sourceToken(source)));
  if (added.length === 0) return added;
  const present = id === undefined ? [] : await write.rows('ObjectSource', sourced[model].column, [id]);
  if (present.length + added.length > maxSourceRecords)
    faults.add('LIMIT_EXCEEDED', 'addSources', `The maximum is ${maxSourceRecords} source records.`);
  return added;
}

/** The source records to link: those of the list, and the one that a new object is identified by. */
export async function readSources(
  write: Write,
  given: Maybe<readonly SourceRecordKey[]>,
  linked: Linked,
  key?: SourceKey | undefined,
): Promise<readonly SourceKey[]> {
  const { faults } = write;
  const list = given ?? [];
  const records = new Map<string, readonly [number, SourceKey]>();
  for (const [place, each] of list.entries()) {
    const source = readSource(each, faults.at(['addSources', String(place)]), linked.model);
    if (source !== undefined && !records.has(sourceToken(source)))
      records.set(sourceToken(source), [place, source]);
  }
  const added = await checkOwners(write, records, linked);
  const isNew = key !== undefined && linked.id === undefined && !records.has(sourceToken(key));
  return isNew ? [...added, key] : added;
}

/** Also sets the time of the record that the object was found by. */
export async function saveSources(
  write: Write,
  id: string,
  added: readonly SourceKey[],
  found: SourceKey | undefined,
  at: string,
): Promise<void> {
  const linked = (sources: readonly SourceKey[]) => sources.map((source) => ({ ...source, id }));
  await addSources(write, linked(added), at);
  if (found !== undefined) await moveSources(write, linked([found]), at);
}
