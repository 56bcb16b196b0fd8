import { type ColumnOf, join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition } from './condition.ts';

const columns = {
  TYPE: 'typeId',
  CUSTOMER_GROUP: 'customerGroupId',
  SALES_REP: 'salesRepId',
  CARRIER: 'carrierId',
  SERVICE_LEVEL: 'serviceLevelId',
  PAYMENT_TERM: 'paymentTermId',
  SHIPPING_TERM: 'shippingTermId',
  PRIORITY: 'priorityId',
  PARENT: 'parentId',
  SHOPPER: 'shopperStatus',
  CREDIT_LIMIT: 'creditLimitValue',
} as const satisfies Readonly<Record<string, ColumnOf<'Customer'>>>;

const tables = {
  PRICE_GROUP: 'customer_price_groups',
  TAG: 'customer_tags',
  SOURCE: 'customer_sources',
} as const;

/** The fields that a customer can be without. */
export type MissingField = keyof typeof columns | keyof typeof tables;

const isInTable = (field: MissingField): field is keyof typeof tables => field in tables;

function isMissing(field: MissingField, alias: string): Sql {
  if (!isInTable(field)) return sql`${ref(alias, table('Customer').column(columns[field]))} is null`;
  return sql`not ${isAmong(alias, sql`select m.account_id, m.customer_id from ${raw(tables[field])} m`)}`;
}

export const missing: Condition<readonly MissingField[]> = {
  type: ['MissingCustomerField'],
  description: 'Matches customers without a value of at least one of these fields.',
  price: 'filterRelated',
  sql(fields, alias) {
    if (fields.length === 0) return [sql`false`];
    const conditions = fields.map((field) => isMissing(field, alias));
    return [sql`(${join(conditions, ' or ')})`];
  },
};
