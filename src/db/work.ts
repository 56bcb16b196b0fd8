import { prices } from '../prices.ts';
import type { ChangeFilter } from './change-filter.ts';
import type { CustomerFilter } from './customer-filter.ts';
import { isNested, type List } from './list.ts';
import type { Sort } from './order.ts';
import { searchShape } from './search-words.ts';
import { type ModelName, table } from './table.ts';
import type { Where } from './where.ts';

/** The expensive part of reading a list, in units of cost. */
export interface Work {
  /** Finding the matches once: for the page, for each count, and for each facet. */
  readonly matching: number;
  /** Sorting the matches for a page. */
  readonly sorting: number;
  /** Whether finding the matches, or reading a page, is expensive. */
  readonly isMatchingExpensive: boolean;
  readonly isPageExpensive: boolean;
}

/** The part of a list that the work of an order or a condition depends on. */
export type Listed = Pick<List, 'model' | 'by' | 'through' | 'order'>;

interface Choice {
  readonly order?: readonly Sort[] | undefined;
  readonly where?: Where | undefined;
}

/** The orders of lists without parent for which there is an index on the account, the field and the id. */
const indexed: Partial<Record<ModelName, ReadonlySet<string>>> = {
  Customer: new Set(['createdAt', 'updatedAt', 'name', 'status', 'creditLimitValue', 'totalOrdersCount']),
};

function isOrderIndexed({ model, order: own, ...list }: Listed, order: readonly Sort[]): boolean {
  const [key, ...others] = order;
  if (key === undefined || JSON.stringify(order) === JSON.stringify(own)) return true;
  // The indexes of nested lists have the parent first: they serve their own order, read either way.
  if (isNested(list as List)) return others.length === 0 && own.length === 1 && own[0]?.field === key.field;
  // No row is equal to another one in a unique field, so that the other keys do not count.
  if (table(model).column(key.field).unique) return true;
  return others.length === 0 && (indexed[model]?.has(key.field) ?? false);
}

interface Conditions {
  byKey: number;
  own: number;
  related: number;
}

const related = new Set<string>(['address', 'tags', 'pricingGroupIds']);

/** Counts the conditions of a filter, those in `and`, `or` and `not` included. */
function countConditions(filter: CustomerFilter, counted: Conditions): Conditions {
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue;
    if (name === 'and' || name === 'or')
      for (const each of filter[name] ?? []) countConditions(each, counted);
    else if (name === 'not') countConditions(value as CustomerFilter, counted);
    else if (related.has(name)) counted.related += 1;
    else if (name === 'ids') counted.byKey += 1;
    else counted.own += 1;
  }
  return counted;
}

const none = { byKey: 0, own: 0, related: 0 };

/** Conditions that a filter can have, nested ones included. */
export const maxConditions = 50;

export function conditionCount(filter: CustomerFilter): number {
  const { byKey, own, related } = countConditions(filter, { ...none });
  return byKey + own + related;
}

function filterWork(filter: CustomerFilter): { readonly units: number; readonly isExpensive: boolean } {
  const { byKey, own, related } = countConditions(filter, { ...none });
  // Ids that are not alone in `and` do not restrict what is read.
  const isLookUp = byKey > 0 && own + related === 0 && !filter.or && !filter.not;
  const inRows = isLookUp ? 0 : own + byKey;
  return {
    units:
      (isLookUp ? byKey * prices.filterByKey.units : 0) +
      (inRows > 0 ? prices.filter.units + inRows * prices.filterCondition.units : 0) +
      related * prices.filterRelated.units,
    isExpensive: related > 0,
  };
}

function searchWork(query: string): number {
  const { long, short } = searchShape(query);
  if (long + short === 0) return 0;
  return prices.search.units + long * prices.searchWord.units + short * prices.searchShortWord.units;
}

function changesWork({ actions, fields }: ChangeFilter): number {
  if (!actions && !fields) return 0;
  return prices.changeFilter.units + (fields?.length ?? 0) * prices.changeField.units;
}

/** The work that a choice of a list's rows takes. Prices and the class of the statements both follow from it. */
export function workOf(list: Listed, { order = [], where = {} }: Choice): Work {
  const filter = where.filter ? filterWork(where.filter) : { units: 0, isExpensive: false };
  const search = where.query ? searchWork(where.query) : 0;
  const changes = where.changes ? changesWork(where.changes) : 0;
  const isSorted = !isOrderIndexed(list, order);
  const isMatchingExpensive = filter.isExpensive || search + changes > 0;
  return {
    matching: filter.units + search + changes,
    sorting: isSorted ? prices.order.units + order.length * prices.orderKey.units : 0,
    isMatchingExpensive,
    isPageExpensive: isMatchingExpensive || isSorted,
  };
}

/** The highest cap of a count that is not expensive by itself. */
export const cheapCap = 10_000;

/** Whether counting a list's rows is expensive: of many customers, or of those that match what was chosen. */
export function isCountExpensive(list: Listed, where: Where, cap: number | null): boolean {
  const { matching } = workOf(list, { where });
  if (matching > 0) return true;
  const isLong = !isNested(list as List) && (list.model === 'Customer' || list.model === 'CustomerEvent');
  return isLong && (cap === null || cap > cheapCap);
}

/** A cap beyond the reference size adds no work. */
const maxCounted = 60_000;

/** The price of counting up to a cap. */
export function countUnits(cap: number | null = cheapCap): number {
  const rows = Math.min(maxCounted, Math.max(0, cap ?? cheapCap));
  return prices.count.units + prices.counted.units * Math.ceil(rows / cheapCap);
}
