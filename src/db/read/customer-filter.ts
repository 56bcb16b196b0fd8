import type { Maybe } from '../../maybe.ts';
import type {
  CommissionPolicy,
  CustomerStatus,
  EdiStatus,
  FreightPolicy,
  Mode,
  RelationshipType,
  ShopperStatus,
} from '../generated/enums.ts';
import { anyOf, join, raw, ref, type Sql, sql, table } from '../model/table.ts';
import { type AddressFilter, addressCondition } from './address-filter.ts';
import { isAmong } from './is-among.ts';

type Ids = Maybe<readonly string[]>;

export interface DateTimeRange {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
}

/** Null and absent fields restrict nothing; an empty list matches nothing. */
export interface CustomerFilter {
  readonly and?: Maybe<readonly CustomerFilter[]>;
  readonly or?: Maybe<readonly CustomerFilter[]>;
  readonly not?: Maybe<CustomerFilter>;
  readonly ids?: Ids;
  readonly typeIds?: Ids;
  readonly priceGroupIds?: Ids;
  readonly customerGroupIds?: Ids;
  readonly salesRepIds?: Ids;
  readonly statuses?: Maybe<readonly CustomerStatus[]>;
  readonly shippingTermIds?: Ids;
  readonly paymentTermIds?: Ids;
  readonly commissionPolicies?: Maybe<readonly CommissionPolicy[]>;
  readonly freightPolicies?: Maybe<readonly FreightPolicy[]>;
  readonly carrierIds?: Ids;
  readonly serviceLevelIds?: Ids;
  readonly parentAccountStatus?: Maybe<'PARENT' | 'NON_PARENT'>;
  readonly relationshipTypes?: Maybe<readonly RelationshipType[]>;
  readonly ediStatuses?: Maybe<readonly EdiStatus[]>;
  readonly address?: Maybe<AddressFilter>;
  readonly createdAt?: Maybe<DateTimeRange>;
  readonly updatedAt?: Maybe<DateTimeRange>;
  readonly active?: Maybe<boolean>;
  readonly shopperStatuses?: Maybe<readonly ShopperStatus[]>;
  readonly tags?: Maybe<readonly string[]>;
  readonly modes?: Maybe<readonly Mode[]>;
  readonly hasConflicts?: Maybe<boolean>;
}

const columnFilters = {
  ids: 'id',
  typeIds: 'typeId',
  customerGroupIds: 'customerGroupId',
  salesRepIds: 'salesRepId',
  statuses: 'status',
  shippingTermIds: 'shippingTermId',
  paymentTermIds: 'paymentTermId',
  commissionPolicies: 'commissionPolicy',
  freightPolicies: 'freightPolicy',
  carrierIds: 'carrierId',
  serviceLevelIds: 'serviceLevelId',
  relationshipTypes: 'relationshipType',
  ediStatuses: 'ediStatus',
  shopperStatuses: 'shopperStatus',
  modes: 'mode',
} as const satisfies Partial<Record<keyof CustomerFilter, string>>;

const customerTable = table('Customer');

function listConditions(filter: CustomerFilter, alias: string): readonly Sql[] {
  return Object.entries(columnFilters).flatMap(([field, name]) => {
    const values = filter[field as keyof typeof columnFilters];
    if (!values) return [];
    const column = customerTable.column(name);
    return [sql`${ref(alias, column)} = ${anyOf(values, column.type)}`];
  });
}

function rangeConditions(range: Maybe<DateTimeRange>, column: Sql): readonly Sql[] {
  return [
    ...(range?.from ? [sql`${column} >= ${range.from}::timestamptz`] : []),
    ...(range?.to ? [sql`${column} <= ${range.to}::timestamptz`] : []),
  ];
}

function relatedConditions(filter: CustomerFilter, alias: string): readonly Sql[] {
  const found: Sql[] = [];
  if (filter.priceGroupIds)
    found.push(
      isAmong(
        alias,
        sql`select m.account_id, m.customer_id from customer_price_groups m
          where m.group_id = ${anyOf(filter.priceGroupIds, 'text')}`,
      ),
    );
  if (filter.tags)
    found.push(
      isAmong(
        alias,
        sql`select m.account_id, m.customer_id
          from customer_tags m join tags g on g.account_id = m.account_id and g.id = m.tag_id
          where g.name = ${anyOf(filter.tags, 'text')}`,
      ),
    );
  found.push(...addressCondition(filter.address, alias));
  return found;
}

function plainConditions(filter: CustomerFilter, alias: string): readonly Sql[] {
  const column = (name: string) => ref(alias, customerTable.column(name));
  const { parentAccountStatus, active, hasConflicts } = filter;
  return [
    ...(parentAccountStatus
      ? [sql`${column('relationshipType')} ${raw(parentAccountStatus === 'PARENT' ? '=' : '<>')} 'PARENT'`]
      : []),
    ...(typeof active === 'boolean'
      ? [sql`${column('discontinuedAt')} ${raw(active ? 'is null' : 'is not null')}`]
      : []),
    ...(typeof hasConflicts === 'boolean'
      ? [sql`${raw(hasConflicts ? '' : 'not ')}${column('hasConflicts')}`]
      : []),
    ...rangeConditions(filter.createdAt, column('createdAt')),
    ...rangeConditions(filter.updatedAt, column('updatedAt')),
  ];
}

function allOf(filters: readonly CustomerFilter[], alias: string): readonly Sql[] {
  return filters.flatMap((each) => customerConditions(each, alias));
}

function holds(filter: CustomerFilter, alias: string): Sql {
  const conditions = customerConditions(filter, alias);
  return conditions.length === 0 ? sql`true` : sql`(${join(conditions, ' and ')})`;
}

export function customerConditions(filter: CustomerFilter, alias: string): readonly Sql[] {
  return [
    ...listConditions(filter, alias),
    ...plainConditions(filter, alias),
    ...relatedConditions(filter, alias),
    ...allOf(filter.and ?? [], alias),
    ...(filter.or
      ? [
          filter.or.length === 0
            ? sql`false`
            : sql`(${join(
                filter.or.map((each) => holds(each, alias)),
                ' or ',
              )})`,
        ]
      : []),
    // A condition on a null is neither true nor false; "not" matches every row where it is not true.
    ...(filter.not ? [sql`(${holds(filter.not, alias)} is not true)`] : []),
  ];
}
