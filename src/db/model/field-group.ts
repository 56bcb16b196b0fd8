import type { ColumnOf } from './table.ts';

/** The columns that are derived together: one source, pin or baseline gives all of them. */
export const columnGroups = {
  NAME: ['name'],
  NUMBER: ['number'],
  STATUS: ['status'],
  EDI_STATUS: ['ediStatus'],
  COMMISSION_POLICY: ['commissionPolicy'],
  NOTE: ['note'],
  CREDIT_LIMIT: ['creditLimitValue', 'creditLimitUnitId'],
  CONTACT_NAME: ['contactName'],
  CONTACT_EMAIL: ['contactEmail'],
  CONTACT_PHONE: ['contactPhone'],
  CONTACT_FAX: ['contactFax'],
  CONTACT_URL: ['contactUrl'],
  FREIGHT_PREFERENCES: ['freightPolicy', 'carrierId', 'serviceLevelId', 'billingType', 'billingAccount'],
  DEFAULTS: ['paymentTermId', 'shippingTermId', 'priorityId', 'salesRepId'],
  NOTIFICATION_PREFERENCES: ['acceptsInvoiceEmails'],
  BILL_TO_ADDRESS: ['billToAddressId'],
  SHIP_TO_ADDRESS: ['shipToAddressId'],
  TYPE: ['typeId'],
  SHOPPER: ['shopperEmail', 'shopperStatus', 'shopperReference', 'totalOrdersCount'],
  CUSTOMER_GROUP: ['customerGroupId'],
  REFERENCE: ['reference', 'referenceOrigin'],
} as const satisfies Readonly<Record<string, readonly ColumnOf<'Customer'>[]>>;

type ColumnGroup = keyof typeof columnGroups;
export type DerivedColumn = (typeof columnGroups)[ColumnGroup][number];

export const listGroups = { PRICE_GROUPS: 'priceGroups', TAGS: 'tags' } as const;
export type ListName = (typeof listGroups)[keyof typeof listGroups];

export const isListGroup = (group: FieldGroup): boolean => Object.hasOwn(listGroups, group);

/** Metadata is derived by its top-level keys. */
export type FieldGroup = ColumnGroup | keyof typeof listGroups | 'METADATA';

/** A part of a customer with one winner: a group of columns, a list, or a key of the metadata. */
export interface Unit {
  readonly group: FieldGroup;
  /** The key of the metadata. */
  readonly key: string | null;
  /** The names of its parts in `Values`. */
  readonly parts: readonly string[];
  readonly isList: boolean;
}

// `Object.entries` returns strings; the type of the tables is narrower.
const entriesOf = <K extends string, V>(of: Readonly<Record<K, V>>) => Object.entries(of) as [K, V][];

/** The units that every customer has. */
export const fixedUnits: readonly Unit[] = [
  ...entriesOf<ColumnGroup, readonly string[]>(columnGroups).map(([group, parts]) => ({
    ...{ group, key: null, parts, isList: false },
  })),
  ...entriesOf(listGroups).map(([group, part]) => ({ group, key: null, parts: [part], isList: true })),
];

const metadataPrefix = 'metadata.';

export const metadataPart = (key: string): string => `${metadataPrefix}${key}`;

/** The key of the metadata that a part is; undefined for other parts. */
export const metadataKeyOf = (part: string): string | undefined =>
  part.startsWith(metadataPrefix) ? part.slice(metadataPrefix.length) : undefined;

export const metadataUnit = (key: string): Unit => ({
  ...{ group: 'METADATA', key, parts: [metadataPart(key)], isList: false },
});

const derivedColumns: readonly string[] = Object.values(columnGroups).flat();
export const isDerivedColumn = (column: string): column is DerivedColumn => derivedColumns.includes(column);
export { derivedColumns };

const otherParts: readonly string[] = [...Object.values(listGroups), 'metadata'];

/** Whether a part of a customer's input is derived; the last write of the others holds. */
export const isDerivedPart = (part: string): boolean => isDerivedColumn(part) || otherParts.includes(part);

export const fieldGroups: readonly FieldGroup[] = [...fixedUnits.map(({ group }) => group), 'METADATA'];
