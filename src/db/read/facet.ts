import { anyOf, empty, join, type ModelName, raw, type Sql, sql, table } from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import { withSearch } from './customer-search.ts';
import { filterConditions, joinsOf } from './filter/conditions.ts';
import type { AddressFilter, CustomerFilter } from './filter/filters.ts';
import {
  fromList,
  fromParents,
  type List,
  parent,
  rows,
  statementName,
  unionAll,
  type Where,
} from './list.ts';
import { executeAlone, literal } from './statement.ts';

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export type Facets = ReadonlyMap<string, readonly FacetValue[]>;

/** The maximum number of values in a facet: selected values first, then those with the most customers. */
export const maxFacetValues = 100;

interface Source {
  readonly chosenBy: 'statuses' | 'typeIds' | 'priceGroupIds' | 'carrierIds' | 'salesRepIds' | 'state';
  readonly model?: ModelName;
  readonly column?: string;
  /** If a customer can have several values: its values as a relation `f(key, value)`. */
  readonly values?: (filter: CustomerFilter) => Sql;
  /** If values can differ in case or accents alone, which counts as one value, or repeat for a customer. */
  readonly isText?: boolean;
}

const priceGroupsOf = sql`(select m.group_id, m.group_id from customer_price_groups m
  where m.account_id = ${raw(rows)}.account_id and m.customer_id = ${raw(rows)}.id)`;

/** The states of the customer's addresses that match. */
function statesOf(address: AddressFilter): Sql {
  const isOf = raw(`a.account_id = ${rows}.account_id and a.customer_id = ${rows}.id`);
  const all = [isOf, sql`ag.state_key is not null`, ...filterConditions('Address', address, 'a')];
  return sql`(select ag.state_key, ag.state from addresses a${joinsOf('Address', 'a')} where ${join(all, ' and ')})`;
}

const dimensions = {
  statuses: { chosenBy: 'statuses', column: 'status' },
  types: { chosenBy: 'typeIds', column: 'type_id', model: 'AccountGroup' },
  carriers: { chosenBy: 'carrierIds', column: 'carrier_id', model: 'Carrier' },
  salesReps: { chosenBy: 'salesRepIds', column: 'sales_rep_id', model: 'AccountUser' },
  priceGroups: { chosenBy: 'priceGroupIds', values: () => priceGroupsOf, model: 'AccountGroup' },
  states: { chosenBy: 'state', values: ({ address }) => statesOf(address ?? {}), isText: true },
} as const satisfies Readonly<Record<string, Source>>;

export type Dimension = keyof typeof dimensions;

const sourceOf = (dimension: Dimension): Source => dimensions[dimension];

function chosenIn({ chosenBy }: Source, filter: CustomerFilter): readonly string[] {
  if (chosenBy !== 'state') return filter[chosenBy] ?? [];
  const { equals, in: list } = filter.address?.state ?? {};
  return typeof equals === 'string' ? [equals] : (list ?? []);
}

// Facets belong to lists of customers.
const filterOf = ({ filter }: Where): CustomerFilter => (filter ?? {}) as CustomerFilter;

/** A facet ignores its own filter, so that it shows the other values that could be selected. */
function without({ chosenBy }: Source, filter: CustomerFilter): CustomerFilter {
  if (chosenBy !== 'state') return { ...filter, [chosenBy]: undefined };
  return { ...filter, address: { ...filter.address, state: undefined } };
}

/** A key for the set of customers that a facet counts: facets with equal keys can share one statement. */
export function facetKey(where: Where, dimension: Dimension): string {
  const source = sourceOf(dimension);
  const kind = source.column === undefined ? dimension : '';
  return `${kind} ${JSON.stringify({ ...where, filter: without(source, filterOf(where)) })}`;
}

function countColumns(dimensions: readonly Dimension[], sources: readonly Sql[]): Sql {
  const columns = dimensions.map((dimension) => ({
    dimension,
    column: raw(`${rows}.${sourceOf(dimension).column}`),
  }));
  const names = columns.map(({ dimension, column }) => sql`when grouping(${column}) then ${dimension}`);
  const value = sql`coalesce(${join(columns.map(({ column }) => sql`${column}::text`))})`;
  return sql`select case 0 ${join(names, ' ')} end as dimension, ${value} as key, ${value} as value, count(*) as total
    from (${unionAll(sources.map((source) => sql`select ${join(columns.map(({ column }) => column))} ${source}`))}) ${raw(rows)}
    group by grouping sets (${join(columns.map(({ column }) => sql`(${column})`))})`;
}

function countEach(dimension: Dimension, values: Sql, sources: readonly Sql[]): Sql {
  const each = sources.map((source) => {
    const customers = sql`select ${raw(rows)}.account_id, ${raw(rows)}.id ${source}`;
    const found = sql`from (${customers}) ${raw(rows)} cross join lateral ${values} f(key, value)`;
    // Removes duplicates after the join: within it, PostgreSQL would have to look up each customer separately.
    return sourceOf(dimension).isText
      ? sql`select f.key, min(f.value) as value ${found} group by ${raw(rows)}.id, f.key`
      : sql`select f.key, f.value ${found}`;
  });
  return sql`select ${dimension} as dimension, f.key, min(f.value) as value, count(*) as total
    from (${unionAll(each)}) f group by f.key`;
}

/** Adds selected values without customers, with a count of 0; ids only if they exist. */
function countChosen(dimension: Dimension, chosen: readonly string[], accountId: string): Sql {
  const { model, isText } = sourceOf(dimension);
  if (chosen.length === 0) return empty;
  const known = model
    ? sql`${table(model).name} known where ${table(model).visible('known', accountId)} and known.id = ${anyOf(chosen, 'text')}`
    : sql`unnest(${chosen}::text[]) known(id)`;
  const key = isText ? sql`address_key(known.id)` : sql`known.id`;
  return sql` union all select ${dimension}, ${key}, known.id, 0 from ${known}`;
}

/** Reads facets with the same `facetKey` for many parents; values with the most customers first. */
export async function readFacets(
  session: Session,
  list: List<'Customer'>,
  { where, dimensions }: { readonly where: Where; readonly dimensions: readonly [Dimension, ...Dimension[]] },
  parents: readonly string[],
): Promise<ReadonlyMap<Dimension, Facets>> {
  const [first] = dimensions;
  const source = sourceOf(first);
  const filter = filterOf(where);
  const others = without(source, filter);
  const { accountId } = session;
  const sources = fromList(list, accountId, { ...where, filter: others });
  const counted = source.values
    ? countEach(first, source.values(others), sources)
    : countColumns(dimensions, sources);
  // Facets that share a statement have no selected values: otherwise their keys would differ.
  const chosen = chosenIn(source, filter);
  const chosenKeys = source.isText ? sql`any(address_keys(${chosen}::text[]))` : anyOf(chosen, 'text');
  const statement = sql`${statementName(list, `facets ${dimensions.join(' ')}`)}
    ${withSearch({ query: where.query, accountId, extent: 'all' })}
    select ${raw(parent)}.id, f.dimension, f.value, f.total ${fromParents(list, parents)}
    cross join lateral (
      select dimension, coalesce(min(value) filter (where total > 0), min(value)) as value, sum(total) as total,
        row_number() over (partition by dimension order by key = ${chosenKeys} desc, sum(total) desc, key) as place
      from (${counted}${countChosen(first, chosen, accountId)}) counted
      where key is not null group by dimension, key
    ) f
    where f.place <= ${literal(maxFacetValues)} order by f.total desc, f.value`;
  return byDimension(dimensions, await executeAlone(session, statement, { isExpensive: true }));
}

function byDimension(
  dimensions: readonly Dimension[],
  rows: readonly (readonly (string | null)[])[],
): ReadonlyMap<Dimension, Facets> {
  const found = new Map(dimensions.map((dimension) => [dimension, new Map<string, FacetValue[]>()]));
  for (const [id, dimension, value, total] of rows) {
    // The statement has no other dimensions.
    const facets = found.get(dimension as Dimension);
    const values = facets?.get(id ?? '') ?? [];
    values.push({ value: value ?? '', count: Number(total) });
    facets?.set(id ?? '', values);
  }
  return found;
}
