import { addressConditions, addressesOf, type CustomerFilter } from './customer-filter.ts';
import { fromList, fromParents, type List, parent, rows, statementName } from './list.ts';
import type { Session } from './session.ts';
import { executeAlone, literal } from './statement.ts';
import { raw, type Sql, sql } from './table.ts';
import { and, type Where } from './where.ts';

export type Dimension = 'statuses' | 'types' | 'priceGroups' | 'carriers' | 'salesReps' | 'states';

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** The values a facet shows at most: those with the most customers. */
export const maxFacetValues = 100;

/** A customer's value in each dimension, as a relation `f(value)`: one row for each value that it has. */
const valuesOf: Readonly<Record<Dimension, (filter: CustomerFilter) => Sql>> = {
  statuses: () => sql`(select ${raw(rows)}.status::text)`,
  types: () => sql`(select ${raw(rows)}.type_id)`,
  carriers: () => sql`(select ${raw(rows)}.carrier_id)`,
  salesReps: () => sql`(select ${raw(rows)}.sales_rep_id)`,
  priceGroups: () =>
    sql`(select m.group_id from customer_price_groups m
      where m.account_id = ${raw(rows)}.account_id and m.customer_id = ${raw(rows)}.id)`,
  states: ({ address }) =>
    sql`(select distinct g.state from ${addressesOf(rows)}${and(addressConditions({ ...address, state: null }))})`,
};

/** A facet leaves its own dimension out of the filter, so that it shows what else could be chosen. */
const without: Readonly<Record<Dimension, (filter: CustomerFilter) => CustomerFilter>> = {
  statuses: (filter) => ({ ...filter, statuses: null }),
  types: (filter) => ({ ...filter, customerGroupIds: null }),
  carriers: (filter) => ({ ...filter, carrierIds: null }),
  salesReps: (filter) => ({ ...filter, salesRepIds: null }),
  priceGroups: (filter) => ({ ...filter, pricingGroupIds: null }),
  states: (filter) => ({ ...filter, address: { ...filter.address, state: null } }),
};

/** One facet of a list of customers for each of many parents: the values with the most customers first. */
export async function readFacet(
  session: Session,
  list: List<'Customer'>,
  { where, dimension }: { readonly where: Where; readonly dimension: Dimension },
  parents: readonly string[],
): Promise<ReadonlyMap<string, readonly FacetValue[]>> {
  const filter = where.filter ?? {};
  const others = { ...where, filter: without[dimension](filter) };
  const statement = sql`${statementName(list, `facets.${dimension}`)} select ${raw(parent)}.id, counted.value, counted.total
    ${fromParents(list, parents)}
    cross join lateral (
      select f.value, count(*) as total
      from (select ${raw(rows)}.* ${fromList(list, session.accountId, others)}) ${raw(rows)}
      cross join lateral ${valuesOf[dimension](filter)} f(value)
      where f.value is not null
      group by f.value order by total desc, f.value limit ${literal(maxFacetValues)}
    ) counted`;
  const found = new Map<string, FacetValue[]>();
  for (const [id, value, total] of await executeAlone(session, statement)) {
    const key = id ?? '';
    found.set(key, [...(found.get(key) ?? []), { value: value ?? '', count: Number(total) }]);
  }
  return found;
}
