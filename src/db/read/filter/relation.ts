import { type ColumnOf, join, type ModelName, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Combined, Condition, One } from './condition.ts';
import { isPresent } from './presence.ts';

/** A foreign key: its columns in the row that refers, each with its column in the row that is referred to. */
export type Key = readonly (readonly [own: string, theirs: string])[];

export function keyOf(model: ModelName, name: string): { readonly to: ModelName; readonly key: Key } {
  const { references, column } = table(model);
  const reference = references.find(({ columns }) => columns[column(name).column] === 'id');
  if (reference === undefined) throw new Error(`${model}.${name} is not a foreign key.`);
  const { model: to, columns } = reference;
  return { to, key: Object.entries(columns).map(([own, field]) => [own, table(to).column(field).column]) };
}

/** Whether an account has as many rows of a model as customers, or more. */
const belongsToCustomers = (model: ModelName): boolean =>
  model === 'Customer' || table(model).references.some((reference) => reference.model === 'Customer');

export const refersTo = (from: string, key: Key, to: string): Sql =>
  raw(key.map(([own, theirs]) => `${from}."${own}" = ${to}."${theirs}"`).join(' and '));

export const existsIn = (from: Sql, conditions: readonly Sql[]): Sql =>
  sql`exists (select from ${from} where ${join(conditions, ' and ')})`;

export const aliasBelow = (alias: string): string => `${alias}r`;

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
      if (existence !== undefined) return [isPresent(ref(alias, column), existence)];
      const row = aliasBelow(alias);
      const conditions = related.conditions(filter, value, row);
      const exists = existsIn(related.from(filter, row), [refersTo(alias, key, row), ...conditions]);
      if (!matchesMissing(value)) return [exists];
      return conditions.length === 0 ? [] : [sql`(${ref(alias, column)} is null or ${exists})`];
    },
  };
}
