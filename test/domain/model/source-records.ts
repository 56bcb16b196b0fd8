import type { Key } from './read-customer.ts';
import type { Customer, Input, State, Wrong } from './state.ts';
import { readNeeded } from './texts.ts';

/** A source record in an input, with its path. */
export interface GivenSource {
  readonly path: readonly (string | number)[];
  readonly key: Key;
}

export const sourceOf = ({ within, value }: Key): string => `${within} ${value}`;

export const sourcesIn = (given: unknown, path: string, wrong: Wrong): readonly GivenSource[] =>
  ((given ?? []) as readonly Input[]).flatMap(({ system, sourceId }, at) => {
    const value = readNeeded(sourceId, { max: 255 }, [path, at, 'sourceId'], wrong);
    if (value === undefined) return [];
    return { path: [path, at], key: { kind: 'source', value, within: String(system) } };
  });

/** A given short id names a record, too. */
export function shortIdIn({ shortId }: Input): readonly GivenSource[] {
  const value = String(shortId ?? '').trim();
  if (value === '' || value.length > 255) return [];
  return [{ path: ['shortId'], key: { kind: 'source', value, within: 'INVENTORY_PRO' } }];
}

export interface SourceChange {
  readonly added: readonly Key[];
  readonly named: readonly Key[];
}

const isWarehouse = (record: string): boolean => record.startsWith('INVENTORY_PRO ');

/** The id of the first record of the warehouse system. */
export const shortIdOf = (sources: readonly string[]): string | null =>
  sources.find(isWarehouse)?.slice('INVENTORY_PRO '.length) ?? null;

/** The records in their order, after a change of the short id, unless that is undefined. */
export function sourcesAfter(
  before: readonly string[],
  { added, named }: SourceChange,
  shortId: unknown,
  wrong: Wrong,
): string[] {
  const all = [...new Set([...before, ...added.map(sourceOf)])];
  if (shortId === undefined) return all;
  const kept = named.map(sourceOf);
  const isChanging = added.length > 0 || shortId !== shortIdOf(before);
  if (shortId === null && isChanging && kept.some(isWarehouse)) wrong.add('INVALID', 'shortId');
  if (shortId === null) return all.filter((each) => !isWarehouse(each));
  const own = `INVENTORY_PRO ${shortId}`;
  const old = before.find(isWarehouse) ?? own;
  return [own, ...all.filter((each) => each !== own && (each !== old || kept.includes(old)))];
}

/** The records that no customer has yet; those of another customer are errors. */
export function newSourcesIn(
  { customers }: State,
  given: readonly GivenSource[],
  current: Customer | undefined,
  wrong: Wrong,
): SourceChange {
  const added = new Map<string, Key>();
  for (const { path, key } of given) {
    const owner = customers.find(({ sources }) => sources.includes(sourceOf(key)));
    if (owner === undefined) added.set(sourceOf(key), key);
    else if (owner !== current) wrong.add('TAKEN', ...path);
  }
  const named = given.filter(({ path }) => path[0] !== 'shortId').map(({ key }) => key);
  return { added: [...added.values()], named };
}
