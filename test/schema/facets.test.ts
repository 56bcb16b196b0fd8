import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insert } from '../db/sql-rows.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { fillBase } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import { customerChoice, dimensionFilter } from './choice.ts';
import { counted, facetDimensions } from './facet-oracle.ts';
import { customerKinds } from './kinds.ts';
import { ask, type CustomerChoice } from './listing.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const caller = as(own);

const kinds = customerKinds(db, settings);
const lists = new Map(
  await Promise.all(
    kinds.flatMap((kind) =>
      kind.parents.map(async (parent) => [`${kind.name} ${parent}`, await kind.read(parent)] as const),
    ),
  ),
);

const dimensions = facetDimensions(settings);

interface FacetValue {
  readonly value: string | { readonly id: string };
  readonly count: number;
}

type Facets = Readonly<Record<string, readonly FacetValue[]>>;

const facets = `facets { ${Object.entries(dimensions)
  .map(([name, { selection }]) => `${name} { ${selection} }`)
  .join(' ')} }`;

/** The facets of the list for each of its parents, in one request. */
async function readFacets(
  { field, on, parents }: (typeof kinds)[number],
  { query, filter }: CustomerChoice,
): Promise<readonly Facets[]> {
  const list = `list: ${field}(query: $query, filter: $filter) { ${facets} }`;
  const document = on
    ? `query ($parents: [ID!]!, $query: String, $filter: CustomerFilter) { nodes(ids: $parents) { ... on ${on} { ${list} } } }`
    : `query ($query: String, $filter: CustomerFilter) { ${list} }`;
  const { data, errors } = await caller.execute(document, { query, filter, ...(on && { parents }) });
  if (errors) throw new Error(JSON.stringify(errors));
  return on ? data.nodes.map((node: { list: { facets: Facets } }) => node.list.facets) : [data.list.facets];
}

const plainValue = ({ value }: FacetValue) => (typeof value === 'string' ? value : value.id);
const asCounts = (values: readonly FacetValue[]) =>
  Object.fromEntries(values.map((each) => [plainValue(each), each.count]));

const choices: fc.Arbitrary<CustomerChoice> = fc.oneof(
  customerChoice(settings),
  dimensionFilter(settings).map((filter) => ({ filter })),
);
const someKind = fc.constantFrom(...kinds.map(({ name }) => name));
const named = (name: string) => kinds.find((kind) => kind.name === name) ?? kinds[0];

test('every facet of every parent equals the counts over the whole list, largest first', async () => {
  await fc.assert(
    asyncProperty(someKind, choices, async (name, choice) => {
      const kind = named(name);
      if (kind === undefined) throw new Error('lists not found');

      const answers = await readFacets(kind, choice);

      const seen = answers.map((each) =>
        Object.fromEntries(Object.entries(each).map(([dimension, values]) => [dimension, asCounts(values)])),
      );
      const expected = kind.parents.map((parent) => {
        const all = lists.get(`${kind.name} ${parent}`) ?? [];
        const counts = Object.entries(dimensions).map(([dimension, how]) => [
          dimension,
          counted(all, choice, how),
        ]);
        return Object.fromEntries(counts);
      });
      expect(seen).toEqual(expected);
      for (const values of answers.flatMap((each) => Object.values(each))) {
        const counts = values.map(({ count }) => count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }
    }),
    runs(80),
  );
});

test('a facet’s count equals the list’s total when its value is selected', async () => {
  await fc.assert(
    asyncProperty(someKind, fc.nat(5), choices, async (name, at, choice) => {
      const kind = named(name);
      if (kind === undefined) throw new Error('lists not found');
      const parent = kind.parents[at % kind.parents.length] ?? '';
      const one = { ...kind, parents: [parent] };
      const [found = {}] = await readFacets(one, choice);

      const checks = Object.entries(found).flatMap(([dimension, values]) =>
        values.map(async (value) => {
          const filter = dimensions[dimension]?.choose(choice.filter ?? {}, plainValue(value)) ?? null;
          const answers = await ask(
            caller,
            { ...one, kind: one, choice: { ...choice, filter } },
            { first: 0 },
          );
          return { dimension, value, total: answers.map(({ totalCount }) => totalCount) };
        }),
      );

      for (const { dimension, value, total } of await Promise.all(checks))
        expect(total, `${dimension} ${JSON.stringify(value)}`).toEqual([value.count]);
    }),
    runs(25),
  );
});

test('a facet returns the 100 values with the most customers', async () => {
  const account_id = await insert(pool, 'accounts');
  await pool.query(
    `with places as (
      insert into geolocations (account_id, id, country, state)
      select $1, 'geo_many' || n, 'US', 'S' || n from generate_series(1, 120) n)
    insert into customers (account_id, id, number, name)
    select $1, 'cus_many' || n || '_' || i, n || '_' || i, 'Many'
    from generate_series(1, 120) n, generate_series(1, 1 + n % 3) i`,
    [account_id],
  );
  await pool.query(
    `insert into addresses (account_id, id, customer_id, name, geolocation_id)
    select $1, 'adr_many' || n || '_' || i, 'cus_many' || n || '_' || i, 'At', 'geo_many' || n
    from generate_series(1, 120) n, generate_series(1, 1 + n % 3) i`,
    [account_id],
  );
  await pool.query('analyze customers, addresses, geolocations');

  const { data } = await as(account_id).execute('{ customers { facets { states { value count } } } }');

  const counts = data.customers.facets.states.map(({ count }: FacetValue) => count);
  expect(counts).toEqual([...Array(40).fill(3), ...Array(40).fill(2), ...Array(20).fill(1)]);
});

test('selected values are among the 100, however few customers they have', async () => {
  const account_id = await insert(pool, 'accounts');
  await pool.query(
    `with groups as (
      insert into account_groups (account_id, id, name, type)
      select $1, 'grp_chosen' || n, 'G' || n, 'TYPE_GROUP' from generate_series(1, 130) n)
    insert into customers (account_id, id, number, name, type_id)
    select $1, 'cus_chosen' || n || '_' || i, n || '_' || i, 'Many', 'grp_chosen' || n
    from generate_series(1, 120) n, generate_series(1, case when n = 7 then 1 else 2 end) i`,
    [account_id],
  );
  const ids = ['grp_chosen7', 'grp_chosen125', 'grp_nowhere', settings.typeGroups[0]];

  const { data } = await as(account_id).execute(
    `query ($ids: [ID!]) { customers(filter: { typeIds: $ids }) { facets {
      types { value { id } count } statuses { value count } } } }`,
    { ids },
  );

  const { types, statuses } = data.customers.facets;
  expect(types.map(({ count }: FacetValue) => count)).toEqual([...Array(98).fill(2), 1, 0]);
  expect(types.slice(98).map(plainValue)).toEqual(['grp_chosen7', 'grp_chosen125']);
  expect(statuses).toEqual([{ value: 'NORMAL', count: 1 }]);
});

test('one request counts the facets of the same customers in one statement, for all parents', async () => {
  const statements = await caller.statementsOf(
    `query ($parents: [ID!]!) { nodes(ids: $parents) { ... on Customer { childAccounts(filter: { carrierIds: [] }) {
      facets { statuses { count } carriers { count } salesReps { count } } } } } }`,
    { parents: named('Customer.childAccounts')?.parents },
  );

  expect(statements).toEqual([
    'Customer by id',
    'Customer.childAccounts facets statuses salesReps',
    'Customer.childAccounts facets carriers',
  ]);
});

test('pages of a facet have each value once, with the selected values on the first', async () => {
  const account_id = await insert(pool, 'accounts');
  await pool.query(
    `insert into tags (account_id, id, name) select $1, 'tag_paged' || n, 'paged' || n from generate_series(1, 301) n`,
    [account_id],
  );
  await pool.query(
    `with made as (
      insert into customers (account_id, id, number, name)
      select $1, 'cus_paged' || n, n::text, 'Paged' from generate_series(1, 300) n returning id)
    insert into customer_tags (account_id, customer_id, tag_id)
    select $1, 'cus_paged' || n, 'tag_paged' || t from generate_series(1, 300) n, generate_series(1, 300) t
    where n % 7 >= t % 7 and (n + t) % 60 = 0`,
    [account_id],
  );
  const page = async (first: number, after: string | null, chosen: readonly string[]) => {
    const { data, errors } = await as(account_id).execute(
      `query ($first: Int, $after: String, $tags: [String!]) { customers(filter: { tags: $tags }) {
        facets { tags(first: $first, after: $after) { value count cursor } } } }`,
      { first, after, tags: chosen.length > 0 ? chosen : null },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.customers.facets.tags as readonly { value: string; count: number; cursor: string }[];
  };
  const { rows: expected } = await pool.query<{ value: string; count: number }>(
    `select g.name as value, count(*)::int as count from customer_tags m
    join tags g on g.account_id = m.account_id and g.id = m.tag_id where m.account_id = $1
    group by g.name order by 2 desc, g.name collate "C"`,
    [account_id],
  );
  const last = expected.at(-1)?.value ?? '';

  const sizes: readonly (readonly [number, readonly string[]])[] = [
    [250, []],
    [40, []],
    [7, [last, 'paged301']],
  ];
  for (const [size, chosen] of sizes) {
    const pages: (readonly { value: string; count: number }[])[] = [];
    let after: string | null = null;
    do {
      const values = await page(size, after, chosen);
      pages.push(values.map(({ value, count }) => ({ value, count })));
      after = values.length < size ? null : (values.at(-1)?.cursor ?? null);
    } while (after !== null);

    const all = pages.flat();
    const none = chosen.includes('paged301') ? [{ value: 'paged301', count: 0 }] : [];
    expect(all.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))).toEqual([
      ...expected,
      ...none,
    ]);
    expect(chosen.filter((value) => !pages[0]?.some((each) => each.value === value))).toEqual([]);
  }
});

test.each([
  ['first: 0', 'PAGE_SIZE_INVALID', '`first` is 0; the values of a facet are from 1 to 250.'],
  ['first: 251', 'PAGE_SIZE_INVALID', '`first` is 251; the values of a facet are from 1 to 250.'],
  [
    'after: "x"',
    'CURSOR_INVALID',
    '`after` is not a valid cursor; use a cursor from `edges` or `pageInfo` of the same list.',
  ],
])('a facet with %s is rejected', async (args, code, message) => {
  const { errors } = await caller.execute(`{ customers { facets { states(${args}) { count } } } }`);

  expect(errors).toMatchObject([{ message, extensions: { code } }]);
});

test('the cursor of another facet or filter is a mismatch', async () => {
  const { data } = await caller.execute('{ customers { facets { states(first: 1) { cursor } } } }');
  const [{ cursor }] = data.customers.facets.states;
  const codesOf = async (list: string, facet: string) => {
    const { errors } = await caller.execute(
      `query ($after: String) { ${list} { facets { ${facet}(after: $after) { count } } } }`,
      { after: cursor },
    );
    return errors?.map(({ extensions }) => extensions.code);
  };

  expect(await codesOf('customers', 'states')).toBeUndefined();
  expect(await codesOf('customers', 'countries')).toEqual(['CURSOR_MISMATCH']);
  expect(await codesOf('customers(filter: { active: true })', 'states')).toEqual(['CURSOR_MISMATCH']);
});
