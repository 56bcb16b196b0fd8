import type { Row } from '../db/model/table.ts';
import { canonicalDecimal } from '../domain/decimal.ts';
import { nameOfSystem } from '../domain/source-system.ts';
import { type CustomerRow, type Page, priceGroupsOf, tagRowsOf } from './page.ts';

export type Json = string | number | boolean | null | JsonObject | readonly Json[];
export type JsonObject = { readonly [name: string]: Json };

export const decimalText = (value: string | null): string | null =>
  value === null ? null : canonicalDecimal(value);

/** The keys of an object's records in the source systems. */
export const keysOf = (page: Page, id: string): readonly JsonObject[] =>
  page.links(id).map(({ system, sourceId }) => ({ system: nameOfSystem(system), sourceId }));

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** A reference: the id, name and source records of an object, and further keys. */
function reference(page: Page, row: Named | null, keys: JsonObject = {}): JsonObject | null {
  return row && { id: row.id, name: row.name, ...keys, sources: keysOf(page, row.id) };
}

function salesRep(page: Page, id: string | null): JsonObject | null {
  const seat = page.one('AccountUser', id);
  const user = seat && page.one('User', seat.userId);
  return seat && reference(page, { id: seat.id, name: user?.name ?? null }, { email: user?.email ?? null });
}

function address(page: Page, row: Row<'Address'>): JsonObject {
  const { id, name, phone, email, type, createdAt, updatedAt } = row;
  const place = page.one('Geolocation', row.geolocationId);
  return {
    ...{ id, name, phone, email, type },
    geolocation: place && {
      ...{ streetLine1: place.streetLine1, streetLine2: place.streetLine2, locality: place.locality },
      ...{ state: place.state, postalCode: place.postalCode, country: place.country },
    },
    ...{ sources: keysOf(page, id), createdAt, updatedAt },
  };
}

const unlessEmpty = <V extends JsonObject>(values: V): V | null =>
  Object.values(values).every((value) => value === null) ? null : values;

function creditLimit(page: Page, { creditLimitValue, creditLimitUnitId }: CustomerRow): JsonObject | null {
  const unit = page.one('Unit', creditLimitUnitId);
  if (creditLimitValue === null || unit === null) return null;
  const { abbreviation, type } = unit;
  const ratios = {
    ...{
      ratioNumerator: decimalText(unit.ratioNumerator),
      ratioDenominator: decimalText(unit.ratioDenominator),
    },
    ...{
      offsetNumerator: decimalText(unit.offsetNumerator),
      offsetDenominator: decimalText(unit.offsetDenominator),
    },
  };
  const keys = { abbreviation, type, ...ratios };
  return { value: decimalText(creditLimitValue), unit: reference(page, unit, keys) };
}

const contact = (row: CustomerRow): JsonObject | null =>
  unlessEmpty({
    ...{ name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    ...{ fax: row.contactFax, url: row.contactUrl },
  });

function freight(page: Page, row: CustomerRow): JsonObject {
  const level = page.one('ServiceLevel', row.serviceLevelId);
  return {
    status: row.freightPolicy,
    carrier: reference(page, page.one('Carrier', row.carrierId)),
    serviceLevel: reference(page, level, { serviceLevelToken: level?.serviceLevelToken ?? null }),
    ...{ billingType: row.billingType, billingAccount: row.billingAccount },
  };
}

function defaults(page: Page, row: CustomerRow): JsonObject | null {
  const priority = page.one('Priority', row.priorityId);
  const shippingTerm = page.one('ShippingTerm', row.shippingTermId);
  return unlessEmpty({
    paymentTerm: reference(page, page.one('PaymentTerm', row.paymentTermId)),
    shippingTerm: reference(page, shippingTerm, { type: shippingTerm?.type ?? null }),
    priority: reference(page, priority, { code: priority?.code ?? null }),
    salesRep: salesRep(page, row.salesRepId),
  });
}

function shopper(page: Page, row: CustomerRow): JsonObject | null {
  if (row.shopperEmail === null || row.shopperStatus === null) return null;
  return {
    ...{ email: row.shopperEmail, status: row.shopperStatus },
    ...{ hasPassword: page.hasPassword(row.id), shopperReference: row.shopperReference },
    totalOrdersCount: row.totalOrdersCount,
  };
}

function parent(page: Page, id: string | null): JsonObject | null {
  const row = page.one('Customer', id);
  return reference(page, row, { number: row?.number ?? null });
}

type Part = (row: CustomerRow, page: Page) => Json;

function customerGroup(page: Page, id: string | null): JsonObject | null {
  const row = page.one('CustomerGroup', id);
  return reference(page, row, { code: row?.code ?? null });
}

const plain =
  <C extends keyof CustomerRow>(column: C & (CustomerRow[C] extends Json ? C : never)): Part =>
  (row) =>
    row[column] as Json;

/** The fields of a customer in the gateway's own form, named as in the GraphQL schema. */
export const ownFields = {
  id: plain('id'),
  number: plain('number'),
  name: plain('name'),
  status: plain('status'),
  ediStatus: plain('ediStatus'),
  relationshipType: plain('relationshipType'),
  commissionPolicy: plain('commissionPolicy'),
  note: plain('note'),
  creditLimit: (row, page) => creditLimit(page, row),
  contactInfo: contact,
  freightPreferences: (row, page) => freight(page, row),
  defaults: (row, page) => defaults(page, row),
  notificationPreferences: ({ acceptsInvoiceEmails }) => ({ acceptsInvoiceEmails }),
  billToAddress: (row, page) => reference(page, page.one('Address', row.billToAddressId)),
  shipToAddress: (row, page) => reference(page, page.one('Address', row.shipToAddressId)),
  type: (row, page) => reference(page, page.one('AccountGroup', row.typeId)),
  priceGroups: (row, page) => priceGroupsOf(page, row).flatMap((group) => reference(page, group) ?? []),
  parentAccount: (row, page) => parent(page, row.parentId),
  shortId: plain('shortId'),
  active: ({ discontinuedAt }) => discontinuedAt === null,
  discontinuedAt: plain('discontinuedAt'),
  shopper: (row, page) => shopper(page, row),
  totalOrdersCount: (row, page) => page.ordersCount(row),
  customerGroup: (row, page) => customerGroup(page, row.customerGroupId),
  mode: plain('mode'),
  reference: plain('reference'),
  referenceOrigin: plain('referenceOrigin'),
  metadata: ({ metadata }) => metadata as JsonObject,
  tags: (row, page) => tagRowsOf(page, row).map(({ name }) => name),
  addresses: (row, page) => page.listed('Address', row.id).map((each) => address(page, each)),
  attachments: (row, page) =>
    page.listed('Attachment', row.id).map(({ id, name, description, url, createdAt }) => ({
      ...{ id, name, description, url, sources: keysOf(page, id), createdAt },
    })),
  sources: (row, page) =>
    page.links(row.id).map(({ system, sourceId, seenAt, goneAt }) => ({
      ...{ system: nameOfSystem(system), sourceId, seenAt, goneAt },
    })),
  version: plain('version'),
  createdAt: plain('createdAt'),
  updatedAt: plain('updatedAt'),
} as const satisfies Readonly<Record<string, Part>>;

export type OwnField = keyof typeof ownFields;

// `Object.keys` returns strings; the type of `ownFields` is narrower.
export const ownFieldNames = Object.keys(ownFields) as readonly OwnField[];

export const ownRecord = (row: CustomerRow, page: Page, fields: readonly OwnField[]): JsonObject =>
  Object.fromEntries(fields.map((name) => [name, ownFields[name](row, page)]));
