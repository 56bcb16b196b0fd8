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
  month: (column: Sql): Sql => sql`date_trunc('month', ${column})`,
  day: (column: Sql): Sql => sql`date_trunc('day', ${column})`,
};

interface OwnKey {
  readonly column: string;
  readonly form?: keyof typeof forms;
}

interface JoinedKey {
  readonly join: Join;
  readonly value: Sql;
  /** A text to show in place of the value. */
  readonly label?: Sql;
}

export type GroupKey = OwnKey | JoinedKey | { readonly address: AddressField };

interface Join {
  readonly sql: Sql;
  /** Whether a row of the list can have the same value several times. */
  readonly repeats: boolean;
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
    CREATED_MONTH: { column: 'createdAt', form: 'month' },
    CREATED_DAY: { column: 'createdAt', form: 'day' },
    UPDATED_MONTH: { column: 'updatedAt', form: 'month' },
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
    PLACED_MONTH: { column: 'placedAt', form: 'month' },
    PLACED_DAY: { column: 'placedAt', form: 'day' },
    CREATED_MONTH: { column: 'createdAt', form: 'month' },
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

export type Period = 'year' | 'month' | 'day';

/** The period that a key groups times by. */
export function periodOf(model: Grouped, name: string): Period | undefined {
  const key = keyOf(model, name);
  const form = 'column' in key ? key.form : undefined;
  return form === 'value' || form === 'isNull' ? undefined : form;
}

export const isOfAddress = (key: GroupKey): key is { readonly address: AddressField } => 'address' in key;

export const isJoined = (key: GroupKey): boolean => !('column' in key);

/** The column of the listed rows that the key reads. */
export const columnOfKey = (key: GroupKey): readonly string[] => ('column' in key ? [key.column] : []);

export function expressionOf(model: Grouped, key: GroupKey): { readonly value: Sql; readonly label?: Sql } {
  if ('join' in key) return key;
  if (!('column' in key)) {
    const { key: value, text: label } = columnsOf(key.address);
    return { value, label };
  }
  return { value: forms[key.form ?? 'value'](ref(rows, table(model).column(key.column))) };
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
