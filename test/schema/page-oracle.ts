import type { StoredCustomer } from './stored-customers.ts';

export type Compare<R> = (a: R, b: R) => number;

const byBytes: Compare<string> = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const dictionary = new Intl.Collator('und', { numeric: true });

/** As in a dictionary, digits as numbers; texts that are equal then, by code point. */
const naturally: Compare<string> = (a, b) => dictionary.compare(a, b) || byBytes(a, b);

const statuses = ['NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL'];

const sortFields: Readonly<Record<string, Compare<StoredCustomer>>> = {
  CREATED_AT: (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  UPDATED_AT: (a, b) => a.updatedAt.getTime() - b.updatedAt.getTime(),
  NAME: (a, b) => naturally(a.name, b.name),
  NUMBER: (a, b) => naturally(a.number, b.number),
  STATUS: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  CREDIT_LIMIT: (a, b) =>
    byBytes(a.creditLimitUnitId ?? '', b.creditLimitUnitId ?? '') ||
    (b.creditLimitValue === null ? 0 : (a.creditLimitValue?.cmp(b.creditLimitValue) ?? 0)),
  TOTAL_ORDERS_COUNT: (a, b) => (a.totalOrdersCount ?? 0) - (b.totalOrdersCount ?? 0),
  SHORT_ID: (a, b) => byBytes(a.shortId ?? '', b.shortId ?? ''),
  DISCONTINUED_AT: (a, b) => (a.discontinuedAt?.getTime() ?? 0) - (b.discontinuedAt?.getTime() ?? 0),
};

const nullFields: Readonly<Record<string, (customer: StoredCustomer) => boolean>> = {
  CREDIT_LIMIT: ({ creditLimitValue }) => creditLimitValue === null,
  TOTAL_ORDERS_COUNT: ({ totalOrdersCount }) => totalOrdersCount === null,
  SHORT_ID: ({ shortId }) => shortId === null,
  DISCONTINUED_AT: ({ discontinuedAt }) => discontinuedAt === null,
};

export interface CustomerSort {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/** By the first key, then the next ones, and last by id in the last key's direction; nulls last. */
export function inOrderOf(orderBy: readonly CustomerSort[] | null | undefined): Compare<StoredCustomer> {
  const sorts =
    orderBy == null || orderBy.length === 0 ? [{ field: 'CREATED_AT', direction: 'DESC' }] : orderBy;
  return (a, b) => {
    for (const { field, direction } of sorts) {
      const isNull = nullFields[field] ?? (() => false);
      if (isNull(a) !== isNull(b)) return isNull(a) ? 1 : -1;
      const order = isNull(a) ? 0 : (sortFields[field]?.(a, b) ?? 0);
      if (order !== 0) return direction === 'DESC' ? -order : order;
    }
    return sorts.at(-1)?.direction === 'DESC' ? byBytes(b.id, a.id) : byBytes(a.id, b.id);
  };
}

/** The default order of every list. */
export const newestFirst: Compare<{ readonly id: string; readonly createdAt: Date }> = (a, b) =>
  b.createdAt.getTime() - a.createdAt.getTime() || byBytes(b.id, a.id);

export interface Wanted<R> {
  readonly first: number | null;
  readonly last: number | null;
  /** The rows of the given cursors; they need not be in the list any more. */
  readonly after: R | null;
  readonly before: R | null;
}

interface ExpectedPage<R> {
  readonly rows: readonly R[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page of an ordered list, sliced from the whole list. */
export function cut<R>(
  list: readonly R[],
  compare: Compare<R>,
  { first, last, after, before }: Wanted<R>,
): ExpectedPage<R> {
  const upTo = after === null ? [] : list.filter((row) => compare(row, after) <= 0);
  const from = before === null ? [] : list.filter((row) => compare(row, before) >= 0);
  const between = list.filter((row) => !upTo.includes(row) && !from.includes(row));
  const size = last ?? first ?? 25;
  const rows = last === null ? between.slice(0, size) : between.slice(Math.max(0, between.length - size));
  const left = between.length - rows.length > 0;
  return {
    rows,
    hasNextPage: from.length > 0 || (last === null && left),
    hasPreviousPage: upTo.length > 0 || (last !== null && left),
  };
}
