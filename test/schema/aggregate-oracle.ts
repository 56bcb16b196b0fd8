import { Decimal } from 'decimal.js';
import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import { placesOf, plain } from './oracle.ts';
import type { StoredCustomer } from './stored-customers.ts';

const Exact = Decimal.clone({ precision: 200, toExpNeg: -100, toExpPos: 100 });

type Values = readonly (string | boolean | null)[];

/** The quarter of a time: `2024-Q1`. */
export const quarterOf = (at: Date): string =>
  `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;

/** The Monday of a time's week: `2024-03-25`. */
export function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return monday.toISOString().slice(0, 10);
}

const orNull = <T>(values: readonly T[]): readonly (T | null)[] => (values.length === 0 ? [null] : values);

/** The values of each key of a customer, except those of addresses. */
const valuesOf: Readonly<Record<string, (customer: StoredCustomer) => Values>> = {
  STATUS: ({ status }) => [status],
  TYPE: ({ typeId }) => [typeId],
  SALES_REP: ({ salesRepId }) => [salesRepId],
  CARRIER: ({ carrierId }) => [carrierId],
  SERVICE_LEVEL: ({ serviceLevelId }) => [serviceLevelId],
  PAYMENT_TERM: ({ paymentTermId }) => [paymentTermId],
  SHIPPING_TERM: ({ shippingTermId }) => [shippingTermId],
  CUSTOMER_GROUP: ({ customerGroupId }) => [customerGroupId],
  PARENT: ({ parentId }) => [parentId],
  RELATIONSHIP_TYPE: ({ relationshipType }) => [relationshipType],
  EDI_STATUS: ({ ediStatus }) => [ediStatus],
  COMMISSION_POLICY: ({ commissionPolicy }) => [commissionPolicy],
  FREIGHT_POLICY: ({ freightPolicy }) => [freightPolicy],
  SHOPPER_STATUS: ({ shopperStatus }) => [shopperStatus],
  MODE: ({ mode }) => [mode],
  ACTIVE: ({ discontinuedAt }) => [discontinuedAt === null],
  HAS_CONFLICTS: ({ hasConflicts }) => [hasConflicts],
  CREATED_YEAR: ({ createdAt }) => [createdAt.toISOString().slice(0, 4)],
  CREATED_MONTH: ({ createdAt }) => [createdAt.toISOString().slice(0, 7)],
  CREATED_QUARTER: ({ createdAt }) => [quarterOf(createdAt)],
  CREATED_WEEK: ({ createdAt }) => [weekOf(createdAt)],
  CREATED_DAY: ({ createdAt }) => [createdAt.toISOString().slice(0, 10)],
  UPDATED_YEAR: ({ updatedAt }) => [updatedAt.toISOString().slice(0, 4)],
  UPDATED_DAY: ({ updatedAt }) => [updatedAt.toISOString().slice(0, 10)],
  DISCONTINUED_MONTH: ({ discontinuedAt }) => [discontinuedAt?.toISOString().slice(0, 7) ?? null],
  PRIORITY: ({ priorityId }) => [priorityId],
  NAME: ({ name }) => [plain(name)],
  CONTACT_EMAIL: ({ contactEmail }) => [contactEmail === null ? null : plain(contactEmail)],
  CONTACT_PHONE: ({ contactPhone }) => [contactPhone === null ? null : plain(contactPhone)],
  BILLING_TYPE: ({ billingType }) => [billingType],
  ACCEPTS_INVOICE_EMAILS: ({ acceptsInvoiceEmails }) => [acceptsInvoiceEmails],
  UPDATED_MONTH: ({ updatedAt }) => [updatedAt.toISOString().slice(0, 7)],
  PRICE_GROUP: ({ priceGroups }) => orNull(priceGroups.map(({ groupId }) => groupId)),
  TAG: ({ tags }) => orNull(tags.map(({ tag }) => tag.name)),
  SOURCE: ({ sources }) => orNull(sources.map(({ system }) => system)),
};

const places = {
  COUNTRY: 'country',
  STATE: 'state',
  LOCALITY: 'locality',
  POSTAL_CODE: 'postalCode',
} as const;

type PlaceKey = keyof typeof places;

const isPlace = (key: string): key is PlaceKey => key in places;

/** The selection of each key of the schema, in `keys`. */
export const keySelections: Readonly<Record<string, string>> = {
  ...{ STATUS: 'status', TYPE: 'type { id }', SALES_REP: 'salesRep { id }', CARRIER: 'carrier { id }' },
  ...{ SERVICE_LEVEL: 'serviceLevel { id }', PAYMENT_TERM: 'paymentTerm { id }' },
  ...{ SHIPPING_TERM: 'shippingTerm { id }', CUSTOMER_GROUP: 'customerGroup { id }' },
  ...{ PARENT: 'parentAccount { id }', RELATIONSHIP_TYPE: 'relationshipType', EDI_STATUS: 'ediStatus' },
  ...{ COMMISSION_POLICY: 'commissionPolicy', FREIGHT_POLICY: 'freightPolicy', MODE: 'mode' },
  ...{ SHOPPER_STATUS: 'shopperStatus', ACTIVE: 'active', HAS_CONFLICTS: 'hasConflicts' },
  ...{ CREATED_YEAR: 'createdYear', CREATED_MONTH: 'createdMonth', CREATED_DAY: 'createdDay' },
  ...{ UPDATED_MONTH: 'updatedMonth', PRICE_GROUP: 'priceGroup { id }', TAG: 'tag { name }' },
  ...{ SOURCE: 'source', COUNTRY: 'country', STATE: 'state', LOCALITY: 'locality' },
  ...{ POSTAL_CODE: 'postalCode', UPDATED_YEAR: 'updatedYear', UPDATED_DAY: 'updatedDay' },
  ...{ DISCONTINUED_MONTH: 'discontinuedMonth', PRIORITY: 'priority { id }', BILLING_TYPE: 'billingType' },
  ...{ ACCEPTS_INVOICE_EMAILS: 'acceptsInvoiceEmails', NAME: 'name', CONTACT_EMAIL: 'contactEmail' },
  ...{ CONTACT_PHONE: 'contactPhone', CREATED_QUARTER: 'createdQuarter', CREATED_WEEK: 'createdWeek' },
};

const isText = (key: string): boolean =>
  isPlace(key) || ['NAME', 'CONTACT_EMAIL', 'CONTACT_PHONE'].includes(key);

/** The value of a key in a response, as `valuesOf` has it; texts of addresses as they are compared. */
export function shownValue(keys: Readonly<Record<string, unknown>>, name: string): string | boolean | null {
  const [field = '', , inner = ''] = (keySelections[name] ?? '').split(' ');
  const value = keys[field] as never;
  const plainValue = inner === '' || value === null ? value : value[inner];
  return isText(name) && plainValue !== null ? plain(plainValue) : plainValue;
}

/** The combinations of values that one of the addresses has, without those of nothing. */
function placeRows(customer: StoredCustomer, keys: readonly PlaceKey[], filter: CustomerFilter) {
  const rows = placesOf(customer, filter.address).map((place) =>
    keys.map((key) => {
      const text = place[places[key]];
      return text === null ? null : plain(text);
    }),
  );
  const found = rows.filter((row) => row.some((value) => value !== null));
  return found.length > 0 ? found : [keys.map(() => null)];
}

/** The groups that a customer counts in, each as the JSON of its values. */
export function groupsOf(
  customer: StoredCustomer,
  groupBy: readonly string[],
  filter: CustomerFilter,
): ReadonlySet<string> {
  const placeKeys = groupBy.filter(isPlace);
  const placed = placeRows(customer, placeKeys, filter);
  let rows: readonly Values[] = placeKeys.length === 0 ? [[]] : placed;
  const order: string[] = [...placeKeys];
  for (const key of groupBy) {
    if (isPlace(key)) continue;
    order.push(key);
    rows = rows.flatMap((row) => (valuesOf[key]?.(customer) ?? []).map((value) => [...row, value]));
  }
  return new Set(rows.map((row) => JSON.stringify(groupBy.map((key) => row[order.indexOf(key)]))));
}

export interface Sum {
  readonly unit: string;
  readonly count: number;
  readonly sum: string;
  readonly avg: string;
  readonly min: string;
  readonly max: string;
}

interface Amount {
  readonly unit: string;
  readonly value: { toFixed(): string };
}

/** The sums of amounts by unit, ordered by unit. */
export function sumsOf(amounts: readonly Amount[]): readonly Sum[] {
  const units = [...new Set(amounts.map(({ unit }) => unit))].toSorted();
  return units.map((unit) => {
    const values = amounts.flatMap((each) => (each.unit === unit ? [new Exact(each.value.toFixed())] : []));
    const sum = values.reduce((total, value) => total.plus(value));
    return {
      unit,
      count: values.length,
      sum: sum.toFixed(),
      avg: sum.div(values.length).toDecimalPlaces(30, Decimal.ROUND_HALF_EVEN).toFixed(),
      min: Decimal.min(...values).toFixed(),
      max: Decimal.max(...values).toFixed(),
    };
  });
}
