import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { fillBase, headIds } from './base.ts';
import { fillSettings, idOf, own } from './base-settings.ts';
import { plain } from './oracle.ts';
import { readCustomers } from './stored-customers.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const caller = as(own);
await db.department.createMany({
  data: ['Verkauf', 'Zoll', 'ärger'].map((name, n) => ({ accountId: own, id: idOf('dep', n), name })),
});

interface Named {
  readonly field: string;
  readonly table: string;
  /** The SQL of whether a customer `c` has the row `t`. */
  readonly has?: string;
}

const lists: readonly Named[] = [
  { field: 'accountGroups', table: 'account_groups' },
  { field: 'carriers', table: 'carriers', has: 'c.carrier_id = t.id' },
  { field: 'customerGroups', table: 'customer_groups', has: 'c.customer_group_id = t.id' },
  { field: 'departments', table: 'departments' },
  { field: 'paymentTerms', table: 'payment_terms', has: 'c.payment_term_id = t.id' },
  { field: 'roles', table: 'roles' },
  { field: 'shippingTerms', table: 'shipping_terms', has: 'c.shipping_term_id = t.id' },
  {
    field: 'tags',
    table: 'tags',
    has: 'exists (select from customer_tags m where m.customer_id = c.id and m.tag_id = t.id)',
  },
  { field: 'units', table: 'units' },
];

const visible = (table: string) =>
  `(t.account_id = '${own}' or t.account_id is null)${table === 'carriers' ? ' and t.deleted_at is null' : ''}`;
const nullable = new Set(['carriers', 'payment_terms', 'roles', 'shipping_terms', 'units']);

async function stored({ table }: Named, where = 'true', order = 't.id') {
  const scope = nullable.has(table) ? visible(table) : `t.account_id = '${own}'`;
  const searched = table === 'units' ? `concat_ws(' ', t.name, t.abbreviation)` : 't.name';
  const { rows } = await pool.query<{ id: string; name: string; searched: string }>(
    `select t.id, t.name, ${searched} as searched from ${table} t where ${scope} and ${where} order by ${order}`,
  );
  return rows;
}

async function listed(field: string, args: string): Promise<readonly { id: string; name: string }[]> {
  const { data, errors } = await caller.execute(`{ ${field}(first: 250, ${args}) { nodes { id name } } }`);
  if (errors) throw new Error(`${field} ${args}: ${JSON.stringify(errors)}`);
  return data[field].nodes;
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const sorted = (rows: readonly { readonly id: string }[]) => ids(rows).toSorted();

test.each(lists)('$field are ordered by name and by time', async (list) => {
  const { field } = list;

  expect(ids(await listed(field, 'orderBy: { field: NAME }'))).toEqual(
    ids(await stored(list, 'true', 't.name collate natural_order, t.id')),
  );
  expect(
    ids(await listed(field, 'orderBy: [{ field: CREATED_AT, direction: DESC }, { field: NAME }]')),
  ).toEqual(ids(await stored(list, 'true', 't.created_at desc, t.name collate natural_order, t.id')));
});

test.each(lists)('$field are found by words of their names, without case and accents', async (list) => {
  const all = await stored(list);
  const [first] = all;
  if (first === undefined) throw new Error(`no ${list.field}`);
  const part = first.name.slice(1, 3).trim();
  const words = `${part.toUpperCase()} ${first.name.slice(-1)}`;

  const found = await listed(list.field, `query: ${JSON.stringify(words)}`);

  const isFound = (text: string) => words.split(' ').every((word) => plain(text).includes(plain(word)));
  expect(sorted(found)).toEqual(sorted(all.filter(({ searched }) => isFound(searched))));
  expect(sorted(found)).toContain(first.id);
  expect(await listed(list.field, 'query: "no such name"')).toEqual([]);
  expect(sorted(await listed(list.field, `filter: { ids: ["${first.id}"] }, query: " "`))).toEqual([
    first.id,
  ]);
  expect(await listed(list.field, `filter: { ids: ["${first.id}"] }, query: "no such"`)).toEqual([]);
});

test.each(lists.filter(({ has }) => has))('$field are filtered by their customers', async (list) => {
  const customers = `select from customers c where c.account_id = '${own}' and ${list.has}`;
  const having = (condition: string) => stored(list, `exists (${customers} and ${condition})`);

  expect(sorted(await listed(list.field, 'filter: { customers: { none: {} } }'))).toEqual(
    sorted(await stored(list, `not exists (${customers})`)),
  );
  expect(sorted(await listed(list.field, 'filter: { customers: { some: { active: true } } }'))).toEqual(
    sorted(await having('c.discontinued_at is null')),
  );
  // A text without a key column is compared in one pass over the customers.
  expect(
    sorted(await listed(list.field, 'filter: { customers: { some: { note: { contains: "late" } } } }')),
  ).toEqual(sorted(await having(`c.note ilike '%late%'`)));
});

async function listedUsers(args: string): Promise<readonly { id: string }[]> {
  const { data, errors } = await caller.execute(`{ accountUsers(first: 250, ${args}) { nodes { id } } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.accountUsers.nodes;
}

async function storedUsers(where: string, order = 'a.id') {
  const { rows } = await pool.query<{ id: string }>(
    `select a.id from account_users a join users u on u.account_id = a.account_id and u.id = a.user_id
      where a.account_id = $1 and ${where} order by ${order}`,
    [own],
  );
  return rows;
}

test('account users are found by name or email, and by their customers', async () => {
  const read = async (args: string) => sorted(await listedUsers(args));
  const bySql = async (where: string) => sorted(await storedUsers(where));
  const [{ name, email }] = (
    await pool.query(
      'select name, email from users where account_id = $1 and name is not null and email is not null',
      [own],
    )
  ).rows;

  expect(await read(`query: ${JSON.stringify(String(name).toUpperCase())}`)).toEqual(
    await bySql(`u.name ilike '%${name}%' or u.email ilike '%${name}%'`),
  );
  expect(await read(`query: ${JSON.stringify(email)}`)).toEqual(await bySql(`u.email = '${email}'`));
  expect(await read('filter: { customers: { some: {} } }')).toEqual(
    await bySql(
      'exists (select from customers c where c.account_id = a.account_id and c.sales_rep_id = a.id)',
    ),
  );
});

test('account users are ordered by their last use', async () => {
  await pool.query(
    `update account_users set last_used_at = timestamptz '2026-01-01' + hashtext(id) * interval '1 ms'
      where account_id = $1 and hashtext(id) % 3 <> 0`,
    [own],
  );

  const found = ids(await listedUsers('orderBy: { field: LAST_USED_AT }'));

  expect(found).toEqual(ids(await storedUsers('true', 'a.last_used_at nulls last, a.id')));
  expect(found).not.toEqual(found.toSorted());
});

test('nested lists take the filter of their type', async () => {
  const { data, errors } = await caller.execute(
    `query ($parents: [ID!]!) { nodes(ids: $parents) { ... on Customer {
      tags(filter: { name: { in: ["VIP", "x"] } }) { totalCount nodes { name } }
      priceGroups(filter: { not: { name: { contains: "1" } } }) { nodes { name } }
      addresses(filter: { name: { equals: "office" } }) { nodes { name } } } } }`,
    { parents: headIds },
  );

  expect(errors).toBeUndefined();
  const names = (field: string) =>
    data.nodes.map((node: Record<string, { nodes: { name: string }[] }>) =>
      (node[field]?.nodes ?? []).map(({ name }) => name).toSorted(),
    );
  const customers = (await readCustomers(db, own)).filter(({ id }) => headIds.includes(id));
  const byId = headIds.map((id) => customers.find((customer) => customer.id === id));
  expect(names('tags')).toEqual(
    byId.map((each) =>
      each?.tags
        .map(({ tag }) => tag.name)
        .filter((name) => ['vip', 'x'].includes(name))
        .toSorted(),
    ),
  );
  expect(names('priceGroups')).toEqual(
    byId.map((each) =>
      each?.priceGroups
        .map(({ group }) => group.name)
        .filter((name) => !name.includes('1'))
        .toSorted(),
    ),
  );
  expect(names('addresses')).toEqual(
    byId.map((each) =>
      each?.addresses
        .map(({ name }) => name)
        .filter((name) => name === 'Office')
        .toSorted(),
    ),
  );
});
