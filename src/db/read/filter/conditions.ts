import { empty, join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Combined, Related } from './condition.ts';
import { definitionOf } from './filters.ts';
import { partsOf } from './parts.ts';
import { weigh } from './weight.ts';

/** The tables, in addition to its own, that a filter reads. */
export const joinsOf = (name: string, alias: string): Sql => definitionOf(name).joins?.(alias) ?? empty;

const from = (name: string, alias: string): Sql =>
  sql`${table(definitionOf(name).model).name} ${raw(alias)}${joinsOf(name, alias)}`;

const computes = (name: string, filter: object): boolean => weigh(name, filter).computed > 0;

function amountOf(name: string, alias: string) {
  const { model, amount } = definitionOf(name);
  if (amount === undefined) throw new Error(`${name} has no amount.`);
  const of = (field: string): Sql => ref(alias, table(model).column(field));
  return { amount: of(amount.value), currency: of(amount.currency) };
}

const related: Related = { from, conditions: filterConditions, computes, amountOf };

function isMatch(name: string, filter: object, alias: string): Sql {
  const conditions = filterConditions(name, filter, alias);
  return conditions.length === 0 ? sql`true` : sql`(${join(conditions, ' and ')})`;
}

const anyOf = (alternatives: readonly Sql[]): Sql =>
  alternatives.length === 0 ? sql`false` : sql`(${join(alternatives, ' or ')})`;

/** The conditions of a filter on the rows of an alias, which must all hold. */
export function filterConditions(name: string, filter: object, alias: string): readonly Sql[] {
  const { and, or, not }: Combined = filter;
  return [
    ...partsOf(name, filter).conditions.flatMap(({ condition, value }) =>
      condition.sql(value, alias, related),
    ),
    ...(and ?? []).flatMap((each) => filterConditions(name, each, alias)),
    ...(or ? [anyOf(or.map((each) => isMatch(name, each, alias)))] : []),
    // A condition on a null is neither true nor false; "not" matches every row where it is not true.
    ...(not ? [sql`(${isMatch(name, not, alias)} is not true)`] : []),
  ];
}
