import type { ObjectRef } from '@pothos/core';
import type { Grouped } from '../../db/read/aggregate/group-key.ts';
import type { Group, GroupRequest, GroupSort } from '../../db/read/aggregate/groups.ts';
import type { IntRange } from '../../db/read/filter/kinds.ts';
import type { List } from '../../db/read/list.ts';
import type { Loaders } from '../../loaders/index.ts';
import { checkRange } from '../filter/range.ts';
import { builder, type Types } from './builder.ts';
import { reads } from './reads.ts';
import { requestError } from './request-error.ts';

type AggregateRef<M extends Grouped> = ObjectRef<Types, Aggregate<M>>;

export const usualGroups = 100;
export const maxGroups = 1_000;
const maxKeys = 5;

export const keySort =
  'The values of the keys, in the order of `groupBy`: times by time, enum values in the order of the enum, texts by code point, objects by id.';
export const sortedGroups =
  'Orders the groups by these keys, nulls last, and ties by the keys of the groups. Largest groups first if absent, null or empty.';
export const countedGroups =
  'Returns only groups whose number of members is in this range: `{ from: 2 }` returns values shared by several. `groupCount` also counts only these groups.';
export const firstGroups = `Returns at most this number of groups: 1 to ${maxGroups}; ${usualGroups} if null.`;

/** The groups of one parent’s rows. Data is loaded only when a field requests it. */
export interface Aggregate<M extends Grouped> {
  readonly list: List<M>;
  readonly parentId: string;
  readonly request: GroupRequest;
  readonly loaders: Loaders;
}

export interface GroupOf<M extends Grouped> {
  readonly aggregate: Aggregate<M>;
  readonly group: Group;
}

export interface GroupArgs<Key extends string> {
  readonly groupBy?: readonly Key[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly count?: IntRange | null | undefined;
}

const groupsOf = <M extends Grouped>({ list, parentId, request, loaders }: Aggregate<M>) =>
  // The list’s model is in the list; loaders read it from there.
  loaders.groups(list as unknown as List<Grouped>, request).defer(parentId);

/** The fields that all aggregates have. */
export function addGroups<M extends Grouped>(
  type: AggregateRef<M>,
  group: ObjectRef<Types, GroupOf<M>>,
): void {
  builder.objectFields(type, (t) => ({
    groups: t.field({
      type: [group],
      description: 'The groups in the order of `orderBy`, at most `first`.',
      extensions: { ...reads(), cost: { size: 1 } },
      resolve: (aggregate) =>
        groupsOf(aggregate).map(({ groups }) => groups.map((each) => ({ aggregate, group: each }))),
    }),
    groupCount: t.int({
      description: 'The number of all groups. Exact.',
      extensions: reads(),
      resolve: (aggregate) => groupsOf(aggregate).map(({ total }) => total),
    }),
    hasMore: t.boolean({
      description: 'Whether there are more groups than `groups` has.',
      extensions: reads(),
      resolve: (aggregate) => groupsOf(aggregate).map(({ groups, total }) => groups.length < total),
    }),
  }));
}

/** The maximum number of groups, for the price. */
export function groupsAtMost<Key extends string>(
  { groupBy, first }: GroupArgs<Key>,
  keys: Readonly<Record<Key, { readonly values?: number }>>,
): number {
  const possible = (groupBy ?? []).reduce((product, key) => product * (keys[key].values ?? maxGroups), 1);
  return Math.min(maxGroups, possible, Math.max(1, first ?? usualGroups));
}

/** Checks the arguments that all aggregates have. */
export function checkGroups<Key extends string>({
  groupBy,
  first,
  count,
}: GroupArgs<Key>): {
  readonly groupBy: readonly Key[];
  readonly first: number;
  readonly count?: IntRange;
} {
  if (count) checkRange('IntRange', count, 'count');
  const keys = groupBy ?? [];
  if (new Set(keys).size < keys.length)
    throw requestError('BAD_USER_INPUT', '`groupBy` contains a key twice; use each key once.');
  if (keys.length > maxKeys)
    throw requestError('LIMIT_EXCEEDED', `\`groupBy\` has ${keys.length} keys; the maximum is ${maxKeys}.`);
  const size = first ?? usualGroups;
  if (size < 1 || size > maxGroups)
    throw requestError(
      'PAGE_SIZE_INVALID',
      `\`first\` is ${size}; an aggregate has 1 to ${maxGroups} groups.`,
    );
  return { groupBy: keys, first: size, ...(count && { count }) };
}

interface Sort {
  readonly field: 'COUNT' | 'KEY' | 'SUM';
  readonly descending: boolean;
  /** The unit of the sum. */
  readonly unit: string | null;
}

const most: readonly GroupSort[] = [{ by: 'count', descending: true }];

/** `unitName`: the argument with the unit, which belongs to the sum alone. */
export function checkSorts(sorts: readonly Sort[], names: { readonly sum: string; readonly unit: string }) {
  const order = sorts.map(({ field, descending, unit }): GroupSort => {
    if (field === 'SUM') {
      if (unit === null)
        throw requestError(
          'BAD_USER_INPUT',
          `\`orderBy\` by \`${names.sum}\` has no \`${names.unit}\`: sums in different units are not compared. Give one.`,
        );
      return { by: { sumIn: unit }, descending };
    }
    if (unit !== null)
      throw requestError(
        'BAD_USER_INPUT',
        `\`orderBy\` by \`${field}\` has \`${names.unit}\`, which belongs to \`${names.sum}\`; omit it.`,
      );
    return { by: field === 'COUNT' ? 'count' : 'key', descending };
  });
  return order.length === 0 ? most : order;
}

export const hasSum = (order: readonly GroupSort[]): boolean =>
  order.some(({ by }) => typeof by === 'object');
