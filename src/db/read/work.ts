import { prices } from '../../prices.ts';
import { type ModelName, table } from '../model/table.ts';
import type { ChangeFilter } from './change-filter.ts';
import type { Combined } from './filter/condition.ts';
import { weigh } from './filter/weight.ts';
import { isNested, type List, type Where } from './list.ts';
import type { Sort } from './order.ts';
import { searchShape } from './search-words.ts';

/** The expensive part of reading a list, in cost units. */
export interface Work {
  /** Finding the matches once; needed for the page, for each count and for each facet. */
  readonly matching: number;
  readonly sorting: number;
  readonly isMatchingExpensive: boolean;
  readonly isPageExpensive: boolean;
}

export type Listed = Pick<List, 'model' | 'by' | 'through' | 'order'>;

interface ListChoice {
  readonly order?: readonly Sort[] | undefined;
  readonly where?: Where | undefined;
}

/** Orders of lists without a parent that have an index on account, fields and id. */
const indexed: Partial<Record<ModelName, ReadonlySet<string>>> = {
  Customer: new Set([
    ...['createdAt', 'updatedAt', 'name', 'status', 'creditLimitUnitId creditLimitValue', 'totalOrdersCount'],
    ...['shortId', 'discontinuedAt'],
  ]),
};

const isOneDirection = ([first, ...others]: readonly Sort[]): boolean =>
  others.every(({ descending }) => descending === first?.descending);

function isOrderIndexed({ model, order: own, ...list }: Listed, order: readonly Sort[]): boolean {
  const [key, ...others] = order;
  if (key === undefined || JSON.stringify(order) === JSON.stringify(own)) return true;
  // Indexes of nested lists start with the parent and serve only the list's own order.
  if (isNested(list as List)) return others.length === 0 && own.length === 1 && own[0]?.field === key.field;
  // A unique field has no ties, so the other keys do not matter.
  if (table(model).column(key.field).unique) return true;
  const fields = order.map(({ field }) => field).join(' ');
  return isOneDirection(order) && (indexed[model]?.has(fields) ?? false);
}

function filterWork(name: string, filter: object): { readonly units: number; readonly isExpensive: boolean } {
  const { byKey, own, related, compared, computed, units } = weigh(name, filter);
  const { or, not }: Combined = filter;
  // With other conditions, or within `or` or `not`, ids do not limit the rows that are read.
  const isLookUp = byKey > 0 && own + related === 0 && !or && !not;
  const inRows = isLookUp ? 0 : own + byKey;
  const beyondRows = units + computed * prices.filterContains.units;
  return {
    units:
      (isLookUp ? byKey * prices.filterByKey.units : 0) +
      (inRows > 0 ? prices.filter.units : 0) +
      (inRows + compared) * prices.filterCondition.units +
      beyondRows,
    isExpensive: beyondRows > 0,
  };
}

function searchWork(query: string): number {
  const { long, short } = searchShape(query);
  if (long + short === 0) return 0;
  return prices.search.units + long * prices.searchWord.units + short * prices.searchShortWord.units;
}

function changesWork({ ids: _, ...filter }: ChangeFilter): number {
  const { paths } = filter;
  if (Object.values(filter).every((condition) => condition == null)) return 0;
  const values = paths ? paths.roots.length + (paths.known ? 1 : 0) : 0;
  return prices.changeFilter.units + values * prices.changeField.units;
}

export function workOf(list: Listed, { order = [], where = {} }: ListChoice): Work {
  const filter = where.filter ? filterWork(list.model, where.filter) : { units: 0, isExpensive: false };
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

const cheapCap = 10_000;

/** A long list, or conditions that require finding the matches. */
export function isCountExpensive(list: Listed, where: Where, cap: number | null): boolean {
  const { matching } = workOf(list, { where });
  if (matching > 0) return true;
  const isLong = !isNested(list as List) && (list.model === 'Customer' || list.model === 'CustomerEvent');
  return isLong && (cap === null || cap > cheapCap);
}

/** A higher cap adds no work at the reference size. */
const maxCounted = 60_000;

export function countUnits(cap: number | null = cheapCap): number {
  const rows = Math.min(maxCounted, Math.max(0, cap ?? cheapCap));
  return prices.count.units + prices.counted.units * Math.ceil(rows / cheapCap);
}
