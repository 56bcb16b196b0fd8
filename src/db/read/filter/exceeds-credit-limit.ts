import { currencyCodes } from '../../../currency-codes.ts';
import { join, raw, type Sql, sql } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition, One } from './condition.ts';

/** Units that an account derives from the base currency; orders are in currencies of ISO 4217. */
const derived = sql`(u.account_id is not null and u.abbreviation <> all(${currencyCodes}::text[]))`;

const base = raw(`(select abbreviation from units where type = 'CURRENCY' and is_base_unit limit 1)`);

/** Exact, since nothing is divided; the sign is that of the divisor. */
const isMore = (sum: Sql) => sql`case when ${derived}
  then ${sum} * abs(u.ratio_denominator * u.offset_denominator) > sign(u.ratio_denominator * u.offset_denominator)
    * (l.credit_limit_value * u.ratio_numerator * u.offset_denominator + u.offset_numerator * u.ratio_denominator)
  else ${sum} > l.credit_limit_value end`;

export const exceedsCreditLimit: Condition<One<'Order'>> = {
  type: 'OrderFilter',
  description:
    'Matches customers whose orders that match this filter add up to more than their credit limit. Only totals in the currency of the limit are added; a unit that the account derives from the base currency is converted. Never matches customers without a credit limit or without such orders.',
  price: 'filterRelated',
  relation: { to: 'Order', kind: 'any' },
  sql(value: object, alias, { from, conditions, amountOf }) {
    const row = `${alias}r`;
    const { amount, currency } = amountOf('Order', row);
    const all = [
      raw(`u.id = l.credit_limit_unit_id and u.type = 'CURRENCY'`),
      raw(`${row}.account_id = l.account_id and ${row}.customer_id = l.id`),
      sql`${currency} = case when ${derived} then ${base} else u.abbreviation end`,
      ...conditions('Order', value, row),
    ];
    const owing = sql`select l.account_id, l.id from customers l, units u, ${from('Order', row)}
      where ${join(all, ' and ')} group by l.account_id, l.id, u.id having ${isMore(sql`sum(${amount})`)}`;
    return [isAmong(alias, owing)];
  },
};
