import { prefixOf } from '../db/model/id.ts';
import type { ModelName, Row } from '../db/model/table.ts';
import { displayValue } from '../domain/display-value.ts';
import { toGram } from '../domain/mass-ratio.ts';
import { decimalText } from './own-record.ts';
import type { CustomerRow, Page } from './page.ts';
import { sourceIdOf, timesOf } from './source-id.ts';

export type Document = { readonly [name: string]: unknown } | null;

/** An enum's value in the spelling of the source systems. */
export const lower = (value: string | null): string | null => (value === null ? null : value.toLowerCase());

interface Dated {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const augnoId = (page: Page, id: string): string => sourceIdOf(page, id, 'AUGNO');

/** An object with its id and its times in Augno, and its type. */
export function augnoObject(page: Page, row: Dated, object: string, fields: object): Document {
  const { createdAt, updatedAt } = timesOf(page, row, 'AUGNO');
  return { id: augnoId(page, row.id), object, ...fields, created_at: createdAt, updated_at: updatedAt };
}

/** A list in the newest form, which is complete. */
export const augnoList = (data: readonly Document[]): Document => ({
  object: 'list',
  data,
  page_info: { next_page_url: null, previous_page_url: null, has_next_page: false, has_prev_page: false },
});

/** The object of an id; null if the id is. */
function found<M extends ModelName>(
  page: Page,
  model: M,
  id: string | null,
  write: (row: Row<M>) => Document,
): Document {
  const row = page.one(model, id);
  return row && write(row);
}

function ratioOf({ type, ratioNumerator, ratioDenominator }: Row<'Unit'>): object {
  const own = { numerator: ratioNumerator, denominator: ratioDenominator };
  const { numerator, denominator } = type === 'MASS' ? toGram(own) : own;
  return { ratio_numerator: decimalText(numerator), ratio_denominator: decimalText(denominator) };
}

const unit = (page: Page, id: string | null): Document =>
  found(page, 'Unit', id, (row) =>
    augnoObject(page, row, 'unit', {
      ...{ name: row.name, abbreviation: row.abbreviation, type: lower(row.type) },
      ...ratioOf(row),
      offset_numerator: decimalText(row.offsetNumerator),
      offset_denominator: decimalText(row.offsetDenominator),
      ...{ is_base_unit: row.isBaseUnit, owner: null },
    }),
  );

export function creditLimit(page: Page, row: CustomerRow): Document {
  const measure = page.one('Unit', row.creditLimitUnitId);
  if (row.creditLimitValue === null || measure === null) return null;
  return {
    ...{ id: `${prefixOf('Quantity')}credit_limit_${row.id}`, object: 'quantity' },
    value: decimalText(row.creditLimitValue),
    display_value: displayValue(row.creditLimitValue, measure),
    unit: unit(page, row.creditLimitUnitId),
  };
}

export const carrier = (page: Page, id: string | null): Document =>
  found(page, 'Carrier', id, (row) =>
    augnoObject(page, row, 'carrier', {
      ...{ name: row.name, code: lower(row.code), account_number: row.accountNumber },
      customer_portal_visibility: lower(row.customerPortalVisibility),
      ...{ owner: null, service_levels: null, deleted_at: row.deletedAt },
    }),
  );

export const serviceLevel = (page: Page, id: string | null): Document =>
  found(page, 'ServiceLevel', id, (row) =>
    augnoObject(page, row, 'service_level', {
      ...{ name: row.name, service_level_token: row.serviceLevelToken },
      customer_portal_visibility: lower(row.customerPortalVisibility),
      ...{ is_default: row.isDefault, owner: null },
    }),
  );

export const paymentTerm = (page: Page, id: string | null): Document =>
  found(page, 'PaymentTerm', id, (row) =>
    augnoObject(page, row, 'payment_term', { name: row.name, status: lower(row.status), owner: null }),
  );

export const shippingTerm = (page: Page, id: string | null): Document =>
  found(page, 'ShippingTerm', id, (row) =>
    augnoObject(page, row, 'shipping_term', {
      ...{ name: row.name, type: lower(row.type), owner: null },
      ...{ flat_rate: null, minimum_order_value: null, free_shipping_service_levels: null },
    }),
  );

export const priority = (page: Page, id: string | null): Document =>
  found(page, 'Priority', id, (row) =>
    augnoObject(page, row, 'priority', { code: lower(row.code), name: row.name, owner: null }),
  );

const user = (page: Page, id: string): Document =>
  found(page, 'User', id, (row) =>
    augnoObject(page, row, 'user', {
      ...{ email: row.email, name: row.name, username: row.username },
      ...{ email_verified_at: row.emailVerifiedAt, image_url: row.imageUrl },
    }),
  );

export const salesRep = (page: Page, id: string | null): Document =>
  found(page, 'AccountUser', id, (row) =>
    augnoObject(page, row, 'account_user', {
      ...{ status: lower(row.status), role: null, department: null },
      ...{ user: user(page, row.userId), last_used_at: row.lastUsedAt },
    }),
  );

export const accountGroup = (page: Page, id: string | null): Document =>
  found(page, 'AccountGroup', id, (row) =>
    augnoObject(page, row, 'account_group', {
      ...{ type: lower(row.type), name: row.name, description: row.description },
      ...{ commission_policy: lower(row.commissionPolicy), freight_policy: lower(row.freightPolicy) },
    }),
  );

const geolocation = (page: Page, id: string | null): Document =>
  found(page, 'Geolocation', id, (row) => ({
    ...{ id: row.id, object: 'geolocation' },
    ...{ street_line_1: row.streetLine1, street_line_2: row.streetLine2, locality: row.locality },
    ...{ state: row.state, postal_code: row.postalCode, country: row.country },
  }));

export const address = (page: Page, id: string | null): Document =>
  found(page, 'Address', id, (row) =>
    augnoObject(page, row, 'address', {
      ...{ name: row.name, phone: row.phone, email: row.email, type: lower(row.type) },
      geolocation: geolocation(page, row.geolocationId),
    }),
  );
