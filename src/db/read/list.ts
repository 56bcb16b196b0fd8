import {
  anyOf,
  empty,
  join,
  type ModelName,
  raw,
  ref,
  type Slot,
  type Sql,
  sql,
  table,
} from '../model/table.ts';
import { type ChangeFilter, changeConditions } from './change-filter.ts';
import { searchConditions } from './customer-search.ts';
import { filterConditions, joinsOf } from './filter/conditions.ts';
import type { AnyFilter } from './filter/filters.ts';
import { hasOnePlan } from './filter/plan.ts';
import { weigh } from './filter/weight.ts';
import type { Sort } from './order.ts';

/** The conditions of a list, as data: part of a cursor's fingerprint and of a loader's key. */
export interface Where {
  /** Columns and the value that each must equal, or one of the values; null matches rows without a value. */
  readonly equal?: Readonly<Record<string, string | boolean | null | readonly string[]>>;
  /** A name, or the email of a user, whose case is ignored. */
  readonly named?: string;
  /** The filter of the list's model. */
  readonly filter?: AnyFilter | null;
  readonly query?: string | null;
  readonly changes?: ChangeFilter;
}

function equalConditions(
  model: ModelName,
  equal: NonNullable<Where['equal']>,
  alias: string,
): readonly Sql[] {
  return Object.entries(equal).map(([name, value]) => {
    const column = table(model).column(name);
    if (value === null) return sql`${ref(alias, column)} is null`;
    if (Array.isArray(value)) return sql`${ref(alias, column)} = ${anyOf(value, column.type)}`;
    return sql`${ref(alias, column)} = ${value}::${raw(column.type)}`;
  });
}

const namedCondition = (column: Sql, name: string): Sql =>
  sql`lower(${column} collate "und-x-icu") = lower(${name}::text collate "und-x-icu")`;

export function conditions(
  model: ModelName,
  { equal, named, filter, changes }: Omit<Where, 'query'>,
  alias: string,
): readonly Sql[] {
  return [
    ...(equal ? equalConditions(model, equal, alias) : []),
    ...(named === undefined
      ? []
      : [namedCondition(ref(alias, table(model).column(model === 'User' ? 'email' : 'name')), named)]),
    ...(filter ? filterConditions(model, filter, alias) : []),
    ...(changes ? changeConditions(changes, alias) : []),
  ];
}

export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? empty : sql` and ${join(conditions, ' and ')}`;
}

/** Whether a statement is planned each time for its values. Searches and most conditions match few rows or many. */
export function isPlannedForValues(model: ModelName, { filter, query, changes }: Where): boolean {
  return Boolean(query) || changes !== undefined || Boolean(filter && !hasOnePlan(model, filter));
}

/** Whether finding the matches reads other tables, or all rows of the list. */
export function isCostly({ model }: List, { filter, query }: Where): boolean {
  return Boolean(query) || (Boolean(filter) && weigh(model, filter ?? {}).related > 0);
}

/** Declared once; the page, count and facet statements are derived from it. */
export interface List<M extends ModelName = ModelName> {
  /** `Type.field` as in the schema. Names the statements and binds cursors to the list. */
  readonly name: string;
  readonly model: M;
  /** The column of the listed rows that holds the parent's id. */
  readonly by?: string;
  readonly through?: { readonly model: ModelName; readonly parent: string; readonly child: string };
  readonly only?: Omit<Where, 'query'>;
  readonly order: readonly Sort[];
}

export const rows = 't';
export const parent = 'p';

export const isNested = (list: List): boolean => list.by !== undefined || list.through !== undefined;

/** A search has two disjoint sources, in statements that begin with `withSearch`; other lists have one. */
export function fromList(list: List, accountId: string | Slot, where: Where): readonly Sql[] {
  const all = [...conditions(list.model, list.only ?? {}, rows), ...conditions(list.model, where, rows)];
  const whole = fromWholeList(list, accountId, where.filter ? joinsOf(list.model, rows) : empty);
  if (!where.query) return [sql`${whole}${and(all)}`];
  return searchConditions(where.query, rows, isNested(list)).map(
    (search) => sql`${whole}${and([...all, ...search])}`,
  );
}

export const unionAll = (parts: readonly Sql[]): Sql => join(parts, ' union all ');

function fromWholeList(list: List, accountId: string | Slot, joins: Sql): Sql {
  const { name, visible, column } = table(list.model);
  const scope = visible(rows, accountId);
  if (list.through !== undefined) {
    const between = table(list.through.model);
    return sql`from ${between.name} j join ${name} ${raw(rows)}
      on ${ref(rows, column('id'))} = ${ref('j', between.column(list.through.child))} and ${scope}${joins}
      where ${between.visible('j', accountId)} and ${ref('j', between.column(list.through.parent))} = ${raw(parent)}.id`;
  }
  const own = list.by === undefined ? empty : sql` and ${ref(rows, column(list.by))} = ${raw(parent)}.id`;
  return sql`from ${name} ${raw(rows)}${joins} where ${scope}${own}`;
}

/** The parents as a relation `p(id)`; for a list without a parent, one row with an empty id. */
export function fromParents(list: List, parents: readonly string[] | Slot): Sql {
  if (!isNested(list)) return sql`from (select ''::text as id) ${raw(parent)}`;
  return sql`from unnest(${parents}::text[]) ${raw(parent)}(id)`;
}

export const statementName = (list: List, what: string): Sql => raw(`/* ${list.name} ${what} */`);
