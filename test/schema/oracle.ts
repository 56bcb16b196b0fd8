import type { Db } from '../../src/db/client.ts';
import type { AddressFilter, CustomerFilter } from '../../src/db/read/filter/filters.ts';
import type { DateTimeRange } from '../../src/db/read/filter/kinds.ts';
import type { StringFilter } from '../../src/db/read/filter/text.ts';

/** An account's customers with all columns that filters read, loaded by Prisma's query builder. */
export const readCustomers = (db: Db, accountId: string) =>
  db.customer.findMany({
    where: { accountId },
    include: {
      priceGroups: true,
      tags: { include: { tag: true } },
      addresses: { include: { geolocation: true } },
    },
  });

export type StoredCustomer = Awaited<ReturnType<typeof readCustomers>>[number];

type Maybe<T> = T | null | undefined;

const isOpen = (wanted: unknown): wanted is null | undefined => wanted === null || wanted === undefined;

/** A list of values: an absent list matches everything, and null is in no list. */
const isIn = (wanted: Maybe<readonly string[]>, value: string | null): boolean =>
  isOpen(wanted) || (value !== null && wanted.includes(value));

const isAnyIn = (wanted: Maybe<readonly string[]>, values: readonly string[]): boolean =>
  isOpen(wanted) || values.some((value) => wanted.includes(value));

const isSame = <T>(wanted: Maybe<T>, value: T): boolean => isOpen(wanted) || wanted === value;

/** Milliseconds, with the digits that JavaScript's dates omit. */
const instant = (text: string): number =>
  Date.parse(text) + Number(`0.${/\.\d{3}(\d+)/.exec(text)?.[1] ?? '0'}`);

const isWithin = (range: Maybe<DateTimeRange>, at: Date): boolean =>
  (isOpen(range?.from) || at.getTime() >= instant(range.from)) &&
  (isOpen(range?.to) || at.getTime() <= instant(range.to));

/** The form of a text in which filters and searches compare it. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** Whether a text or null matches a string filter. */
function isText(filter: Maybe<StringFilter>, value: string | null): boolean {
  const { equals, in: list, startsWith, contains, exists } = filter ?? {};
  const text = value === null ? null : plain(value);
  return (
    (isOpen(equals) || text === plain(equals)) &&
    (isOpen(list) || list.some((each) => text === plain(each))) &&
    (isOpen(startsWith) || text?.startsWith(plain(startsWith)) === true) &&
    (isOpen(contains) || text?.includes(plain(contains)) === true) &&
    (isOpen(exists) || exists === (value !== null))
  );
}

type Place = Pick<
  NonNullable<StoredCustomer['addresses'][number]['geolocation']>,
  'locality' | 'state' | 'postalCode'
> & { readonly country: string | null };

const nowhere: Place = { locality: null, state: null, postalCode: null, country: null };

const isAt = (wanted: AddressFilter, place: Place): boolean =>
  isText(wanted.locality, place.locality) &&
  isText(wanted.state, place.state) &&
  isText(wanted.postalCode, place.postalCode) &&
  isText(wanted.country, place.country);

/** The customer's addresses that match the filter; all addresses without a filter. */
export const placesOf = (customer: StoredCustomer, wanted: Maybe<AddressFilter>): readonly Place[] =>
  customer.addresses
    .map(({ geolocation }) => geolocation ?? nowhere)
    .filter((place) => isAt(wanted ?? {}, place));

const asksForPlace = (wanted: Maybe<AddressFilter>): boolean =>
  Object.values(wanted ?? {}).some((value) => !isOpen(value));

/** CustomerFilter as the schema's descriptions define it. */
export function matches(customer: StoredCustomer, filter: Maybe<CustomerFilter>): boolean {
  if (isOpen(filter)) return true;
  const { relationshipType, discontinuedAt } = customer;
  return (
    (filter.and ?? []).every((each) => matches(customer, each)) &&
    (isOpen(filter.or) || filter.or.some((each) => matches(customer, each))) &&
    (isOpen(filter.not) || !matches(customer, filter.not)) &&
    isIn(filter.ids, customer.id) &&
    isIn(filter.typeIds, customer.typeId) &&
    isIn(filter.customerGroupIds, customer.customerGroupId) &&
    isIn(filter.salesRepIds, customer.salesRepId) &&
    isIn(filter.statuses, customer.status) &&
    isIn(filter.shippingTermIds, customer.shippingTermId) &&
    isIn(filter.paymentTermIds, customer.paymentTermId) &&
    isIn(filter.commissionPolicies, customer.commissionPolicy) &&
    isIn(filter.freightPolicies, customer.freightPolicy) &&
    isIn(filter.carrierIds, customer.carrierId) &&
    isIn(filter.serviceLevelIds, customer.serviceLevelId) &&
    isIn(filter.relationshipTypes, relationshipType) &&
    isIn(filter.ediStatuses, customer.ediStatus) &&
    isIn(filter.shopperStatuses, customer.shopperStatus) &&
    isSame(filter.parentAccountStatus, relationshipType === 'PARENT' ? 'PARENT' : 'NON_PARENT') &&
    isSame(filter.active, discontinuedAt === null) &&
    isIn(filter.modes, customer.mode) &&
    isSame(filter.hasConflicts, customer.hasConflicts) &&
    isWithin(filter.createdAt, customer.createdAt) &&
    isWithin(filter.updatedAt, customer.updatedAt) &&
    isAnyIn(
      filter.priceGroupIds,
      customer.priceGroups.map(({ groupId }) => groupId),
    ) &&
    isAnyIn(
      filter.tags,
      customer.tags.map(({ tag }) => tag.name),
    ) &&
    (!asksForPlace(filter.address) || placesOf(customer, filter.address).length > 0)
  );
}

/** Every word is part of a searched text or, without punctuation, of the phone number's digits. */
export function isFound(customer: StoredCustomer, query: Maybe<string>): boolean {
  const { name, number, shortId, contactEmail, shopperEmail, reference, contactPhone } = customer;
  const texts = [name, number, shortId, contactEmail, shopperEmail, reference].flatMap((text) => text ?? []);
  const searched = [...texts, ...customer.addresses.map((address) => address.name)].map(plain);
  const digits = (contactPhone ?? '').replaceAll(/\D/g, '');
  return (query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => {
      const ofPhone = /^[\d()+./-]*\d[\d()+./-]*$/.test(word) ? word.replaceAll(/\D/g, '') : '-';
      return searched.some((text) => text.includes(plain(word))) || digits.includes(ofPhone);
    });
}

export type Compare<R> = (a: R, b: R) => number;

const byBytes: Compare<string> = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const statuses = ['NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL'];

const sortFields: Readonly<Record<string, Compare<StoredCustomer>>> = {
  CREATED_AT: (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  UPDATED_AT: (a, b) => a.updatedAt.getTime() - b.updatedAt.getTime(),
  NAME: (a, b) => byBytes(a.name, b.name),
  NUMBER: (a, b) => byBytes(a.number, b.number),
  STATUS: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  CREDIT_LIMIT: (a, b) =>
    b.creditLimitValue === null ? 0 : (a.creditLimitValue?.cmp(b.creditLimitValue) ?? 0),
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
export function inOrderOf(orderBy: Maybe<readonly CustomerSort[]>): Compare<StoredCustomer> {
  const sorts =
    isOpen(orderBy) || orderBy.length === 0 ? [{ field: 'CREATED_AT', direction: 'DESC' }] : orderBy;
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

export interface ExpectedPage<R> {
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
