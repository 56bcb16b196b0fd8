import type { Maybe } from '../../../maybe.ts';
import { join, type ModelName, raw, type Sql, sql, table } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition, Many, One, Related } from './condition.ts';
import { aliasBelow, existenceIn, existsIn, type Key, keyOf, refersTo } from './relation.ts';

/** A foreign key by which rows of a model refer to the filtered row; `to` is that to the listed row, if it is another. */
interface Path {
  readonly model: ModelName;
  readonly by: string;
  readonly to?: string;
}

/** The outer condition is always true, but its low estimate makes PostgreSQL build a hash table. */
const withLowEstimate = (referring: string, key: Key, from: Sql, conditions: readonly Sql[]): Sql =>
  sql`select ${raw(key.map(([, theirs]) => `f."${theirs}"`).join(', '))}
    from (select ${raw(key.map(([own, theirs]) => `${referring}."${own}" as "${theirs}"`).join(', '))}
      from ${from} where ${join(conditions, ' and ')} offset 0) f
    where f.id like (select '%')`;

/** The rows of lists that match a filter, and the alias of the rows that refer to the filtered row. */
function rowsOf(filter: string, { model, to }: Path) {
  const link = to === undefined ? undefined : keyOf(model, to).key;
  return (value: object, alias: string, related: Related) => {
    const row = aliasBelow(alias);
    const referring = link === undefined ? row : `${row}j`;
    const rows = related.from(filter, row);
    return {
      referring,
      from: link === undefined ? rows : sql`${table(model).name} ${raw(referring)}, ${rows}`,
      conditions: [
        ...(link === undefined ? [] : [refersTo(referring, link, row)]),
        ...related.conditions(filter, value, row),
      ],
    };
  };
}

type RowMatches = (value: object, alias: string, related: Related) => Sql;

/** The conditions on the rows of a list, by their alias, and on all of them as a group. */
type Group = (row: string, related: Related) => { readonly where?: readonly Sql[]; readonly having: Sql };
type GroupMatches = (group: Group, ...given: Parameters<RowMatches>) => Sql;

/** Whether a row of a list matches a filter: a condition that is never null. */
function rowMatches(filter: string, path: Path): RowMatches {
  const { key } = keyOf(path.model, path.by);
  const rows = rowsOf(filter, path);
  return (value, alias, related) => {
    const { referring, from, conditions } = rows(value, alias, related);
    // Without an index, the time to look up the rows of each filtered row would depend on the compared text.
    return related.computes(filter, value)
      ? isAmong(
          alias,
          withLowEstimate(referring, key, from, conditions),
          key.map(([, theirs]) => theirs),
        )
      : existsIn(from, [refersTo(referring, key, alias), ...conditions]);
  };
}

/** Whether the rows of a list that match a filter, as a group, match a condition: all lists are read at once. */
function groupMatches(filter: string, path: Path): GroupMatches {
  const { key } = keyOf(path.model, path.by);
  const rows = rowsOf(filter, path);
  return (group, value, alias, related) => {
    const { referring, from, conditions } = rows(value, alias, related);
    const own = raw(key.map(([column]) => `${referring}."${column}"`).join(', '));
    const { where = [], having } = group(aliasBelow(alias), related);
    return isAmong(
      alias,
      sql`select ${own} from ${from} where ${join([sql`true`, ...conditions, ...where], ' and ')}
        group by ${own} having ${having}`,
      key.map(([, theirs]) => theirs),
    );
  };
}

/** The number of rows of a list that match a filter. */
export interface CountFilter {
  readonly of?: Maybe<object>;
  readonly from?: Maybe<number>;
  readonly to?: Maybe<number>;
}

/** The sum of the amounts in one currency of the rows of a list that match a filter; 0 if there are none. */
export interface SumFilter {
  readonly of?: Maybe<object>;
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly currencyCode: string;
}

interface Quantified {
  readonly sum?: Maybe<SumFilter>;
  readonly count?: Maybe<CountFilter>;
  readonly some?: object | null;
  readonly none?: object | null;
  readonly every?: object | null;
}

const isMoreThan =
  (least: number): Group =>
  () => ({ having: sql`count(*) > ${least}::bigint` });

const isSum =
  (filter: string, operator: '<' | '<=' | '>=' | '>', bound: string, currencyCode: string): Group =>
  (row, { amountOf }) => {
    const { amount, currency } = amountOf(filter, row);
    return {
      where: [sql`${currency} = upper(${currencyCode}::text)`],
      having: sql`sum(${amount}) ${raw(operator)} ${bound}::numeric`,
    };
  };

/** Conditions on a sum. Lists without amounts are in no group, so that a bound that 0 matches excludes the others. */
function sumConditions(
  filter: string,
  { from, to, currencyCode }: SumFilter,
  matches: (group: Group) => Sql,
) {
  const sum = (operator: Parameters<typeof isSum>[1], bound: string) =>
    matches(isSum(filter, operator, bound, currencyCode));
  return [
    ...(from == null ? [] : [Number(from) > 0 ? sum('>=', from) : sql`not ${sum('<', from)}`]),
    ...(to == null ? [] : [Number(to) < 0 ? sum('<=', to) : sql`not ${sum('>', to)}`]),
  ];
}

const anyOf = (alternatives: readonly Sql[]): Sql => sql`(${join(alternatives, ' or ')})`;

/** Filters of the rows of a list. If it has several paths, each filtered row has rows on one of them at most. */
export function many<F extends string>(
  filter: F,
  path: Path | readonly Path[],
  description: string,
): Condition<Many<F>> {
  const paths = [path].flat();
  const [rowsMatch, groupsMatch] = [
    paths.map((each) => rowMatches(filter, each)),
    paths.map((each) => groupMatches(filter, each)),
  ];
  const matches: RowMatches = (...given) => anyOf(rowsMatch.map((isMatch) => isMatch(...given)));
  const grouped: GroupMatches = (...given) => anyOf(groupsMatch.map((isMatch) => isMatch(...given)));
  return {
    type: `${filter}ListFilter`,
    description,
    price: 'filterRelated',
    relation: { to: filter, kind: 'many' },
    sql(value: object, alias, related) {
      const { some, none, every, count, sum }: Quantified = value;
      const { of, from, to } = count ?? {};
      const moreThan = (least: number) => grouped(isMoreThan(least), of ?? {}, alias, related);
      return [
        ...(from != null && from > 0 ? [moreThan(from - 1)] : []),
        ...(to == null ? [] : [to < 0 ? sql`false` : sql`not ${moreThan(to)}`]),
        ...(sum ? sumConditions(filter, sum, (group) => grouped(group, sum.of ?? {}, alias, related)) : []),
        ...(some ? [matches(some, alias, related)] : []),
        ...(none ? [sql`not ${matches(none, alias, related)}`] : []),
        ...(every ? [sql`not ${matches({ not: every }, alias, related)}`] : []),
      ];
    },
  };
}

/** A filter that at least one row of a list must match; without conditions, it restricts nothing. */
export function any<F extends string>(filter: F, path: Path, description: string): Condition<One<F>> {
  const matches = rowMatches(filter, path);
  return {
    type: `${filter}Filter`,
    description,
    price: 'filterRelated',
    relation: { to: filter, kind: 'any' },
    sql(value: object, alias, related) {
      const existence = existenceIn(value);
      if (existence !== undefined)
        return [sql`${raw(existence ? '' : 'not ')}${matches({}, alias, related)}`];
      return related.conditions(filter, value, alias).length === 0 ? [] : [matches(value, alias, related)];
    },
  };
}
