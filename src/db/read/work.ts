import { prices } from '../../prices.ts';
import { type ModelName, table } from '../model/table.ts';
import { type AddressFilter, addressFields, operatorsOf } from './address-filter.ts';
import type { ChangeFilter } from './change-filter.ts';
import type { CustomerFilter } from './customer-filter.ts';
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

/** Orders of lists without a parent that have an index on account, field and id. */
const indexed: Partial<Record<ModelName, ReadonlySet<string>>> = {
  Customer: new Set([
    ...['createdAt', 'updatedAt', 'name', 'status', 'creditLimitValue', 'totalOrdersCount'],
    ...['shortId', 'discontinuedAt'],
  ]),
};

function isOrderIndexed({ model, order: own, ...list }: Listed, order: readonly Sort[]): boolean {
  const [key, ...others] = order;
  if (key === undefined || JSON.stringify(order) === JSON.stringify(own)) return true;
  // Indexes of nested lists start with the parent and serve only the list's own order.
  if (isNested(list as List)) return others.length === 0 && own.length === 1 && own[0]?.field === key.field;
  // A unique field has no ties, so the other keys do not matter.
  if (table(model).column(key.field).unique) return true;
  return others.length === 0 && (indexed[model]?.has(key.field) ?? false);
}

interface Conditions {
  byKey: number;
  own: number;
  related: number;
  compared: number;
  parts: number;
}

const related = new Set<string>(['tags', 'priceGroupIds']);

function countAddress(address: AddressFilter, counted: Conditions): void {
  const operators = addressFields.flatMap((field) => operatorsOf(address[field]));
  counted.related += 1;
  counted.compared += Math.max(0, operators.length - 1);
  counted.parts += operators.filter(([name]) => name === 'contains').length;
}

function countConditions(filter: CustomerFilter, counted: Conditions): Conditions {
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue;
    if (name === 'and' || name === 'or')
      for (const each of filter[name] ?? []) countConditions(each, counted);
    else if (name === 'not') countConditions(value as CustomerFilter, counted);
    else if (name === 'address') countAddress(value as AddressFilter, counted);
    else if (related.has(name)) counted.related += 1;
    else if (name === 'ids') counted.byKey += 1;
    else counted.own += 1;
  }
  return counted;
}

const none = { byKey: 0, own: 0, related: 0, compared: 0, parts: 0 };

export const maxConditions = 50;

export function conditionCount(filter: CustomerFilter): number {
  const { byKey, own, related, compared } = countConditions(filter, { ...none });
  return byKey + own + related + compared;
}

function filterWork(filter: CustomerFilter): { readonly units: number; readonly isExpensive: boolean } {
  const { byKey, own, related, compared, parts } = countConditions(filter, { ...none });
  // With other conditions, or within `or` or `not`, ids do not limit the rows that are read.
  const isLookUp = byKey > 0 && own + related === 0 && !filter.or && !filter.not;
  const inRows = isLookUp ? 0 : own + byKey;
  return {
    units:
      (isLookUp ? byKey * prices.filterByKey.units : 0) +
      (inRows > 0 ? prices.filter.units + inRows * prices.filterCondition.units : 0) +
      related * prices.filterRelated.units +
      compared * prices.filterCondition.units +
      parts * prices.filterContains.units,
    isExpensive: related > 0,
  };
}

function searchWork(query: string): number {
  const { long, short } = searchShape(query);
  if (long + short === 0) return 0;
  return prices.search.units + long * prices.searchWord.units + short * prices.searchShortWord.units;
}

function changesWork({ actions, paths }: ChangeFilter): number {
  if (!actions && !paths) return 0;
  const values = paths ? paths.roots.length + (paths.known ? 1 : 0) : 0;
  return prices.changeFilter.units + values * prices.changeField.units;
}

export function workOf(list: Listed, { order = [], where = {} }: ListChoice): Work {
  const filter = where.filter ? filterWork(where.filter) : { units: 0, isExpensive: false };
  const search = where.query ? searchWork(where.query) : 0;
  const changes = where.changes ? changesWork(where.changes) : 0;
  const contains = where.contains ? prices.filter.units : 0;
  const isSorted = !isOrderIndexed(list, order);
  const isMatchingExpensive = filter.isExpensive || search + changes > 0;
  return {
    matching: filter.units + search + changes + contains,
    sorting: isSorted ? prices.order.units + order.length * prices.orderKey.units : 0,
    isMatchingExpensive,
    isPageExpensive: isMatchingExpensive || isSorted,
  };
}

export const cheapCap = 10_000;

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
