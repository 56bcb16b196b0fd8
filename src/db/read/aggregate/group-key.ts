import { join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import { type AddressField, addressConditions, addressTables, columnsOf } from '../address-values.ts';
import { filterOf } from '../facet-dimension.ts';
import { rows, type Where } from '../list.ts';

/** The models whose rows can be grouped. */
export type Grouped = 'Customer' | 'Order';

/** The forms of a column's value that rows are grouped by; times by their start in UTC. */
const forms = {
  value: (column: Sql): Sql => column,
  isNull: (column: Sql): Sql => sql`(${column} is null)`,
  year: (column: Sql): Sql => sql`date_trunc('year', ${column})`,
  quarter: (column: Sql): Sql => sql`date_trunc('quarter', ${column})`,
  month: (column: Sql): Sql => sql`date_trunc('month', ${column})`,
  week: (column: Sql): Sql => sql`date_trunc('week', ${column})`,
  day: (column: Sql): Sql => sql`date_trunc('day', ${column})`,
};

interface OwnKey {
  readonly column: string;
  readonly form?: keyof typeof forms;
}

/** A text that has its key in a column of its own; texts with the same key are one value. */
interface TextKey {
  readonly text: string;
}

interface JoinedKey {
  readonly join: Join;
  readonly value: Sql;
  /** A text to show in place of the value. */
  readonly label?: Sql;
}

export type GroupKey = OwnKey | TextKey | JoinedKey | { readonly address: AddressField };

interface Join {
  readonly sql: Sql;
  /** Whether a row of the list can have the same value several times. */
  readonly repeats: boolean;
  /** The columns of the listed rows that it reads, besides their account and id. */
  readonly reads?: readonly string[];
}

const joined = (from: string, alias: string, repeats = false): Join => ({
  sql: raw(
    `left join ${from} on ${alias}.account_id = ${rows}.account_id and ${alias}.customer_id = ${rows}.id`,
  ),
  repeats,
});

const priceGroups = joined('customer_price_groups pg', 'pg');
const tags = joined(
  '(customer_tags ct join tags tg on tg.account_id = ct.account_id and tg.id = ct.tag_id)',
  'ct',
);
const sources = joined('customer_sources cs', 'cs', true);

const customers: Join = {
  sql: raw(`join customers oc on oc.account_id = ${rows}.account_id and oc.id = ${rows}.customer_id`),
  repeats: false,
  reads: ['customerId'],
};

const ofCustomer = (column: string): JoinedKey => ({ join: customers, value: raw(`oc.${column}`) });

/** The ways to group the rows of a model. */
export const groupKeys = {
  Customer: {
    STATUS: { column: 'status' },
    TYPE: { column: 'typeId' },
    SALES_REP: { column: 'salesRepId' },
    CARRIER: { column: 'carrierId' },
    SERVICE_LEVEL: { column: 'serviceLevelId' },
    PAYMENT_TERM: { column: 'paymentTermId' },
    SHIPPING_TERM: { column: 'shippingTermId' },
    CUSTOMER_GROUP: { column: 'customerGroupId' },
    PARENT: { column: 'parentId' },
    RELATIONSHIP_TYPE: { column: 'relationshipType' },
    EDI_STATUS: { column: 'ediStatus' },
    COMMISSION_POLICY: { column: 'commissionPolicy' },
    FREIGHT_POLICY: { column: 'freightPolicy' },
    SHOPPER_STATUS: { column: 'shopperStatus' },
    MODE: { column: 'mode' },
    ACTIVE: { column: 'discontinuedAt', form: 'isNull' },
    HAS_CONFLICTS: { column: 'hasConflicts' },
    CREATED_YEAR: { column: 'createdAt', form: 'year' },
    CREATED_QUARTER: { column: 'createdAt', form: 'quarter' },
    CREATED_MONTH: { column: 'createdAt', form: 'month' },
    CREATED_WEEK: { column: 'createdAt', form: 'week' },
    CREATED_DAY: { column: 'createdAt', form: 'day' },
    UPDATED_YEAR: { column: 'updatedAt', form: 'year' },
    UPDATED_MONTH: { column: 'updatedAt', form: 'month' },
    UPDATED_DAY: { column: 'updatedAt', form: 'day' },
    DISCONTINUED_MONTH: { column: 'discontinuedAt', form: 'month' },
    NAME: { text: 'name' },
    CONTACT_EMAIL: { text: 'contactEmail' },
    CONTACT_PHONE: { text: 'contactPhone' },
    PRIORITY: { column: 'priorityId' },
    BILLING_TYPE: { column: 'billingType' },
    ACCEPTS_INVOICE_EMAILS: { column: 'acceptsInvoiceEmails' },
    PRICE_GROUP: { join: priceGroups, value: raw('pg.group_id') },
    TAG: { join: tags, value: raw('ct.tag_id'), label: raw('tg.name') },
    SOURCE: { join: sources, value: raw('cs.system') },
    COUNTRY: { address: 'country' },
    STATE: { address: 'state' },
    LOCALITY: { address: 'locality' },
    POSTAL_CODE: { address: 'postalCode' },
  },
  Order: {
    STATUS: { column: 'status' },
    PAYMENT_STATUS: { column: 'paymentStatus' },
    FULFILLMENT_STATUS: { column: 'fulfillmentStatus' },
    CURRENCY: { column: 'currencyCode' },
    CUSTOMER: { column: 'customerId' },
    PLACED_YEAR: { column: 'placedAt', form: 'year' },
    PLACED_QUARTER: { column: 'placedAt', form: 'quarter' },
    PLACED_WEEK: { column: 'placedAt', form: 'week' },
    PLACED_MONTH: { column: 'placedAt', form: 'month' },
    PLACED_DAY: { column: 'placedAt', form: 'day' },
    CREATED_YEAR: { column: 'createdAt', form: 'year' },
    CREATED_MONTH: { column: 'createdAt', form: 'month' },
    CREATED_DAY: { column: 'createdAt', form: 'day' },
    CUSTOMER_STATUS: ofCustomer('status'),
    CUSTOMER_TYPE: ofCustomer('type_id'),
    CUSTOMER_SALES_REP: ofCustomer('sales_rep_id'),
    CUSTOMER_CARRIER: ofCustomer('carrier_id'),
    CUSTOMER_PAYMENT_TERM: ofCustomer('payment_term_id'),
    CUSTOMER_SHIPPING_TERM: ofCustomer('shipping_term_id'),
    CUSTOMER_PARENT: ofCustomer('parent_id'),
  },
} as const satisfies Readonly<Record<Grouped, Readonly<Record<string, GroupKey>>>>;

export type CustomerKeyName = keyof (typeof groupKeys)['Customer'];
export type OrderKeyName = keyof (typeof groupKeys)['Order'];

export function keyOf(model: Grouped, name: string): GroupKey {
  const keys: Readonly<Record<string, GroupKey>> = groupKeys[model];
  const key = keys[name];
  if (key === undefined) throw new Error(`${model} has no group key ${name}.`);
  return key;
}

export type Period = 'year' | 'quarter' | 'month' | 'week' | 'day';

/** The period that a key groups times by. */
export function periodOf(model: Grouped, name: string): Period | undefined {
  const key = keyOf(model, name);
  const form = 'column' in key ? key.form : undefined;
  return form === 'value' || form === 'isNull' ? undefined : form;
}

export const isOfAddress = (key: GroupKey): key is { readonly address: AddressField } => 'address' in key;

export const isJoined = (key: GroupKey): boolean => 'join' in key;

const keyColumn = (model: Grouped, { text }: TextKey): string => `${table(model).column(text).column}_key`;

/** The columns of the listed rows that the key reads. */
export function columnsOfKey(model: Grouped, key: GroupKey): readonly string[] {
  const named = (name: string) => table(model).column(name).column;
  if ('column' in key) return [named(key.column)];
  if ('text' in key) return [named(key.text), keyColumn(model, key)];
  return 'join' in key ? (key.join.reads ?? []).map(named) : [];
}

export function expressionOf(model: Grouped, key: GroupKey): { readonly value: Sql; readonly label?: Sql } {
  if ('join' in key) return key;
  const of = (name: string) => ref(rows, table(model).column(name));
  if ('text' in key) return { value: raw(`${rows}.${keyColumn(model, key)}`), label: of(key.text) };
  if ('column' in key) return { value: forms[key.form ?? 'value'](of(key.column)) };
  const { key: value, text: label } = columnsOf(key.address);
  return { value, label };
}

/** The addresses that match the filter and have one of the texts. */
function joinedAddresses(keys: readonly AddressField[], where: Where): Join {
  const texts = join(
    keys.map((field) => sql`${columnsOf(field).key} is not null`),
    ' or ',
  );
  const on = join([...addressConditions(filterOf(where).address, rows), sql`(${texts})`], ' and ');
  return { sql: sql`left join (${addressTables()}) on ${on}`, repeats: true };
}

/** Each row of the list is joined at least once. */
export function joinsOf(keys: readonly GroupKey[], where: Where): readonly Join[] {
  const ofAddresses = keys.filter(isOfAddress).map(({ address }) => address);
  const others = new Set(keys.flatMap((key) => ('join' in key ? [key.join] : [])));
  return [...others, ...(ofAddresses.length > 0 ? [joinedAddresses(ofAddresses, where)] : [])];
}
