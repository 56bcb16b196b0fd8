import { join, raw, type Sql, sql, table } from '../../model/table.ts';
import type { Session } from '../../wire/session.ts';
import { withSearch } from '../customer-search.ts';
import { filterConditions } from '../filter/conditions.ts';
import type { OrderFilter } from '../filter/filters.ts';
import { and, fromParents, type List, parent, statementName, type Where } from '../list.ts';
import { executeAlone } from '../statement.ts';
import { type AmountSum, toSum } from './groups.ts';
import { keyColumns, membersOf } from './members.ts';

export interface OrderTotals {
  readonly where: Where;
  readonly groupBy: readonly string[];
  readonly orders: OrderFilter | null;
}

/** A group of customers: the id of the list's parent, and the values of the keys. */
export const groupId = (parentId: string, keys: readonly (string | null)[]): string =>
  JSON.stringify([parentId, ...keys]);

/** The totals of the orders of groups of customers, by currency. */
export async function readOrderTotals(
  session: Session,
  list: List<'Customer'>,
  { where, groupBy, orders }: OrderTotals,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly AmountSum[]>> {
  const { accountId } = session;
  const parents = [...new Set(groups.map((group) => String(JSON.parse(group)[0])))];
  const members = membersOf({ list, accountId, where, groupBy, columns: ['accountId', 'id'] });
  const keys = keyColumns(groupBy, 'm');
  const order = table('Order');
  const conditions: readonly Sql[] = [
    order.visible('o', accountId),
    raw('o.total_amount is not null'),
    ...(orders ? filterConditions('Order', orders, 'o') : []),
  ];
  const amount = raw('o.total_amount');
  const statement = sql`${statementName(list, 'orderTotals')}
    ${withSearch({ query: where.query, accountId, extent: 'all' })}
    select w.group_id, g.unit, g.count, g.sum::text, g.min::text, g.max::text
    ${fromParents(list, parents)} cross join lateral (
      select ${join([...keys, raw('o.currency_code as unit')])}, count(*) as count,
        sum(${amount}) as sum, min(${amount}) as min, max(${amount}) as max
      from (${members}) m join orders o on o.account_id = m.account_id and o.customer_id = m.id
      where true${and(conditions)} group by ${join([...keys, raw('o.currency_code')])}
    ) g
    join (select value as group_id from jsonb_array_elements(${`[${groups.join()}]`}::jsonb)) w
      on w.group_id = jsonb_build_array(${join([raw(`${parent}.id`), ...keyColumns(groupBy, 'g').map((key) => sql`${key}::text`)])})
    order by g.unit`;
  const totals = new Map<string, AmountSum[]>();
  for (const [group, unit, count, sum, min, max] of await executeAlone(session, statement, {
    isExpensive: true,
  })) {
    const id = JSON.stringify(JSON.parse(group ?? '[]'));
    const list = totals.get(id) ?? [];
    list.push(toSum([unit ?? '', Number(count), sum ?? '', min ?? '', max ?? '']));
    totals.set(id, list);
  }
  return totals;
}
