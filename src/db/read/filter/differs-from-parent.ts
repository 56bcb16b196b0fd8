import { type ColumnOf, join, raw, ref, type Sql, sql, table } from '../../model/table.ts';
import type { Condition } from './condition.ts';

/** The columns of each value; it differs if one of them does, also from null. */
const columns = {
  BILLING: ['billingType', 'billingAccount'],
  CARRIER: ['carrierId'],
  COMMISSION_POLICY: ['commissionPolicy'],
  CREDIT_LIMIT: ['creditLimitValue', 'creditLimitUnitId'],
  CUSTOMER_GROUP: ['customerGroupId'],
  EDI_STATUS: ['ediStatus'],
  FREIGHT_POLICY: ['freightPolicy'],
  PAYMENT_TERM: ['paymentTermId'],
  PRIORITY: ['priorityId'],
  SALES_REP: ['salesRepId'],
  SERVICE_LEVEL: ['serviceLevelId'],
  SHIPPING_TERM: ['shippingTermId'],
  STATUS: ['status'],
  TYPE: ['typeId'],
} as const satisfies Readonly<Record<string, readonly ColumnOf<'Customer'>[]>>;

/** The table of each set of values, and the column that holds them. */
const sets = {
  PRICE_GROUPS: ['customer_price_groups', 'group_id'],
  TAGS: ['customer_tags', 'tag_id'],
} as const;

export type ParentField = keyof typeof columns | keyof typeof sets;

const isSet = (field: ParentField): field is keyof typeof sets => field in sets;

function valuesOf(field: ParentField, alias: string): readonly Sql[] {
  if (!isSet(field)) return columns[field].map((name) => ref(alias, table('Customer').column(name)));
  const [from, value] = sets[field];
  return [
    raw(`array(select m.${value} from ${from} m
      where m.account_id = ${alias}.account_id and m.customer_id = ${alias}.id order by 1)`),
  ];
}

function differences(field: ParentField, alias: string, parent: string): readonly Sql[] {
  const theirs = valuesOf(field, parent);
  return valuesOf(field, alias).map((own, at) => sql`${own} is distinct from ${theirs[at]}`);
}

export const differsFromParent: Condition<readonly ParentField[]> = {
  type: ['ParentField'],
  description:
    'Matches children whose value differs from their parent’s in any of these fields; a missing value differs from a present one. Never matches customers without a parent.',
  price: 'filterRelated',
  hasOnePlan: () => true,
  sql(fields, alias) {
    const parent = `${alias}r`;
    const differs = fields.flatMap((field) => differences(field, alias, parent));
    if (differs.length === 0) return [sql`false`];
    return [
      sql`exists (select from customers ${raw(parent)} where ${raw(parent)}.account_id = ${raw(alias)}.account_id
        and ${raw(parent)}.id = ${raw(alias)}.parent_id and (${join(differs, ' or ')}))`,
    ];
  },
};
