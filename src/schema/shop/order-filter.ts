import { maxConditions } from '../../db/read/filter/weight.ts';
import { type OrderFilter as Filter, orderConditionCount } from '../../db/read/order-filter.ts';
import { DateTimeRange } from '../filter/values.ts';
import { builder } from '../relay/builder.ts';
import { expectId } from '../relay/node-id.ts';
import { canonical } from '../relay/page-request.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { requestError } from '../relay/request-error.ts';
import { OrderFulfillmentStatus, OrderPaymentStatus, OrderStatus } from './order.ts';

const MissingOrderField = builder.enumType('MissingOrderField', {
  description: 'A field that orders can be without, for `OrderFilter.missing`.',
  values: {
    PLACED_AT: { description: 'The field `placedAt`.' },
    TOTAL: { description: 'The field `total`.' },
  } as const,
});

const listOption = (description: string) => ({
  description: `${description} At most ${maxPageSize} values.`,
});

export const OrderFilter = builder.inputRef<Filter>('OrderFilter');

OrderFilter.implement({
  description: `The conditions that orders must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict; an empty list matches nothing. An id of another type fails with \`ID_INVALID\`. At most ${maxConditions} conditions, including nested ones.`,
  fields: (t) => ({
    and: t.field({
      type: [OrderFilter],
      description: 'Matches orders that match all of these filters. An empty list does not restrict.',
    }),
    statuses: t.field({ type: [OrderStatus], ...listOption('Matches orders with one of these statuses.') }),
    paymentStatuses: t.field({
      type: [OrderPaymentStatus],
      ...listOption('Matches orders with one of these payment statuses.'),
    }),
    fulfillmentStatuses: t.field({
      type: [OrderFulfillmentStatus],
      ...listOption('Matches orders with one of these delivery statuses.'),
    }),
    currencyCodes: t.stringList(
      listOption('Matches orders whose total is in one of these currencies, by their ISO 4217 codes.'),
    ),
    customerIds: t.idList(listOption('Matches orders of these customers.')),
    placedAt: t.field({ type: DateTimeRange, description: 'Matches orders placed in this range of time.' }),
    createdAt: t.field({ type: DateTimeRange, description: 'Matches orders created in this range of time.' }),
    missing: t.field({
      type: [MissingOrderField],
      ...listOption('Matches orders without a value of at least one of these fields.'),
    }),
  }),
});

function checkIds({ and, customerIds }: Filter, path: string): void {
  for (const [at, id] of (customerIds ?? []).entries())
    expectId(`${path}.customerIds[${at}]`, id, 'Customer');
  for (const [at, each] of (and ?? []).entries()) checkIds(each, `${path}.and[${at}]`);
}

/** The conditions, checked; equal filters have equal JSON. */
export function orderWhere(filter: Filter | null | undefined): Filter | null {
  if (!filter) return null;
  checkIds(filter, 'filter');
  const conditions = orderConditionCount(filter);
  if (conditions > maxConditions)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`filter\` has ${conditions} conditions; the maximum is ${maxConditions}. Use lists of values where possible.`,
    );
  // Only null and absent fields are removed.
  return canonical(filter) as Filter;
}
