import { type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { newId } from '../../src/db/id.ts';
import { schema } from '../../src/schema/index.ts';
import { addAccount, word } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, fieldsOf, idsIn, isConnection, leadsTo, queryType, typeNamed } from '../selection.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as, pool } = await openGateway({ demo: true });

/** An account with a family, in which nothing is null. */
async function addPopulated() {
  const account = await addAccount(db);
  const parent = await addWholeCustomer(db, account.id);
  const child = await addWholeCustomer(db, account.id, { parentId: parent.customer.id });
  return { ...as(account.id), account, parent, child, all: await allOf(account.id) };
}

/** Everything that one can read of an account from the roots down. */
async function allOf(accountId: string) {
  const customers = `customers ${everythingOf(typeNamed('CustomerConnection'), 4, 10)}`;
  const [roots, nested] = [
    await as(accountId).execute(everythingOf(queryType, 3, 250)),
    await as(accountId).execute(`{ ${customers} }`),
  ];
  expect([roots.errors, nested.errors]).toEqual([undefined, undefined]);
  return [roots.data, nested.data];
}

const theirs = await addPopulated();
const mine = await addPopulated();

/** The tables of an account's rows, without what no field of the graph shows. */
async function ownTables(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'account_id'
      and table_name not in ('shopper_credentials', 'customer_search') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The ids and the builders' words in all rows of an account: no other account has any of them. */
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
};

test('an account reads all that is its own, and no word of another’s', async () => {
  const [own, others] = [await wordsOf(mine.account.id), await wordsOf(theirs.account.id)];

  const text = JSON.stringify(mine.all);

  expect(own.length).toBeGreaterThan(150);
  expect(others).toHaveLength(own.length);
  expect(own.filter((each) => !text.includes(each))).toEqual([]);
  expect(others.filter((each) => text.includes(each))).toEqual([]);
});

test('no id of another account’s is found, of any type', async () => {
  const ids = [...idsIn(theirs.all)]
    .flatMap(([, found]) => [...found])
    .filter((id) => !idsOf(mine.all).has(id));
  const read = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

  const found = await mine.execute(read, { ids });
  const control = await theirs.execute(read, { ids });

  expect(found).toEqual({ data: { nodes: ids.map(() => null) } });
  expect(control.data.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  // All but Priority, of which the system's alone exist.
  const types = control.data.nodes.map(({ __typename }: { __typename: string }) => __typename);
  expect(new Set(types).size).toBe(25);
});

const idsOf = (answer: unknown) => new Set([...idsIn(answer)].flatMap(([, found]) => [...found]));

/** Changes have no ids, and cursors of their account alone: test/schema/customer-changes.test.ts. */
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

test.each(roots)('a cursor of another account’s %s opens none of its rows', async (list) => {
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

  // The cursor is a place in time among one's own rows, whoever's row it was taken from.
  expect([...before.data[list].nodes, ...after.data[list].nodes]).toEqual(own.data[list].nodes);
});

test('a filter by any id of another account’s matches nothing, is counted as nothing and divides into nothing', async () => {
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
    // In `and` no facet leaves it out.
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

test('facets count the account’s own customers alone', async () => {
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

test('a person is seen by the accounts that know them alone', async () => {
  const [first, second, third] = [await addAccount(db), await addAccount(db), await addAccount(db)];
  const user = await db.user.create({ data: { id: newId('User'), name: word() } });
  for (const { id: accountId } of [first, second])
    await db.accountUser.create({ data: { accountId, id: newId('AccountUser'), userId: user.id } });
  const read = 'query ($id: ID!) { node(id: $id) { id } accountUsers { nodes { name } } }';

  const answers = await Promise.all(
    [first, second, third].map(({ id }) => as(id).execute(read, { id: user.id })),
  );

  const seen = { node: { id: user.id }, accountUsers: { nodes: [{ name: user.name }] } };
  expect(answers.map(({ data }) => data)).toEqual([seen, seen, { node: null, accountUsers: { nodes: [] } }]);
});

test('an account is found by itself alone', async () => {
  const read = 'query ($id: ID!) { node(id: $id) { id } }';

  expect(await mine.execute(read, { id: theirs.account.id })).toEqual({ data: { node: null } });
  expect(await theirs.execute(read, { id: theirs.account.id })).toEqual({
    data: { node: { id: theirs.account.id } },
  });
});
