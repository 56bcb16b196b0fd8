import type { Maybe } from '../../../maybe.ts';
import { type ColumnOf, join, type ModelName, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Combined, Condition, Many, One, Related } from './condition.ts';

/** A foreign key: its columns in the row that refers, each with its column in the row that is referred to. */
type Key = readonly (readonly [own: string, theirs: string])[];

function keyOf(model: ModelName, name: string): { readonly to: ModelName; readonly key: Key } {
  const { references, column } = table(model);
  const reference = references.find(({ columns }) => columns[column(name).column] === 'id');
  if (reference === undefined) throw new Error(`${model}.${name} is not a foreign key.`);
  const { model: to, columns } = reference;
  return { to, key: Object.entries(columns).map(([own, field]) => [own, table(to).column(field).column]) };
}

/** Whether an account has as many rows of a model as customers, or more. */
const belongsToCustomers = (model: ModelName): boolean =>
  model === 'Customer' || table(model).references.some((reference) => reference.model === 'Customer');

const refersTo = (from: string, key: Key, to: string): Sql =>
  raw(key.map(([own, theirs]) => `${from}."${own}" = ${to}."${theirs}"`).join(' and '));

const existsIn = (from: Sql, conditions: readonly Sql[]): Sql =>
  sql`exists (select from ${from} where ${join(conditions, ' and ')})`;

const aliasBelow = (alias: string): string => `${alias}r`;

/** The value of a filter that consists of `exists` alone; undefined for any other filter. */
export function existenceIn(filter: object): boolean | undefined {
  const given = Object.entries(filter).filter(([, value]) => value != null);
  const [first] = given;
  return given.length === 1 && first?.[0] === 'exists' ? Boolean(first[1]) : undefined;
}

/** Whether a filter matches a row that does not exist: of conditions on it, only `exists: false` is true. */
function matchesMissing(filter: object): boolean {
  const { and, or, not, ...conditions }: Combined = filter;
  return (
    Object.entries(conditions).every(
      ([name, value]) => value == null || (name === 'exists' && value === false),
    ) &&
    (and ?? []).every(matchesMissing) &&
    (!or || or.some(matchesMissing)) &&
    !(not && matchesMissing(not))
  );
}

/** A filter of the row that a column refers to. A row that does not exist matches only `exists: false`. */
export function one<M extends ModelName, F extends string>(
  model: M,
  name: ColumnOf<M>,
  filter: F,
  description: string,
): Condition<One<F>> {
  const { to, key } = keyOf(model, name);
  const column = table(model).column(name);
  return {
    type: `${filter}Filter`,
    description,
    price: belongsToCustomers(to) ? 'filterRelated' : 'filterReference',
    relation: { to: filter, kind: 'one' },
    sql(value: object, alias, related) {
      const existence = existenceIn(value);
      if (existence !== undefined)
        return [sql`${ref(alias, column)} ${raw(existence ? 'is not null' : 'is null')}`];
      const row = aliasBelow(alias);
      const conditions = related.conditions(filter, value, row);
      const exists = existsIn(related.from(filter, row), [refersTo(alias, key, row), ...conditions]);
      if (!matchesMissing(value)) return [exists];
      return conditions.length === 0 ? [] : [sql`(${ref(alias, column)} is null or ${exists})`];
    },
  };
}

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

/** Whether a row of a list matches a filter: a condition that is never null. */
function rowMatches(filter: string, path: Path) {
  const { key } = keyOf(path.model, path.by);
  const rows = rowsOf(filter, path);
  return (value: object, alias: string, related: Related): Sql => {
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

/** Whether more rows of a list than a number match a filter: all lists are counted at once. */
function moreMatch(filter: string, path: Path) {
  const { key } = keyOf(path.model, path.by);
  const rows = rowsOf(filter, path);
  return (least: number, value: object, alias: string, related: Related): Sql => {
    const { referring, from, conditions } = rows(value, alias, related);
    const own = raw(key.map(([column]) => `${referring}."${column}"`).join(', '));
    return isAmong(
      alias,
      sql`select ${own} from ${from} where ${join([sql`true`, ...conditions], ' and ')}
        group by ${own} having count(*) > ${least}::bigint`,
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

interface Quantified {
  readonly count?: Maybe<CountFilter>;
  readonly some?: object | null;
  readonly none?: object | null;
  readonly every?: object | null;
}

/** Filters of the rows of a list. */
export function many<F extends string>(filter: F, path: Path, description: string): Condition<Many<F>> {
  const matches = rowMatches(filter, path);
  const more = moreMatch(filter, path);
  return {
    type: `${filter}ListFilter`,
    description,
    price: 'filterRelated',
    relation: { to: filter, kind: 'many' },
    sql(value: object, alias, related) {
      const { some, none, every, count }: Quantified = value;
      const { of, from, to } = count ?? {};
      const moreThan = (least: number) => more(least, of ?? {}, alias, related);
      return [
        ...(from != null && from > 0 ? [moreThan(from - 1)] : []),
        ...(to == null ? [] : [to < 0 ? sql`false` : sql`not ${moreThan(to)}`]),
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
