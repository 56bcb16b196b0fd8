import { empty, join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Session } from '../../wire/session.ts';
import { withSearch } from '../customer-search.ts';
import type { IntRange } from '../filter/kinds.ts';
import { fromParents, type List, parent, statementName, type Where } from '../list.ts';
import { executeAlone, literal } from '../statement.ts';
import type { Grouped } from './group-key.ts';
import { amounts, hasLabel, keyColumns, labelsOf, membersOf } from './members.ts';

/** A key of the order of groups: their count, their keys, or the sum of their amounts in a unit. */
export interface GroupSort {
  readonly by: 'count' | 'key' | { readonly sumIn: string };
  readonly descending: boolean;
}

export interface GroupRequest {
  readonly where: Where;
  readonly groupBy: readonly string[];
  readonly order: readonly GroupSort[];
  readonly first: number;
  readonly hasSums: boolean;
  /** Bounds of the number of rows of a group. */
  readonly count?: IntRange;
}

/** The amounts in one unit; exact, as text. */
export interface AmountSum {
  readonly unit: string;
  readonly count: number;
  readonly sum: string;
  readonly min: string;
  readonly max: string;
}

export interface Group {
  /** The value of each key as text; null for rows without a value. */
  readonly keys: readonly (string | null)[];
  /** The texts that are shown in place of keys. */
  readonly labels: readonly (string | null)[];
  readonly count: number;
  readonly sums: readonly AmountSum[];
}

export interface Groups {
  readonly groups: readonly Group[];
  /** The number of all groups. */
  readonly total: number;
}

const grouping = (keys: readonly Sql[]): Sql => (keys.length === 0 ? raw('()') : join(keys));

const direction = (descending: boolean): Sql => raw(descending ? ' desc nulls last' : ' asc nulls last');

function orderOf({ groupBy, order }: GroupRequest): Sql {
  const keys = keyColumns(groupBy, 'u');
  const items = order.flatMap(({ by, descending }) => {
    if (by === 'count') return [sql`total${direction(descending)}`];
    if (by === 'key') return keys.map((key) => sql`${key}${direction(descending)}`);
    return [sql`sum(u.sum) filter (where u.unit = ${by.sumIn})${direction(descending)}`];
  });
  const all = [...items, ...keys.map((key) => sql`${key}${direction(false)}`)];
  return all.length === 0 ? empty : sql`order by ${join(all)}`;
}

function havingOf({ from, to, exists }: IntRange): Sql {
  const bounds = [
    ...(from == null ? [] : [sql`sum(u.n) >= ${from}::bigint`]),
    ...(to == null ? [] : [sql`sum(u.n) <= ${to}::bigint`]),
    ...(exists === false ? [sql`false`] : []),
  ];
  return bounds.length === 0 ? empty : sql`having ${join(bounds, ' and ')}`;
}

const sumsOf = sql`jsonb_agg(jsonb_build_array(u.unit, u.amounts, u.sum::text, u.min::text, u.max::text) order by u.unit)
  filter (where u.unit is not null)`;

/** The keys and labels of groups of the rows of an alias, each followed by a comma. */
function keysIn(list: List<Grouped>, groupBy: readonly string[], alias: string): Sql {
  const labels = labelsOf(list, groupBy).map((label) => sql`min(${raw(alias)}.${label}) as ${label}`);
  const all = [...keyColumns(groupBy, alias), ...labels].map((each) => sql`${each}, `);
  return all.length === 0 ? empty : join(all, '');
}

/** The rows by their keys and, for sums, by their unit. */
function countedByUnit({ accountId }: Session, list: List<Grouped>, request: GroupRequest): Sql {
  const { where, groupBy, hasSums } = request;
  const { value, unit } = amounts[list.model];
  const of = (name: string) => ref('m', table(list.model).column(name));
  const columns = hasSums ? [value, unit] : [];
  const sums = hasSums
    ? sql`, ${of(unit)} as unit, count(${of(value)}) as amounts,
        sum(${of(value)}) as sum, min(${of(value)}) as min, max(${of(value)}) as max`
    : empty;
  return sql`select ${keysIn(list, groupBy, 'm')}count(*) as n${sums}
    from (${membersOf({ list, accountId, where, groupBy, columns })}) m
    group by ${grouping([...keyColumns(groupBy, 'm'), ...(hasSums ? [of(unit)] : [])])}`;
}

function statement(session: Session, list: List<Grouped>, request: GroupRequest, parents: readonly string[]) {
  const { where, groupBy, first, hasSums } = request;
  const search = withSearch({ query: where.query, accountId: session.accountId, extent: 'all' });
  const shown = [
    ...[raw(`${parent}.id`), raw('g.groups'), raw('g.total'), raw(hasSums ? 'g.sums' : 'null')],
    ...keyColumns(groupBy, 'g').map((key) => sql`${key}::text`),
    ...labelsOf(list, groupBy).map((label) => sql`g.${label}`),
  ];
  return sql`${statementName(list, 'groups')} ${search}
    select ${join(shown)} ${fromParents(list, parents)} cross join lateral (
      select ${keysIn(list, groupBy, 'u')}coalesce(sum(u.n), 0) as total, count(*) over () as groups
        ${hasSums ? sql`, ${sumsOf} as sums` : empty}
      from (${countedByUnit(session, list, request)}) u group by ${grouping(keyColumns(groupBy, 'u'))}
      ${havingOf(request.count ?? {})} ${orderOf(request)} limit ${literal(first)}
    ) g`;
}

type SumRow = readonly [unit: string, count: number, sum: string, min: string, max: string];

export const toSum = ([unit, count, sum, min, max]: SumRow): AmountSum => ({ unit, count, sum, min, max });

/** The groups of each parent's rows, at most `first`. A parent without rows has none, or one without keys. */
export async function readGroups(
  session: Session,
  list: List<Grouped>,
  request: GroupRequest,
  parents: readonly string[],
): Promise<ReadonlyMap<string, Groups>> {
  const { groupBy } = request;
  const read = statement(session, list, request, parents);
  const groups = new Map<string, Group[]>();
  const totals = new Map<string, number>();
  for (const [id, total, count, sums, ...values] of await executeAlone(session, read, {
    isExpensive: true,
  })) {
    const texts = values.slice(groupBy.length);
    const found = groups.get(id ?? '') ?? [];
    found.push({
      keys: values.slice(0, groupBy.length),
      labels: groupBy.map((name) => (hasLabel(list, name) ? (texts.shift() ?? null) : null)),
      count: Number(count),
      // The statement builds these arrays.
      sums: sums == null ? [] : (JSON.parse(sums) as readonly SumRow[]).map(toSum),
    });
    groups.set(id ?? '', found);
    totals.set(id ?? '', Number(total));
  }
  return new Map([...groups].map(([id, found]) => [id, { groups: found, total: totals.get(id) ?? 0 }]));
}
