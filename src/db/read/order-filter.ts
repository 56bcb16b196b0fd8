import type { Maybe } from '../../maybe.ts';
import type { OrderFulfillmentStatus, OrderPaymentStatus, OrderStatus } from '../generated/enums.ts';
import { anyOf, join, ref, type Sql, sql, table } from '../model/table.ts';
import { type DateTimeRange, rangeConditions } from './filter/kinds.ts';

const missing = { PLACED_AT: 'placedAt', TOTAL: 'totalAmount' } as const;

/** Null and absent fields restrict nothing; an empty list matches nothing. */
export interface OrderFilter {
  readonly and?: Maybe<readonly OrderFilter[]>;
  readonly statuses?: Maybe<readonly OrderStatus[]>;
  readonly paymentStatuses?: Maybe<readonly OrderPaymentStatus[]>;
  readonly fulfillmentStatuses?: Maybe<readonly OrderFulfillmentStatus[]>;
  readonly currencyCodes?: Maybe<readonly string[]>;
  readonly customerIds?: Maybe<readonly string[]>;
  readonly placedAt?: Maybe<DateTimeRange>;
  readonly createdAt?: Maybe<DateTimeRange>;
  readonly missing?: Maybe<readonly (keyof typeof missing)[]>;
}

const lists = {
  statuses: 'status',
  paymentStatuses: 'paymentStatus',
  fulfillmentStatuses: 'fulfillmentStatus',
  currencyCodes: 'currencyCode',
  customerIds: 'customerId',
} as const satisfies Partial<Record<keyof OrderFilter, string>>;

const { column } = table('Order');

const timeConditions = (range: Maybe<DateTimeRange>, at: Sql): readonly Sql[] =>
  range ? rangeConditions(range, at, 'timestamptz') : [];

export function orderConditions(filter: OrderFilter, alias: string): readonly Sql[] {
  const of = (name: string) => ref(alias, column(name));
  const without = filter.missing?.map((field) => sql`${of(missing[field])} is null`);
  return [
    ...Object.entries(lists).flatMap(([field, name]) => {
      const values = filter[field as keyof typeof lists];
      return values ? [sql`${of(name)} = ${anyOf(values, column(name).type)}`] : [];
    }),
    ...timeConditions(filter.placedAt, of('placedAt')),
    ...timeConditions(filter.createdAt, of('createdAt')),
    ...(without ? [without.length === 0 ? sql`false` : sql`(${join(without, ' or ')})`] : []),
    ...(filter.and ?? []).flatMap((each) => orderConditions(each, alias)),
  ];
}

export function orderConditionCount({ and, ...own }: OrderFilter): number {
  const count = Object.values(own).filter((value) => value !== null && value !== undefined).length;
  return (and ?? []).reduce((sum, each) => sum + orderConditionCount(each), count);
}
