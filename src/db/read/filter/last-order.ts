import { endOf, startOf } from '../../../day.ts';
import { raw, type Sql, sql } from '../../model/table.ts';
import type { Condition } from './condition.ts';
import type { DateTimeRange } from './kinds.ts';

/** A condition on the time of the customer's last order, without reading all of its orders. */
export const lastOrderAt: Condition<DateTimeRange> = {
  type: 'DateTimeRange',
  description:
    'Matches customers by `lastOrderAt`, the time when their last order was placed. Customers without a placed order match only `exists: false`.',
  price: 'filterRelated',
  sql({ from, to, exists }, alias) {
    const row = raw(`${alias}_o`);
    const placed = (condition: Sql): Sql =>
      sql`exists (select from orders ${row} where ${row}.account_id = ${raw(alias)}.account_id
        and ${row}.customer_id = ${raw(alias)}.id and ${row}.placed_at ${condition})`;
    const any = placed(raw('is not null'));
    return [
      ...(typeof exists === 'boolean' ? [sql`${raw(exists ? '' : 'not ')}${any}`] : []),
      ...(from ? [placed(sql`>= ${startOf(from)}::timestamptz`)] : []),
      ...(to ? [any, sql`not ${placed(sql`> ${endOf(to)}::timestamptz`)}`] : []),
    ];
  },
};
