import { type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { schema } from '../../src/schema/index.ts';
import { addAccount, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, fieldsOf, idsIn, isConnection, leadsTo, queryType, typeNamed } from '../selection.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as, pool } = await openGateway({ demo: true });

/** An account with a family, in which no field is null. */
async function addPopulated() {
  const account = await addAccount(db);
  const parent = await addWholeCustomer(db, account.id);
  const child = await addWholeCustomer(db, account.id, { parentId: parent.customer.id });
  return { ...as(account.id), account, parent, child, all: await allOf(account.id) };
}

const shopLists = [
  ...['orders', 'orderSubscriptions', 'paymentSources', 'returns', 'skuLists', 'subscriptions'],
].map((list) => `${list} { nodes { sources { sourceId } } }`);

/** The fields that are deeper in the graph than the others. */
const deepFields = `{
  importRuns { nodes { unknownFields { path } warnings { nodes { examples { position value } } } rejects { nodes { errors { path message } } } } }
  customers { nodes {
  shopper { ${shopLists.join(' ')} } freightPreferences { serviceLevel { sources { sourceId } } }
  defaults { salesRep { role { sources { sourceId } } department { sources { sourceId } } } } } } }`;

/** All fields that an account can read, starting at the roots. */
async function allOf(accountId: string) {
  const customers = `customers ${everythingOf(typeNamed('CustomerConnection'), 4, 10)}`;
  const [roots, nested, deep] = [
    await as(accountId).execute(everythingOf(queryType, 3, 250)),
    await as(accountId).execute(`{ ${customers} }`),
    await as(accountId).execute(deepFields),
  ];
  expect([roots.errors, nested.errors, deep.errors]).toEqual([undefined, undefined, undefined]);
  return [roots.data, nested.data, deep.data];
}

const theirs = await addPopulated();
const mine = await addPopulated();

/** The tables with rows of an account, except those without a field in the graph. */
async function ownTables(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'account_id'
      and table_name not in ('shopper_credentials', 'customer_search') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The ids and random words in all rows of an account: no other account has any of them. */
async function wordsOf(accountId: string): Promise<readonly string[]> {
  const all = (await ownTables()).map((name) =>
    pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t where account_id = $1`, [
      accountId,
    ]),
  );
  const rows = (await Promise.all(all)).flatMap(({ rows }) => rows.map(({ row }) => row));
  return [
    ...new Set(rows.join('\n').match(/(?!pri_)[a-z]{3}_[0-9a-f]{32}|(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])/g)),
  ];
}

function customerFilter(): GraphQLInputObjectType {
  const type = schema.getType('CustomerFilter');
  if (!isInputObjectType(type)) throw new Error('The schema has no CustomerFilter.');
  return type;
}

const idFilters = Object.values(customerFilter().getFields())
  .filter(({ type }) => String(type) === '[ID!]')
  .map(({ name }) => name);

/** An id of the other account for each filter that takes ids. */
const theirIds: Readonly<Record<string, string>> = {
  ids: theirs.child.customer.id,
  typeIds: theirs.child.type.id,
  customerGroupIds: theirs.child.customerGroup.id,
  priceGroupIds: theirs.child.priceGroup.id,
  salesRepIds: theirs.child.salesRep.id,
  shippingTermIds: theirs.child.shippingTerm.id,
  paymentTermIds: theirs.child.paymentTerm.id,
  carrierIds: theirs.child.carrier.id,
  serviceLevelIds: theirs.child.serviceLevel.id,
  parentIds: theirs.parent.customer.id,
};

test('an account reads all its own rows, and no value of another’s', async () => {
  const [own, others] = [await wordsOf(mine.account.id), await wordsOf(theirs.account.id)];

  const text = JSON.stringify(mine.all);

  expect(own.length).toBeGreaterThan(150);
  expect(others).toHaveLength(own.length);
  expect(own.filter((each) => !text.includes(each))).toEqual([]);
  expect(others.filter((each) => text.includes(each))).toEqual([]);
});

test('no id of another account is found, of any type', async () => {
  const ids = [...idsIn(theirs.all)]
    .flatMap(([, found]) => [...found])
    .filter((id) => !idsOf(mine.all).has(id));
  const read = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

  const found = await mine.execute(read, { ids });
  const control = await theirs.execute(read, { ids });

  expect(found).toEqual({ data: { nodes: ids.map(() => null) } });
  expect(control.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  // All but Priority, which has system rows only.
  const types = control.data.nodes.map(({ __typename }: { __typename: string }) => __typename);
  expect(new Set(types).size).toBe(28);
});

const idsOf = (answer: unknown) => new Set([...idsIn(answer)].flatMap(([, found]) => [...found]));

/** Changes have no ids, and cursors of their own: test/schema/customer-changes.test.ts. */
const roots = fieldsOf(queryType)
  .filter((field) => isConnection(leadsTo(field)) && field.name !== 'customerChanges')
  .map(({ name }) => name);

test.each(roots)('%s lists and counts the account’s own rows and the system’s', async (list) => {
  const table = list.replaceAll(/[A-Z]/g, '_$&').toLowerCase();
  const { rows } = await pool.query<{ id: string }>(
    `select id from ${table} t where account_id = $1
      or (account_id is null and not coalesce(to_jsonb(t) ? 'deleted_at' and to_jsonb(t)->>'deleted_at' <> '', false))`,
    [mine.account.id],
  );

  const { data } = await mine.execute(`{ ${list}(first: 250) { totalCount nodes { id } } }`);

  expect(data[list].nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    rows.map(({ id }) => id).toSorted(),
  );
  expect(data[list].totalCount).toBe(rows.length);
});

test.each(roots)('a cursor of another account’s %s returns none of its rows', async (list) => {
  const theirPage = await theirs.execute(`{ ${list}(first: 1) { pageInfo { endCursor } } }`);
  const cursor = theirPage.data[list].pageInfo.endCursor;
  const own = await mine.execute(`{ ${list}(first: 250) { nodes { id } } }`);

  const after = await mine.execute(
    `query ($cursor: String) { ${list}(first: 250, after: $cursor) { nodes { id } } }`,
    { cursor },
  );
  const before = await mine.execute(
    `query ($cursor: String) { ${list}(last: 250, before: $cursor) { nodes { id } } }`,
    { cursor },
  );

  // The cursor is a point in time, so it pages through the caller's own rows only.
  expect([...before.data[list].nodes, ...after.data[list].nodes]).toEqual(own.data[list].nodes);
});

test('a filter by an id of another account matches nothing, and counts and facets are empty', async () => {
  expect(Object.keys(theirIds).toSorted()).toEqual(idFilters.toSorted());
  const facets =
    'statuses { count } types { count } priceGroups { count } carriers { count } salesReps { count }';
  const read = `query ($filter: CustomerFilter, $not: CustomerFilter) {
    customers(filter: $filter) {
      totalCount count { value } nodes { id } facets { ${facets} states { count } }
    }
    others: customers(filter: $not) { totalCount }
  }`;

  for (const field of idFilters) {
    // Facets exclude no filter within `and`.
    const filter = { and: [{ [field]: [theirIds[field]] }] };
    const none = await mine.execute(read, { filter, not: { not: filter } });
    const control = await theirs.execute(read, { filter, not: { not: filter } });

    const nothing = { statuses: [], types: [], priceGroups: [], carriers: [], salesReps: [], states: [] };
    expect(none.data).toEqual({
      customers: { totalCount: 0, count: { value: 0 }, nodes: [], facets: nothing },
      others: { totalCount: 2 },
    });
    expect(control.data).toMatchObject({ customers: { totalCount: 1 }, others: { totalCount: 1 } });
  }
});

test('facets count only the account’s own customers', async () => {
  const facet = '{ value { id } count }';
  const { data } = await mine.execute(`{ customers { facets {
    statuses { value count } states { value count }
    types ${facet} priceGroups ${facet} carriers ${facet} salesReps ${facet}
  } } }`);

  const each = (key: 'type' | 'priceGroup' | 'carrier' | 'salesRep') =>
    [mine.parent[key].id, mine.child[key].id].toSorted().map((id) => ({ value: { id }, count: 1 }));
  const { rows: states } = await pool.query<{ value: string }>(
    `select g.state collate "C" as value from geolocations g where account_id = $1 order by 1`,
    [mine.account.id],
  );
  expect(data.customers.facets).toEqual({
    statuses: [{ value: 'NORMAL', count: 2 }],
    states: states.map(({ value }) => ({ value, count: 1 })),
    types: each('type'),
    priceGroups: each('priceGroup'),
    carriers: each('carrier'),
    salesReps: each('salesRep'),
  });
});

test('a search for another account’s words finds nothing', async () => {
  const { name, number, shortId, reference, contactEmail } = theirs.child.customer;
  const read = 'query ($query: String) { customers(query: $query) { totalCount nodes { id } } }';

  for (const query of [name, number, shortId, reference, contactEmail]) {
    expect((await mine.execute(read, { query })).data.customers).toEqual({ totalCount: 0, nodes: [] });
    expect((await theirs.execute(read, { query })).data.customers.totalCount).toBe(1);
  }
});

test('a person is a user of each account, with the same id and values of its own', async () => {
  const [first, second, third] = [await addAccount(db), await addAccount(db), await addAccount(db)];
  const user = { id: newId('User'), email: `${word()}@example.com`, username: word() };
  for (const { id: accountId, name } of [first, second]) {
    await db.user.create({ data: { ...user, accountId, name } });
    await db.accountUser.create({ data: { accountId, id: newId('AccountUser'), userId: user.id } });
  }
  const read = `query ($id: ID!) {
    node(id: $id) { ... on User { id name email } } accountUsers { nodes { name username } } }`;

  const answers = await Promise.all(
    [first, second, third].map(({ id }) => as(id).execute(read, { id: user.id })),
  );

  const seenBy = ({ name }: { readonly name: string }) => ({
    node: { id: user.id, name, email: user.email },
    accountUsers: { nodes: [{ name, username: user.username }] },
  });
  const nothing = { node: null, accountUsers: { nodes: [] } };
  expect(answers.map(({ data }) => data)).toEqual([seenBy(first), seenBy(second), nothing]);
});

test('an account can find only itself', async () => {
  const read = 'query ($id: ID!) { node(id: $id) { id } }';

  expect(await mine.execute(read, { id: theirs.account.id })).toEqual({ data: { node: null } });
  expect(await theirs.execute(read, { id: theirs.account.id })).toEqual({
    data: { node: { id: theirs.account.id } },
  });
});
