import type { Row } from '../db/model/table.ts';
import { neutralText } from '../formula-text.ts';
import { isObject } from '../is-object.ts';
import { type Json, type OwnField, ownFields } from './own-record.ts';
import type { CustomerRow, Page } from './page.ts';

/** Shows a value that is not null. */
type Show = (value: Json) => string;

const text: Show = (value) => neutralText(String(value));
/** Numbers, Booleans, times and constants, which cannot be formulas or, as negative numbers, mean the same. */
const exact: Show = (value) => String(value);
const json: Show = (value) => JSON.stringify(value);

const keyed =
  (key: string): Show =>
  (value) =>
    isObject(value) && value[key] != null ? neutralText(String(value[key])) : '';

const name = keyed('name');

const listOf =
  (key: string): Show =>
  (value) =>
    JSON.stringify(Array.isArray(value) ? value.map((each) => (isObject(each) ? each[key] : each)) : []);

const records: Show = (value) =>
  JSON.stringify(
    Array.isArray(value) ? value.filter(isObject).map(({ system, sourceId }) => `${system}:${sourceId}`) : [],
  );

/** The columns of one field: the field itself, or its parts. */
const shown: Readonly<Partial<Record<OwnField, Show | Readonly<Record<string, Show>>>>> = {
  id: exact,
  number: text,
  name: text,
  status: exact,
  ediStatus: exact,
  relationshipType: exact,
  commissionPolicy: exact,
  note: text,
  creditLimit: { value: exact, unit: name },
  contactInfo: { name: text, email: text, phone: text, fax: text, url: text },
  freightPreferences: {
    ...{ status: exact, carrier: name, serviceLevel: keyed('serviceLevelToken') },
    ...{ billingType: exact, billingAccount: text },
  },
  defaults: {
    ...{ paymentTerm: name, shippingTerm: name, priority: keyed('code'), salesRep: keyed('email') },
  },
  notificationPreferences: { acceptsInvoiceEmails: exact },
  type: name,
  priceGroups: listOf('name'),
  parentAccount: keyed('number'),
  shortId: text,
  active: exact,
  discontinuedAt: exact,
  shopper: {
    ...{ email: text, status: exact, hasPassword: exact, shopperReference: text, totalOrdersCount: exact },
  },
  totalOrdersCount: exact,
  customerGroup: name,
  mode: exact,
  reference: text,
  referenceOrigin: text,
  metadata: json,
  tags: listOf('name'),
  sources: records,
  version: exact,
  createdAt: exact,
  updatedAt: exact,
};

export interface CsvColumn {
  readonly name: string;
  /** The cell, with formulas neutralized; empty for null. */
  cell(row: CustomerRow, page: Page): string;
}

const shownOr = (show: Show, value: Json | undefined): string => (value == null ? '' : show(value));

function columnsOf(field: OwnField, show: Show | Readonly<Record<string, Show>>): readonly CsvColumn[] {
  const value = ownFields[field] as (row: CustomerRow, page: Page) => Json;
  if (typeof show === 'function')
    return [{ name: field, cell: (row, page) => shownOr(show, value(row, page)) }];
  return Object.entries(show).map(([part, showPart]) => ({
    name: `${field}.${part}`,
    cell: (row, page) => {
      const whole = value(row, page);
      return isObject(whole) ? shownOr(showPart, whole[part] as Json) : '';
    },
  }));
}

const addressParts = ['name', 'phone', 'email'] as const;
const placeParts = ['streetLine1', 'streetLine2', 'locality', 'state', 'postalCode', 'country'] as const;

type Place = Row<'Address'> & Partial<Row<'Geolocation'>>;

function addressColumns(field: string, idOf: (row: CustomerRow) => string | null): readonly CsvColumn[] {
  const addressOf = (row: CustomerRow, page: Page): Place | null => {
    const address = page.one('Address', idOf(row));
    return address && { ...page.one('Geolocation', address.geolocationId), ...address };
  };
  return [...addressParts, ...placeParts].map((part) => ({
    name: `${field}.${part}`,
    cell: (row, page) => shownOr(text, addressOf(row, page)?.[part]),
  }));
}

const fieldColumns = Object.entries(shown).flatMap(([field, show]) =>
  // The keys of `shown` are fields.
  columnsOf(field as OwnField, show),
);

/** The columns of a CSV export: the fields of the customer with one value or a short list. */
export const csvColumns: readonly CsvColumn[] = [
  ...fieldColumns,
  ...addressColumns('billToAddress', ({ billToAddressId }) => billToAddressId),
  ...addressColumns('shipToAddress', ({ shipToAddressId }) => shipToAddressId),
];
