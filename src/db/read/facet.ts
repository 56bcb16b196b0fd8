import { anyOf, empty, join, raw, ref, type Sql, sql, table } from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import { withSearch } from './customer-search.ts';
import { chosenIn, type Dimension, filterOf, isText, sourceOf, without } from './facet-dimension.ts';
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

/** A place in a facet: selected values first, then by count, descending, then by the value’s key. */
export interface FacetPlace {
  readonly isChosen: boolean;
  readonly count: number;
  readonly key: string;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly place: FacetPlace;
}

export interface FacetPage {
  readonly first: number;
  readonly after: FacetPlace | null;
}

export type Facets = ReadonlyMap<string, readonly FacetValue[]>;

/** The default number of values of a facet. */
export const usualFacetValues = 100;

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
    return sourceOf(dimension).repeats
      ? sql`select f.key, min(f.value) as value ${found} group by ${raw(rows)}.id, f.key`
      : sql`select f.key, f.value ${found}`;
  });
  return sql`select ${dimension} as dimension, f.key, min(f.value) as value, count(*) as total
    from (${unionAll(each)}) f group by f.key`;
}

/** Adds selected values without customers, with a count of 0; those of a table only if they exist. */
function countChosen(dimension: Dimension, chosen: readonly string[], accountId: string): Sql {
  const source = sourceOf(dimension);
  if (chosen.length === 0) return empty;
  if (source.model) {
    const { name, visible, column } = table(source.model);
    const value = ref('known', column(source.name ?? 'id'));
    return sql` union all select ${dimension}, ${value}, ${value}, 0
      from ${name} known where ${visible('known', accountId)} and ${value} = ${anyOf(chosen, 'text')}`;
  }
  const key = isText(source) ? sql`address_key(known.id)` : sql`known.id`;
  return sql` union all select ${dimension}, ${key}, known.id, 0 from unnest(${chosen}::text[]) known(id)`;
}

export interface FacetRequest {
  readonly where: Where;
  readonly dimensions: readonly [Dimension, ...Dimension[]];
  readonly page: FacetPage;
}

const afterPlace = ({ isChosen, count, key }: FacetPlace): Sql =>
  sql`where (not f.is_chosen, -f.total, f.key collate "C") > (${!isChosen}::boolean, ${-count}::bigint, ${key}::text collate "C")`;

/** Reads facets with the same `facetKey` for many parents; values with the most customers first. */
export async function readFacets(
  session: Session,
  list: List<'Customer'>,
  { where, dimensions, page }: FacetRequest,
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
  const chosenKeys = isText(source) ? sql`any(address_keys(${chosen}::text[]))` : anyOf(chosen, 'text');
  const statement = sql`${statementName(list, `facets ${dimensions.join(' ')}`)}
    ${withSearch({ query: where.query, accountId, extent: 'all' })}
    select ${raw(parent)}.id, g.dimension, g.value, g.total, g.is_chosen, g.key ${fromParents(list, parents)}
    cross join lateral (
      select f.*, row_number() over (partition by f.dimension
        order by f.is_chosen desc, f.total desc, f.key collate "C") as place
      from (select dimension, key, key = ${chosenKeys} as is_chosen,
          coalesce(min(value) filter (where total > 0), min(value)) as value, sum(total)::bigint as total
        from (${counted}${countChosen(first, chosen, accountId)}) counted
        where key is not null group by dimension, key) f
      ${page.after === null ? empty : afterPlace(page.after)}
    ) g
    where g.place <= ${literal(page.first)} order by g.total desc, g.value`;
  return byDimension(dimensions, await executeAlone(session, statement, { isExpensive: true }));
}

const isBefore = (a: FacetPlace, b: FacetPlace): boolean => {
  if (a.isChosen !== b.isChosen) return a.isChosen;
  if (a.count !== b.count) return a.count > b.count;
  return Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) < 0;
};

/** The place of a value is that of the last one of its page so far, so that the page’s last value ends the page. */
function byDimension(
  dimensions: readonly Dimension[],
  rows: readonly (readonly (string | null)[])[],
): ReadonlyMap<Dimension, Facets> {
  const found = new Map(dimensions.map((dimension) => [dimension, new Map<string, FacetValue[]>()]));
  for (const [id, dimension, value, total, isChosen, key] of rows) {
    // The statement has no other dimensions.
    const facets = found.get(dimension as Dimension);
    const values = facets?.get(id ?? '') ?? [];
    const own = { isChosen: isChosen === 't', count: Number(total), key: key ?? '' };
    const last = values.at(-1)?.place ?? own;
    values.push({ value: value ?? '', count: own.count, place: isBefore(own, last) ? last : own });
    facets?.set(id ?? '', values);
  }
  return found;
}
