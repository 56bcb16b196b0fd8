import { readId } from '../customer/input.ts';
import { holdTokens } from '../identifier/hold.ts';
import { bestMatches, deletedRank, type NameMatch } from '../identifier/reference-data.ts';
import { readSourceRecord } from '../source/key.ts';
import { findBySources, type SourceKey, sourceToken } from '../source/records.ts';
import { type SourcedModel, sourced } from '../source/sourced.ts';
import type { Write } from '../write/writer.ts';
import type { Item, RecordType, UpsertItem } from './record-type.ts';

/** An item with its keys; without any, it is invalid. */
export interface Keyed<I, R> extends Item<I> {
  readonly reference: R;
  readonly id: string | undefined;
  readonly source: SourceKey | undefined;
  readonly name: string | undefined;
}

export interface Located<I, R> extends Keyed<I, R> {
  /** The id of the row that the item matches; undefined if it creates one. */
  readonly match: string | undefined;
  readonly isByName: boolean;
  /** Whether the row has the source record already, or the item has none. */
  readonly isLinked: boolean;
}

const earlier = 'An earlier item of the call names the same object; send it once.';

type Matching<M extends SourcedModel, I extends UpsertItem, R> = Pick<
  RecordType<M, I, R>,
  'model' | 'noun' | 'byName'
>;

function keysOf<M extends SourcedModel, I extends UpsertItem, R>(
  { model, byName }: Matching<M, I, R>,
  { input, faults }: Item<I>,
  reference: R,
): Keyed<I, R> {
  const record = input.source == null ? undefined : readSourceRecord(input.source, faults.at('source'));
  const isInvalid = input.source != null && record === undefined;
  const id = input.id == null ? undefined : readId(input.id, model, 'id', faults);
  const name = isInvalid ? undefined : byName?.keyOf(input, reference);
  if (input.id == null && input.source == null && name === undefined && faults.isEmpty)
    faults.add(
      'REQUIRED',
      'source',
      byName === undefined
        ? 'An item requires its source record or its id.'
        : `An item requires its source record or \`${byName.path}\`.`,
    );
  return { input, faults, reference, id, name, source: record && { model, ...record } };
}

interface Found {
  readonly sources: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, readonly NameMatch[]>;
}

const isOpen = ({ id, source }: Keyed<unknown, unknown>, sources: Found['sources']): boolean =>
  id === undefined && (source === undefined || !sources.has(sourceToken(source)));

async function find<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  { byName }: Matching<M, I, R>,
  keyed: readonly Keyed<I, R>[],
): Promise<Found> {
  const sources = await findBySources(
    write,
    keyed.flatMap(({ source }) => source ?? []),
  );
  const names = keyed.flatMap((each) => (isOpen(each, sources) ? (each.name ?? []) : []));
  return { sources, names: (await byName?.find(write, [...new Set(names)])) ?? new Map() };
}

const nameToken = <M extends SourcedModel, I extends UpsertItem, R>(
  { model, byName }: Matching<M, I, R>,
  { name }: Keyed<I, R>,
): readonly string[] =>
  name === undefined || byName === undefined ? [] : [`${model} ${byName.tokenOf(name)}`];

/** Also locks the keys of items without a source record: no other upsert can create or link them meanwhile. */
async function findOrHold<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  type: Matching<M, I, R>,
  keyed: readonly Keyed<I, R>[],
): Promise<Found> {
  const found = await find(write, type, keyed);
  const tokens = keyed.flatMap((each) => {
    if (!isOpen(each, found.sources)) return [];
    return [...(each.source ? [sourceToken(each.source)] : []), ...nameToken(type, each)];
  });
  if (tokens.length === 0) return found;
  await holdTokens(write, tokens);
  return find(write, type, keyed);
}

/** The systems that each row has a record of. An item adds its own to those of the row that it matches. */
async function systemsOf<M extends SourcedModel>(
  write: Write,
  model: M,
  names: Found['names'],
): Promise<Map<string, Set<string>>> {
  const ids = [...new Set([...names.values()].flat().map(({ id }) => id))];
  const { column } = sourced[model];
  const systems = new Map<string, Set<string>>();
  for (const row of await write.rows('ObjectSource', column, ids)) {
    const id = row[column] ?? '';
    systems.set(id, (systems.get(id) ?? new Set()).add(row.system));
  }
  return systems;
}

function matchByName<I, R>(
  { name, source, faults }: Keyed<I, R>,
  { noun, path }: { readonly noun: string; readonly path: string },
  names: Found['names'],
  systems: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const living = (names.get(name ?? '') ?? []).filter(({ rank }) => rank < deletedRank);
  const free = bestMatches(living).filter(
    ({ id }) => source === undefined || !systems.get(id)?.has(source.system),
  );
  if (free.length > 1)
    faults.add(
      'AMBIGUOUS',
      path,
      `More than one ${noun} matches; use the exact name, or link one by its id.`,
    );
  return free.length === 1 ? free[0]?.id : undefined;
}

/** Finds the rows of the items that have valid keys. Of several items of one object, the later ones fail. */
export async function locate<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  type: Matching<M, I, R>,
  items: readonly Item<I>[],
  references: readonly R[],
): Promise<readonly Located<I, R>[]> {
  const keyed = items.flatMap((item, at) => {
    // `resolve` returns a reference for each item.
    const reference = references[at] as R;
    return keysOf(type, item, reference);
  });
  const usable = keyed.filter(({ id, source, name }) => (id ?? source ?? name) !== undefined);
  const { sources, names } = await findOrHold(write, type, usable);
  const systems = await systemsOf(write, type.model, names);
  const taken = new Set<string>();
  const take = (keys: readonly string[]): boolean => {
    const isFree = keys.every((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return isFree;
  };
  return usable.flatMap((each): Located<I, R> | readonly [] => {
    const { id, source, name, faults } = each;
    const linked = source && sources.get(sourceToken(source));
    if (id !== undefined && linked !== undefined && linked !== id)
      faults.add('TAKEN', 'source', `Another ${type.noun} has this source record; use another.`);
    const path = type.byName?.path ?? 'id';
    const isByName = id === undefined && linked === undefined && name !== undefined;
    const match = isByName ? matchByName(each, { noun: type.noun, path }, names, systems) : (id ?? linked);
    const keys = [
      ...(source === undefined ? [] : [sourceToken(source)]),
      ...(match === undefined ? [] : [match]),
      ...(isByName && match === undefined && source === undefined ? nameToken(type, each) : []),
    ];
    if (!take(keys)) {
      faults.add('TAKEN', source === undefined ? path : 'source', earlier);
      return [];
    }
    if (faults.has('AMBIGUOUS')) return [];
    if (match !== undefined && source !== undefined)
      systems.set(match, (systems.get(match) ?? new Set()).add(source.system));
    return { ...each, match, isByName, isLinked: source === undefined || linked !== undefined };
  });
}

/** Whether the names still match the rows, which are locked by now. */
export async function areNamesCurrent<M extends SourcedModel, I extends UpsertItem, R>(
  write: Write,
  { byName }: Matching<M, I, R>,
  located: readonly Located<I, R>[],
): Promise<boolean> {
  const named = located.filter(({ isByName, match }) => isByName && match !== undefined);
  const names = await byName?.find(write, [...new Set(named.flatMap(({ name }) => name ?? []))]);
  return named.every(({ name, match }) =>
    names?.get(name ?? '')?.some(({ id, rank }) => id === match && rank < deletedRank),
  );
}
