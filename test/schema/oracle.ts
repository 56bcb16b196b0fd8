import { changedFieldOf } from '../../src/db/model/changed-field.ts';
import type { AddressFilter, CustomerFilter, Filter, OrderFilter } from '../../src/db/read/filter/filters.ts';
import type { DateTimeRange, IntRange } from '../../src/db/read/filter/kinds.ts';
import type { MetadataFilter } from '../../src/db/read/filter/metadata.ts';
import type { MoneyFilter } from '../../src/db/read/filter/money.ts';
import type { QuantityFilter } from '../../src/db/read/filter/quantity.ts';
import type { SharedField } from '../../src/db/read/filter/same-values.ts';
import type { AddressPart } from '../../src/db/read/filter/ship-to-differs.ts';
import type { SourceDifference } from '../../src/db/read/filter/stated-values.ts';
import type { StringFilter } from '../../src/db/read/filter/text.ts';
import type { StoredCustomer, Unit } from './stored-customers.ts';

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

const dayMs = 86_400_000;

const isPresent = (exists: Maybe<boolean>, value: unknown): boolean => isSame(exists, value !== null);

/** A date without a time is a whole day in UTC. */
const isWithin = (range: Maybe<DateTimeRange>, at: Date | null): boolean =>
  isPresent(range?.exists, at) &&
  (isOpen(range?.from) || (at !== null && at.getTime() >= instant(range.from))) &&
  (isOpen(range?.to) ||
    (at !== null &&
      (range.to.length === 10
        ? at.getTime() < Date.parse(range.to) + dayMs
        : at.getTime() <= instant(range.to))));

/** Whether there is a time in the range. */
export const isInOrder = ({ from, to }: DateTimeRange): boolean =>
  isOpen(from) || isOpen(to) || instant(from) <= instant(to) + (to.length === 10 ? dayMs - 0.001 : 0);

const isBetween = (range: Maybe<IntRange>, value: number | null): boolean =>
  isPresent(range?.exists, value) &&
  (isOpen(range?.from) || (value !== null && value >= range.from)) &&
  (isOpen(range?.to) || (value !== null && value <= range.to));

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

/** A filter of one type of rows, with what holds for a row that does not exist. */
interface Combined<F> {
  readonly and?: Maybe<readonly F[]>;
  readonly or?: Maybe<readonly F[]>;
  readonly not?: Maybe<F>;
  readonly exists?: Maybe<boolean>;
}

const conditionsIn = ({ and: _and, or: _or, not: _not, exists: _exists, ...conditions }: Combined<object>) =>
  Object.values(conditions).filter((value) => !isOpen(value));

type Matches<R, F> = (row: R | null, filter: Maybe<F>) => boolean;

function filterOf<R, F extends Combined<F>>(matchesRow: (row: R, filter: F) => boolean): Matches<R, F> {
  return function isMatch(row, filter): boolean {
    if (isOpen(filter)) return true;
    return (
      (filter.and ?? []).every((each) => isMatch(row, each)) &&
      (isOpen(filter.or) || filter.or.some((each) => isMatch(row, each))) &&
      (isOpen(filter.not) || !isMatch(row, filter.not)) &&
      isSame(filter.exists, row !== null) &&
      (row === null ? conditionsIn(filter).length === 0 : matchesRow(row, filter))
    );
  };
}

interface Summed<F> {
  readonly sum?: Maybe<{
    readonly of?: Maybe<F>;
    readonly from?: Maybe<string>;
    readonly to?: Maybe<string>;
    readonly currencyCode: string;
  }>;
}

interface Quantified<F> extends Summed<F> {
  readonly count?: Maybe<{
    readonly of?: Maybe<F>;
    readonly from?: Maybe<number>;
    readonly to?: Maybe<number>;
  }>;
  readonly some?: Maybe<F>;
  readonly none?: Maybe<F>;
  readonly every?: Maybe<F>;
}

const isListOf = <R, F>(rows: readonly R[], list: Maybe<Quantified<F>>, isMatch: Matches<R, F>): boolean =>
  isOpen(list) ||
  ((isOpen(list.some) || rows.some((row) => isMatch(row, list.some))) &&
    (isOpen(list.none) || !rows.some((row) => isMatch(row, list.none))) &&
    (isOpen(list.every) || rows.every((row) => isMatch(row, list.every))) &&
    isBetween(list.count, rows.filter((row) => isMatch(row, list.count?.of)).length));

/** Without amounts in the currency, the sum is 0. */
function isSumOf(orders: readonly StoredOrder[], list: Maybe<Summed<OrderFilter>>): boolean {
  if (isOpen(list?.sum)) return true;
  const { of, from, to, currencyCode } = list.sum;
  const sum = orders
    .filter((order) => order.currencyCode === currencyCode.toUpperCase() && isOrder(order, of))
    .map(({ totalAmount }) => fraction(totalAmount?.toFixed() ?? '0'))
    .reduce(plus, [0n, 1n]);
  return (isOpen(from) || isAtMost(fraction(from), sum)) && (isOpen(to) || isAtMost(sum, fraction(to)));
}

type Place = Pick<
  NonNullable<StoredCustomer['addresses'][number]['geolocation']>,
  'locality' | 'state' | 'postalCode'
> & { readonly country: string | null };

type AddressRow = StoredCustomer['addresses'][number];

const nowhere: Place = { locality: null, state: null, postalCode: null, country: null };
const placeOf = ({ geolocation }: AddressRow): Place => geolocation ?? nowhere;

const isAddress = filterOf<AddressRow, AddressFilter>((row, filter) => {
  const place = placeOf(row);
  return (
    isText(filter.locality, place.locality) &&
    isText(filter.state, place.state) &&
    isText(filter.postalCode, place.postalCode) &&
    isText(filter.country, place.country) &&
    isIn(filter.ids, row.id) &&
    isIn(filter.types, row.type) &&
    isText(filter.name, row.name) &&
    isText(filter.phone, row.phone) &&
    isText(filter.email, row.email) &&
    isText(filter.streetLine1, row.geolocation?.streetLine1 ?? null) &&
    isText(filter.streetLine2, row.geolocation?.streetLine2 ?? null) &&
    isWithin(filter.createdAt, row.createdAt) &&
    isWithin(filter.updatedAt, row.updatedAt)
  );
});

/** The customer's addresses that match the filter; all addresses without a filter. */
export const placesOf = (customer: StoredCustomer, wanted: Maybe<AddressFilter>): readonly Place[] =>
  customer.addresses.filter((row) => isAddress(row, wanted)).map(placeOf);

/** Whether a filter of any row of a list has a condition, so that there must be a row. */
function asksForRow(wanted: Combined<object>): boolean {
  const { and, or, not, exists } = wanted;
  return (
    conditionsIn(wanted).length > 0 ||
    !isOpen(exists) ||
    !isOpen(or) ||
    !isOpen(not) ||
    (and ?? []).some(asksForRow)
  );
}

function hasAny<R, F extends Combined<F>>(
  rows: readonly R[],
  wanted: Maybe<F>,
  isMatch: Matches<R, F>,
): boolean {
  if (isOpen(wanted) || !asksForRow(wanted)) return true;
  const isAlone = conditionsIn(wanted).length === 0 && isOpen(wanted.or) && isOpen(wanted.not);
  if (wanted.exists === false && isAlone && isOpen(wanted.and)) return rows.length === 0;
  return rows.some((row) => isMatch(row, wanted));
}

type Named = { readonly id: string; readonly name: string | null };
type NamedFilter = { readonly ids?: Maybe<readonly string[]>; readonly name?: Maybe<StringFilter> };

const isNamed = (row: Named, { ids, name }: NamedFilter): boolean =>
  isIn(ids, row.id) && isText(name, row.name);

type Row<K extends keyof StoredCustomer> = NonNullable<StoredCustomer[K]>;

const isGroup = filterOf<Row<'type'>, Filter<'AccountGroup'>>(
  (row, filter) =>
    isNamed(row, filter) &&
    isIn(filter.types, row.type) &&
    isIn(filter.commissionPolicies, row.commissionPolicy) &&
    isIn(filter.freightPolicies, row.freightPolicy),
);
const isCarrier = filterOf<Row<'carrier'>, Filter<'Carrier'>>(
  (row, filter) =>
    isNamed(row, filter) && isIn(filter.codes, row.code) && isText(filter.accountNumber, row.accountNumber),
);
const isLevel = filterOf<Row<'serviceLevel'>, Filter<'ServiceLevel'>>(
  (row, filter) =>
    isNamed(row, filter) &&
    isText(filter.serviceLevelToken, row.serviceLevelToken) &&
    isCarrier(row.carrier, filter.carrier),
);
const isPaymentTerm = filterOf<Row<'paymentTerm'>, Filter<'PaymentTerm'>>(
  (row, filter) => isNamed(row, filter) && isIn(filter.statuses, row.status),
);
const isShippingTerm = filterOf<Row<'shippingTerm'>, Filter<'ShippingTerm'>>(
  (row, filter) => isNamed(row, filter) && isIn(filter.types, row.type),
);
const isPriority = filterOf<Row<'priority'>, Filter<'Priority'>>(
  (row, filter) => isNamed(row, filter) && isIn(filter.codes, row.code),
);
const isCustomerGroup = filterOf<Row<'customerGroup'>, Filter<'CustomerGroup'>>(
  (row, filter) => isNamed(row, filter) && isText(filter.code, row.code),
);
const isUser = filterOf<Row<'salesRep'>, Filter<'AccountUser'>>(
  (row, filter) =>
    isIn(filter.ids, row.id) &&
    isText(filter.name, row.user.name) &&
    isText(filter.email, row.user.email) &&
    isIn(filter.statuses, row.status),
);

const isTag = filterOf<Named, Filter<'Tag'>>(isNamed);

function isMoney(filter: Maybe<MoneyFilter>, amount: { toFixed(): string } | null, code: string | null) {
  const { from, to, currencyCode, exists } = filter ?? {};
  const value = amount === null ? null : fraction(amount.toFixed());
  return (
    isPresent(exists, amount) &&
    (isOpen(currencyCode) || code === currencyCode.toUpperCase()) &&
    (isOpen(from) || (value !== null && isAtMost(fraction(from), value))) &&
    (isOpen(to) || (value !== null && isAtMost(value, fraction(to))))
  );
}

type StoredOrder = StoredCustomer['orders'][number];

/** OrderFilter, without conditions on the customer. */
export const isOrder: Matches<StoredOrder, OrderFilter> = filterOf((order, filter) => {
  const { id, status, paymentStatus, fulfillmentStatus, totalAmount, currencyCode } = order;
  return (
    isIn(filter.ids, id) &&
    isIn(filter.customerIds, order.customerId) &&
    isIn(filter.statuses, status) &&
    isIn(filter.paymentStatuses, paymentStatus) &&
    isIn(filter.fulfillmentStatuses, fulfillmentStatus) &&
    isText(filter.number, order.number) &&
    isMoney(filter.total, totalAmount, currencyCode) &&
    isWithin(filter.placedAt, order.placedAt) &&
    isWithin(filter.createdAt, order.createdAt)
  );
});

const isReturn = filterOf<StoredCustomer['returns'][number], Filter<'Return'>>(
  (row, filter) =>
    isIn(filter.ids, row.id) &&
    isText(filter.number, row.number) &&
    isIn(filter.statuses, row.status) &&
    isOrder(row.order, filter.order) &&
    isWithin(filter.createdAt, row.createdAt),
);
const isRecurring = filterOf<StoredCustomer['orderSubscriptions'][number], Filter<'OrderSubscription'>>(
  (row, filter) =>
    isIn(filter.ids, row.id) &&
    isText(filter.number, row.number) &&
    isIn(filter.statuses, row.status) &&
    isText(filter.frequency, row.frequency) &&
    isWithin(filter.startsAt, row.startsAt) &&
    isWithin(filter.expiresAt, row.expiresAt) &&
    isWithin(filter.nextRunAt, row.nextRunAt) &&
    isWithin(filter.createdAt, row.createdAt),
);
const isSubscription = filterOf<StoredCustomer['subscriptions'][number], Filter<'CustomerSubscription'>>(
  (row, filter) =>
    isIn(filter.ids, row.id) &&
    isText(filter.customerEmail, row.customerEmail) &&
    isText(filter.reference, row.reference) &&
    isWithin(filter.createdAt, row.createdAt),
);
const isPayment = filterOf<StoredCustomer['paymentSources'][number], Filter<'PaymentSource'>>(
  (row, filter) =>
    isNamed(row, filter) && isText(filter.type, row.type) && isWithin(filter.createdAt, row.createdAt),
);
const isSkuList = filterOf<StoredCustomer['skuLists'][number], Filter<'SkuList'>>(
  (row, filter) =>
    isNamed(row, filter) &&
    isText(filter.slug, row.slug) &&
    isText(filter.description, row.description) &&
    isWithin(filter.createdAt, row.createdAt),
);
const isFile = filterOf<StoredCustomer['attachments'][number], Filter<'Attachment'>>(
  (row, filter) =>
    isNamed(row, filter) &&
    isText(filter.description, row.description) &&
    isWithin(filter.createdAt, row.createdAt),
);

const isRecord = filterOf<StoredCustomer['sources'][number], Filter<'SourceRecord'>>(
  (row, filter) =>
    isSame(filter.system, row.system) &&
    isText(filter.sourceId, row.sourceId) &&
    isWithin(filter.seenAt, row.seenAt) &&
    isWithin(filter.firstSeenAt, row.firstSeenAt) &&
    isWithin(filter.modifiedAt, row.sourceModifiedAt) &&
    isWithin(filter.goneAt, row.goneAt),
);

type EventRow = StoredCustomer['events'][number] & { readonly salesRepId: string | null };

function actorTypeOf({ actor, actorType, action }: EventRow): string | null {
  if (actorType !== null || actor === null) return actorType;
  if (actor.startsWith('acu_')) return 'ACCOUNT_USER';
  return action === 'IMPORT' ? 'SOURCE' : 'SERVICE';
}

const isEvent = filterOf<EventRow, Filter<'CustomerEvent'>>((row, filter) => {
  const changes = row.changes as unknown as readonly { readonly field: string }[];
  return (
    isIn(filter.actions, row.action) &&
    isAnyIn(
      filter.fields,
      changes.map(({ field }) => changedFieldOf(field)),
    ) &&
    isIn(filter.actorTypes, actorTypeOf(row)) &&
    isIn(filter.actors, row.actor === 'import:warehouse' ? 'InventoryPro' : row.actor) &&
    isSame(filter.bySalesRep, row.actor !== null && row.actor === row.salesRepId) &&
    isWithin(filter.occurredAt, row.occurredAt)
  );
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isMetadata(filter: Maybe<MetadataFilter>, metadata: unknown): boolean {
  if (isOpen(filter)) return true;
  const value = filter.path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), metadata);
  const text = isOpen(value) ? null : typeof value === 'string' ? value : JSON.stringify(value);
  const { equals, in: list, contains, from, to, exists } = filter;
  const number = typeof value === 'number' ? fraction(String(value)) : null;
  return (
    isPresent(exists, text) &&
    (isOpen(equals) || text === equals) &&
    isIn(list, text) &&
    (isOpen(contains) || (text !== null && plain(text).includes(plain(contains)))) &&
    (isOpen(from) || (number !== null && isAtMost(fraction(from), number))) &&
    (isOpen(to) || (number !== null && isAtMost(number, fraction(to))))
  );
}

/** CustomerFilter as the schema's descriptions define it. */
export const matches: Matches<StoredCustomer, CustomerFilter> = filterOf(isCustomer);

function isCustomer(customer: StoredCustomer, filter: CustomerFilter): boolean {
  const { relationshipType, discontinuedAt } = customer;
  return (
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
    isIn(filter.billingTypes, customer.billingType) &&
    isSame(filter.parentAccountStatus, relationshipType === 'PARENT' ? 'PARENT' : 'NON_PARENT') &&
    isSame(filter.active, discontinuedAt === null) &&
    isIn(filter.modes, customer.mode) &&
    isSame(filter.hasConflicts, customer.hasConflicts) &&
    isSame(filter.acceptsInvoiceEmails, customer.acceptsInvoiceEmails) &&
    isWithin(filter.createdAt, customer.createdAt) &&
    isWithin(filter.updatedAt, customer.updatedAt) &&
    isWithin(filter.discontinuedAt, discontinuedAt) &&
    isBetween(filter.totalOrdersCount, customer.totalOrdersCount) &&
    isLastOrder(customer, filter) &&
    hasTexts(customer, filter) &&
    hasRelations(customer, filter) &&
    isQuantity(filter.creditLimit, customer) &&
    isAnyIn(
      filter.priceGroupIds,
      customer.priceGroups.map(({ groupId }) => groupId),
    ) &&
    isAnyIn(
      filter.tags,
      customer.tags.map(({ tag }) => tag.name),
    ) &&
    isIn(filter.parentIds, customer.parentId) &&
    isAnyIn(
      filter.sourceSystems,
      customer.sources.map(({ system }) => system),
    ) &&
    isMetadata(filter.metadata, customer.metadata) &&
    (isOpen(filter.differsFromParent) ||
      filter.differsFromParent.some((field) => differs(customer, field))) &&
    (isOpen(filter.sharesWithAnother) ||
      filter.sharesWithAnother.some((field) => isShared(customer, field))) &&
    (isOpen(filter.sourcesDiffer) || sourcesDiffer(customer, filter.sourcesDiffer)) &&
    (isOpen(filter.equalTexts) || hasEqualTexts(customer, filter.equalTexts)) &&
    (isOpen(filter.exceedsCreditLimit) || exceedsLimit(customer, filter.exceedsCreditLimit)) &&
    (isOpen(filter.pinned) || filter.pinned.some((group) => partsIn(customer.pins, group).length > 0)) &&
    (isOpen(filter.shipToDiffersFromBillTo) ||
      filter.shipToDiffersFromBillTo.some((part) => isElsewhere(customer, part)))
  );
}

function isLastOrder({ orders }: StoredCustomer, { lastOrderAt }: CustomerFilter): boolean {
  const times = orders.flatMap(({ placedAt }) => placedAt?.getTime() ?? []);
  return isWithin(lastOrderAt, times.length === 0 ? null : new Date(Math.max(...times)));
}

const texts = [
  'name',
  'number',
  'shortId',
  'reference',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactFax',
  'contactUrl',
  'shopperEmail',
  'note',
  'billingAccount',
] as const;

const hasTexts = (customer: StoredCustomer, filter: CustomerFilter): boolean =>
  texts.every((field) => isText(filter[field], customer[field]));

/** A relation to one row: a filter without conditions also matches where there is none. */
const hasRelations = (customer: StoredCustomer, filter: CustomerFilter): boolean =>
  hasAny(customer.addresses, filter.address, isAddress) &&
  isListOf(customer.addresses, filter.addresses, isAddress) &&
  isListOf(
    customer.priceGroups.map(({ group }) => group),
    filter.priceGroups,
    isGroup,
  ) &&
  isListOf(customer.children, filter.children, matches) &&
  isListOf(customer.orders, filter.orders, isOrder) &&
  isSumOf(customer.orders, filter.orders) &&
  isListOf(
    customer.events.map((event) => ({ ...event, salesRepId: customer.salesRepId })),
    filter.events,
    isEvent,
  ) &&
  isListOf(customer.sources, filter.sources, isRecord) &&
  isListOf(customer.returns, filter.returns, isReturn) &&
  isListOf(customer.orderSubscriptions, filter.orderSubscriptions, isRecurring) &&
  isListOf(customer.subscriptions, filter.subscriptions, isSubscription) &&
  isListOf(customer.paymentSources, filter.paymentSources, isPayment) &&
  isListOf(customer.skuLists, filter.skuLists, isSkuList) &&
  isListOf(customer.attachments, filter.attachments, isFile) &&
  hasAny(
    customer.tags.map(({ tag }) => tag),
    filter.tag,
    isTag,
  ) &&
  matches(customer.parent, filter.parent) &&
  isAddress(customer.billToAddress, filter.billToAddress) &&
  isAddress(customer.shipToAddress, filter.shipToAddress) &&
  isGroup(customer.type, filter.type) &&
  isCustomerGroup(customer.customerGroup, filter.customerGroup) &&
  isUser(customer.salesRep, filter.salesRep) &&
  isCarrier(customer.carrier, filter.carrier) &&
  isLevel(customer.serviceLevel, filter.serviceLevel) &&
  isPaymentTerm(customer.paymentTerm, filter.paymentTerm) &&
  isShippingTerm(customer.shippingTerm, filter.shippingTerm) &&
  isPriority(customer.priority, filter.priority);

/** An exact fraction with a positive denominator. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

function fraction(text: string): Fraction {
  const [whole = '', digits = ''] = text.split('.');
  return [BigInt(`${whole}${digits}`), 10n ** BigInt(digits.length)];
}

const normal = ([a, b]: Fraction): Fraction => (b < 0n ? [-a, -b] : [a, b]);
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = (one: Fraction, [c, d]: Fraction): Fraction => plus(one, [-c, d]);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => normal([a * d, b * c]);
const isAtMost = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d <= c * b;

function convert(value: Fraction, from: Unit, to: Unit): Fraction {
  const ratio = (unit: Unit) =>
    over(fraction(unit.ratioNumerator.toFixed()), fraction(unit.ratioDenominator.toFixed()));
  const offset = (unit: Unit) =>
    over(fraction(unit.offsetNumerator.toFixed()), fraction(unit.offsetDenominator.toFixed()));
  return over(minus(plus(times(value, ratio(from)), offset(from)), offset(to)), ratio(to));
}

const isoCodes = new Set(Intl.supportedValuesOf('currency'));

/** Currencies have no exchange rates, except units that an account derives from the base currency. */
const isConvertible = (from: Unit, to: Unit): boolean =>
  from.id === to.id ||
  (from.type === to.type &&
    [from, to].every(
      ({ type, isBaseUnit, accountId, abbreviation }) =>
        type !== 'CURRENCY' || isBaseUnit || (accountId !== null && !isoCodes.has(abbreviation)),
    ));

function isQuantity(filter: Maybe<QuantityFilter>, customer: StoredCustomer): boolean {
  const { creditLimitValue: value, creditLimitUnit: unit, units } = customer;
  const { from, to, unitId, unit: abbreviation, exists } = filter ?? {};
  if (!isSame(exists, value !== null)) return false;
  if (isOpen(unitId) && isOpen(abbreviation)) return true;
  if (value === null || unit === null) return false;
  const [given] = units
    .filter((each) => each.id === unitId || each.abbreviation === abbreviation)
    .toSorted((a, b) => Number(a.accountId === null) - Number(b.accountId === null));
  if (given === undefined || !isConvertible(unit, given)) return false;
  const amount = convert(fraction(value.toFixed()), unit, given);
  return (isOpen(from) || isAtMost(fraction(from), amount)) && (isOpen(to) || isAtMost(amount, fraction(to)));
}

const sorted = (ids: readonly string[]) => ids.toSorted().join();

const compared: Readonly<Record<string, (customer: StoredCustomer) => unknown>> = {
  BILLING: ({ billingType, billingAccount }) => JSON.stringify([billingType, billingAccount]),
  CARRIER: ({ carrierId }) => carrierId,
  COMMISSION_POLICY: ({ commissionPolicy }) => commissionPolicy,
  CREDIT_LIMIT: ({ creditLimitValue, creditLimitUnitId }) =>
    JSON.stringify([creditLimitValue?.toFixed(), creditLimitUnitId]),
  CUSTOMER_GROUP: ({ customerGroupId }) => customerGroupId,
  EDI_STATUS: ({ ediStatus }) => ediStatus,
  FREIGHT_POLICY: ({ freightPolicy }) => freightPolicy,
  PAYMENT_TERM: ({ paymentTermId }) => paymentTermId,
  PRICE_GROUPS: ({ priceGroups }) => sorted(priceGroups.map(({ groupId }) => groupId)),
  PRIORITY: ({ priorityId }) => priorityId,
  SALES_REP: ({ salesRepId }) => salesRepId,
  SERVICE_LEVEL: ({ serviceLevelId }) => serviceLevelId,
  SHIPPING_TERM: ({ shippingTermId }) => shippingTermId,
  STATUS: ({ status }) => status,
  TAGS: ({ tags }) => sorted(tags.map(({ tagId }) => tagId)),
  TYPE: ({ typeId }) => typeId,
};

const differs = (customer: StoredCustomer, field: string): boolean =>
  customer.parent !== null && compared[field]?.(customer) !== compared[field]?.(customer.parent);

const textOf = (text: string | null): readonly string[] => (text === null ? [] : [plain(text)]);

const shared: Readonly<Record<SharedField, (customer: StoredCustomer) => readonly string[]>> = {
  ADDRESS: ({ addresses }) =>
    addresses.flatMap(({ geolocation }) => {
      const { streetLine1 = null, postalCode = null, country = null } = geolocation ?? {};
      return streetLine1 === null || postalCode === null
        ? []
        : [JSON.stringify([plain(streetLine1), plain(postalCode), plain(country ?? '')])];
    }),
  BILLING_ACCOUNT: ({ billingAccount }) => textOf(billingAccount),
  CONTACT_EMAIL: ({ contactEmail }) => textOf(contactEmail),
  CONTACT_NAME: ({ contactName }) => textOf(contactName),
  CONTACT_PHONE: ({ contactPhone }) =>
    textOf(contactPhone)
      .map((text) => text.replaceAll(/[ +\-()./]/g, ''))
      .filter((text) => text !== ''),
  CONTACT_URL: ({ contactUrl }) => textOf(contactUrl),
  NAME: ({ name }) => textOf(name),
  NUMBER: ({ number }) => textOf(number),
  REFERENCE: ({ reference }) => textOf(reference),
  SHOPPER_EMAIL: ({ shopperEmail }) => textOf(shopperEmail),
  SHORT_ID: ({ shortId }) => textOf(shortId),
};

function isShared(customer: StoredCustomer, field: SharedField): boolean {
  const own = shared[field](customer);
  return customer.everyone.some(
    (other) => other.id !== customer.id && shared[field](other).some((value) => own.includes(value)),
  );
}

function hasEqualTexts(customer: StoredCustomer, fields: readonly SharedField[]): boolean {
  const texts = fields.map((field) => shared[field](customer)[0]);
  return texts.length > 0 && texts.every((text) => text !== undefined && text === texts[0]);
}

function exceedsLimit(customer: StoredCustomer, filter: OrderFilter): boolean {
  const { creditLimitValue: value, creditLimitUnit: unit, units, orders } = customer;
  if (value === null || unit?.type !== 'CURRENCY') return false;
  const ofBase = units.find(({ type, isBaseUnit }) => type === 'CURRENCY' && isBaseUnit);
  const isDerived = unit.accountId !== null && !isoCodes.has(unit.abbreviation);
  const currency = isDerived ? ofBase : unit;
  const totals = orders.flatMap((order) =>
    order.currencyCode === currency?.abbreviation && order.totalAmount !== null && isOrder(order, filter)
      ? [fraction(order.totalAmount.toFixed())]
      : [],
  );
  if (totals.length === 0 || currency === undefined) return false;
  const limit = fraction(value.toFixed());
  return !isAtMost(totals.reduce(plus), isDerived ? convert(limit, unit, currency) : limit);
}

const parts: Readonly<Record<string, readonly string[]>> = {
  ...{ NAME: ['name'], NOTE: ['note'], PRICE_GROUPS: ['priceGroups'], CONTACT_EMAIL: ['contactEmail'] },
  ...{ CREDIT_LIMIT: ['creditLimitValue', 'creditLimitUnitId'], STATUS: ['status'] },
};

/** The stated parts of a group of fields, each with its value; of metadata, those of all keys. */
const partsIn = (values: unknown, group: string): readonly (readonly [string, unknown])[] =>
  Object.entries(values ?? {}).filter(([part]) =>
    group === 'METADATA' ? part.startsWith('metadata.') : parts[group]?.includes(part),
  );

const isFilled = (value: unknown): boolean => !isOpen(value) && value !== '' && String(value) !== '';

function sourcesDiffer({ sources }: StoredCustomer, { fieldGroups, systems }: SourceDifference): boolean {
  const records = sources.filter(({ system }) => isIn(systems, system));
  return fieldGroups.some((group) => {
    const stated = records.map(({ values }) => partsIn(values, group).filter(([, value]) => isFilled(value)));
    const texts = stated.map((entries) =>
      entries.map(([part, value]): readonly [string, string] => [
        part,
        part === 'creditLimitValue' ? String(Number(value)) : JSON.stringify([value].flat().toSorted()),
      ]),
    );
    if (group !== 'METADATA')
      return (
        new Set(texts.filter((each) => each.length > 0).map((each) => JSON.stringify(each.toSorted()))).size >
        1
      );
    const keys = new Set(texts.flat().map(([key]) => key));
    const valuesOf = (key: string) => texts.flat().flatMap(([at, text]) => (at === key ? [text] : []));
    return [...keys].some((key) => new Set(valuesOf(key)).size > 1);
  });
}

const placeParts: Readonly<Record<AddressPart, (address: AddressRow) => unknown>> = {
  ADDRESS: ({ id }) => id,
  COUNTRY: (address) => textOf(placeOf(address).country),
  LOCALITY: (address) => textOf(placeOf(address).locality),
  POSTAL_CODE: (address) => textOf(placeOf(address).postalCode),
  STATE: (address) => textOf(placeOf(address).state),
  STREET: ({ geolocation }) => [
    textOf(geolocation?.streetLine1 ?? null),
    textOf(geolocation?.streetLine2 ?? null),
  ],
};

function isElsewhere({ shipToAddress, billToAddress }: StoredCustomer, part: AddressPart): boolean {
  if (shipToAddress === null || billToAddress === null) return false;
  const shown = (address: AddressRow) => JSON.stringify(placeParts[part](address));
  return shown(shipToAddress) !== shown(billToAddress);
}

/** Every word is part of a searched text or, without punctuation, of the phone number's digits. */
export function isFound(customer: StoredCustomer, query: Maybe<string>): boolean {
  const { name, number, shortId, contactEmail, shopperEmail, reference, contactPhone, note } = customer;
  const texts = [name, number, shortId, contactEmail, shopperEmail, reference].flatMap((text) => text ?? []);
  const searched = [...texts, ...customer.addresses.map((address) => address.name)].map(plain);
  const digits = (contactPhone ?? '').replaceAll(/\D/g, '');
  return (query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => {
      const ofPhone = /^[\d()+./-]*\d[\d()+./-]*$/.test(word) ? word.replaceAll(/\D/g, '') : '-';
      const isLong = plain(word).length > 2;
      const isOrder = isLong && customer.orders.some((order) => plain(order.number ?? '') === plain(word));
      const isNoted = isLong && plain(note ?? '').includes(plain(word));
      const isNamed = searched.some((text) => text.includes(plain(word)));
      return isNamed || isNoted || isOrder || digits.includes(ofPhone);
    });
}
