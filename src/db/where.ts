import { type ChangeFilter, changeConditions } from './change-filter.ts';
import { type CustomerFilter, customerConditions } from './customer-filter.ts';
import { searchConditions } from './customer-search.ts';
import { empty, join, type ModelName, raw, ref, type Sql, sql, table } from './table.ts';

/** The conditions of a list, as data: part of a cursor's fingerprint and of a loader's key. */
export interface Where {
  /** Columns and the value that each must equal; null matches rows without a value. */
  readonly equal?: Readonly<Record<string, string | boolean | null>>;
  /** For lists of customers only. */
  readonly filter?: CustomerFilter | null;
  readonly query?: string | null;
  /** For lists of changes only. */
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
    return sql`${ref(alias, column)} = ${value}::${raw(column.type)}`;
  });
}

/** The conditions of a `where` on the rows at `alias`, to be joined with `and`. */
export function conditions(
  model: ModelName,
  { equal, filter, query, changes }: Where,
  alias: string,
): readonly Sql[] {
  return [
    ...(equal ? equalConditions(model, equal, alias) : []),
    ...(filter ? customerConditions(filter, alias) : []),
    ...(query ? searchConditions(query, alias) : []),
    ...(changes ? changeConditions(changes, alias) : []),
  ];
}

/** ` and … and …`; empty without conditions. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? empty : sql` and ${join(conditions, ' and ')}`;
}

const isOfIdsAlone = (filter: CustomerFilter): boolean => Object.keys(filter).every((name) => name === 'ids');

/**
 * Whether a caller chose any condition besides `ids`. Such statements are planned
 * again for their values; ids are looked up by key, whatever their values.
 */
export function isChosen({ filter, query, changes }: Where): boolean {
  return Boolean(query) || changes !== undefined || !isOfIdsAlone(filter ?? {});
}

/** Whether matching a row requires a search of other tables. */
export function isCostly({ filter, query }: Where): boolean {
  return Boolean(query) || isCostlyFilter(filter);
}

function isCostlyFilter(filter: CustomerFilter | null | undefined): boolean {
  if (!filter) return false;
  const { address, tags, priceGroupIds, not, and: all, or } = filter;
  if (address || tags || priceGroupIds) return true;
  return [not, ...(all ?? []), ...(or ?? [])].some(isCostlyFilter);
}
