import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { mutate } from '../mutation.ts';
import { fillBase, unitIds } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import { moreQuestions } from './more-questions.ts';
import { questions } from './questions.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const caller = as(own);
// Two of three customers have one more order, so that each question has an answer.
await pool.query(
  `insert into orders (account_id, id, customer_id, status, payment_status, total_amount, currency_code, placed_at)
    select c.account_id, 'ord_' || md5(c.id), c.id, 'PLACED',
      (array['UNPAID', 'PAID']::order_payment_status[])[1 + c.n % 2], 400 * (c.n % 5), 'USD',
      timestamptz '2024-01-01T00:00:00Z' + c.n * interval '10 days'
    from (select account_id, id, row_number() over (order by id) as n from customers where account_id = $1) c
    where c.n % 3 > 0`,
  [own],
);

const idsBySql = async (sql: string): Promise<readonly string[]> =>
  (await pool.query(sql, [own])).rows.map(({ id }) => id);

test.each(Object.entries(questions))(
  '%s: one operation has the answer of plain SQL',
  async (_name, question) => {
    const expected = await idsBySql(question.sql);

    const { data, errors } = await caller.execute(question.query);

    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data.customers;
    const found = nodes.map(({ id }: { id: string }) => id);
    expect(found.length).toBeGreaterThan(0);
    expect(totalCount).toBe(expected.length);
    if (question.sql.includes('order by')) expect(found).toEqual(expected);
    else expect(found.toSorted()).toEqual([...expected].toSorted());
  },
);

test.each(Object.entries(moreQuestions))(
  '%s: one operation lists what plain SQL lists',
  async (_name, question) => {
    const expected = await idsBySql(question.sql);

    const { data, errors } = await caller.execute(question.query);

    expect(errors).toBeUndefined();
    const { nodes, totalCount = nodes.length } = data.it;
    expect(nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual([...expected].toSorted());
    expect(totalCount).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  },
);

test.each(Object.entries({ ...questions, ...moreQuestions }))(
  '%s: one statement, or two with the count',
  async (_name, { query }) => {
    expect((await caller.statementsOf(query)).length).toBeLessThanOrEqual(2);
  },
);

test('the customers of a sales rep found by name are one operation', async () => {
  const { data } = await caller.execute(
    '{ accountUsers(query: "emile") { nodes { name customers(first: 250, orderBy: { field: NAME }) { nodes { id } } } } }',
  );

  const expected = await idsBySql(
    `select c.id from customers c join account_users a on a.id = c.sales_rep_id join users u on u.id = a.user_id
      where c.account_id = $1 and u.name = 'Émile Rep'`,
  );
  expect(data.accountUsers.nodes.map(({ name }: { name: string }) => name)).toEqual(['Émile Rep']);
  const [rep] = data.accountUsers.nodes;
  expect(rep.customers.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    [...expected].toSorted(),
  );
});

test('what one actor changed in a range of time, and who changed credit limits, are one operation each', async () => {
  const [id] = await idsBySql(
    `select c.id from customers c where c.account_id = $1 and c.parent_id is null
      and not exists (select from customer_sources s where s.customer_id = c.id) order by c.id`,
  );
  const by = { id };
  await mutate(caller, 'customerUpdate', { by, name: 'Renamed' }, 'customer { id }');
  await mutate(
    caller,
    'customerUpdate',
    { by, creditLimit: { value: '77', unit: { id: unitIds[0] } } },
    'customer { id }',
  );
  const read = async (filter: string) => {
    const { data, errors } = await caller.execute(
      `{ customerChanges(first: 250, filter: ${filter}) { nodes { customerId changes { field } actor { name } } }
        node(id: "${id}") { ... on Customer { events(filter: ${filter}) { nodes { changes { field } } } } } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  const mine = await read('{ actors: ["test"], actorTypes: [SERVICE], occurredAt: { from: "2020-01-01" } }');
  const limits = await read('{ fields: [CREDIT_LIMIT], occurredAt: { from: "2025-06-01" } }');
  const none = await read('{ actors: ["test"], occurredAt: { to: "2020-01-01" } }');

  expect(mine.customerChanges.nodes).toHaveLength(2);
  expect(mine.node.events.nodes).toHaveLength(2);
  expect(limits.customerChanges.nodes).toMatchObject([{ customerId: id, actor: { name: 'test' } }]);
  expect(limits.node.events.nodes).toHaveLength(1);
  expect(limits.node.events.nodes[0].changes).toContainEqual({ field: 'CREDIT_LIMIT' });
  expect(none.customerChanges.nodes).toEqual([]);
});
