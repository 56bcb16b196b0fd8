import { expect, test } from 'vitest';
import { fieldNamed, fieldsOf, isConnection, leadsTo, queryType } from '../selection.ts';
import { placeOf, type Reach, table } from './statement-table.ts';
import { families, openWholeFamilies, sizes } from './whole-families.ts';

const { statementsOf, execute, queryOf } = await openWholeFamilies();

/** The place of a list: the root, or many parents. */
interface Listing {
  readonly list: string;
  readonly field: string;
  readonly reach: Reach;
}

const root: Reach = { type: 'Query', from: { query: '#', statements: [], most: 1 }, fields: {} };

const nested: readonly Listing[] = table.flatMap((reach) =>
  Object.entries(reach.fields)
    .filter(([field]) => isConnection(leadsTo(fieldNamed(reach.type, field))))
    .map(([field, [statement = '']]) => ({ list: statement.replace(' page', ''), field, reach })),
);
const roots: readonly Listing[] = fieldsOf(queryType)
  .filter((field) => isConnection(leadsTo(field)))
  .map(({ name }) => ({ list: `Query.${name}`, field: name, reach: root }));

const lists = [...roots, ...nested];
const listsOfCustomers = lists.filter(
  ({ reach, field }) => leadsTo(fieldNamed(reach.type, field))?.name === 'CustomerConnection',
);

const page = 'edges { cursor node { __typename } } nodes { __typename } pageInfo { endCursor hasNextPage }';

function askedFor({ reach, field }: Listing, n: number, selection: string) {
  return statementsOf(queryOf(reach, n, `${field} { ${selection} }`));
}

test.each(lists)('$list is read by one statement, with any selection of page fields', async (each) => {
  for (const n of sizes)
    expect(await askedFor(each, n, page)).toEqual([...placeOf(each.reach).statements, `${each.list} page`]);
});

test.each(lists)('$list is counted by one statement, without reading a page', async (each) => {
  for (const n of sizes)
    expect(await askedFor(each, n, 'totalCount')).toEqual([
      ...placeOf(each.reach).statements,
      `${each.list} count`,
    ]);
});

test.each(lists)('$list takes no statement if none of its fields are selected', async (each) => {
  expect(await askedFor(each, families, '__typename')).toEqual(placeOf(each.reach).statements);
});

test.each(lists)('$list is read and counted separately for each parent', async ({ reach, field }) => {
  const { most = families } = placeOf(reach);

  const { data } = await execute(queryOf(reach, families, `${field} { totalCount nodes { __typename } }`));
  const found = pagesIn(data);

  expect(found).toHaveLength(most);
  for (const { totalCount, nodes } of found) expect(nodes).toHaveLength(Math.min(totalCount, 25));
});

interface FoundPage {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
}

function pagesIn(value: unknown): readonly FoundPage[] {
  if (typeof value !== 'object' || value === null) return [];
  // Connections with a totalCount were selected with their nodes.
  return 'totalCount' in value ? [value as FoundPage] : Object.values(value).flatMap(pagesIn);
}

test.each(listsOfCustomers)(
  '$list takes one statement for a count and one for the facets of the same customers',
  async (each) => {
    const { statements } = placeOf(each.reach);

    for (const n of sizes) {
      expect(await askedFor(each, n, 'count { value precision }')).toEqual([
        ...statements,
        `${each.list} count`,
      ]);
      expect(await askedFor(each, n, 'facets { __typename }')).toEqual(statements);
      expect(
        await askedFor(each, n, 'facets { statuses { count } states { count } carriers { value { name } } }'),
      ).toEqual([
        ...statements,
        `${each.list} facets statuses carriers`,
        `${each.list} facets states`,
        // The parents are the carriers.
        ...(each.reach.type === 'Carrier' ? [] : ['Carrier by id']),
      ]);
    }
  },
);
