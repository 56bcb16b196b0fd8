import { expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';
import { faultsOf, mutate } from '../../../mutation.ts';
import { addWholeCustomer } from '../../../whole-customer.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const fifty = Array.from({ length: 50 }, (_, at) => at);

async function addCustomers(count: number): Promise<readonly string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => add.addCustomer(db, accountId)));
  return made.map(({ id }) => id);
}

test('two concurrent merges into each other: one succeeds, and both ids lead to the remaining customer', async () => {
  for (const _ of fifty.slice(0, 10)) {
    const [a = '', b = ''] = await addCustomers(2);

    const answers = await Promise.all([
      mutate(us, 'customerMerge', { target: { id: a }, duplicates: [{ id: b }] }),
      mutate(us, 'customerMerge', { target: { id: b }, duplicates: [{ id: a }] }),
    ]);

    expect(answers.map(faultsOf).sort()).toEqual([[], ['INVALID duplicates.0']]);
    const { data } = await us.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [a, b] });
    expect(data.nodes[0]).toEqual(data.nodes[1]);
    expect(await db.customer.count({ where: { id: { in: [a, b] } } })).toBe(1);
  }
});

test('50 concurrent merges of a chain in any order leave one customer, to which all ids lead', async () => {
  const ids = await addCustomers(51);

  const answers = await Promise.all(
    fifty.map((at) =>
      mutate(us, 'customerMerge', { target: { id: ids[at + 1] }, duplicates: [{ id: ids[at] }] }),
    ),
  );

  expect(answers.flatMap(faultsOf)).toEqual([]);
  const { data } = await us.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(new Set(data.nodes.map(({ id }: { id: string }) => id))).toEqual(new Set([ids[50]]));
  expect(await db.customer.count({ where: { id: { in: [...ids] } } })).toBe(1);
  expect(await db.customerEvent.count({ where: { customerId: ids[50] ?? '' } })).toBe(50);
});

test('rows written to a source during its merge belong to the target', async () => {
  const [target = '', source = ''] = await addCustomers(2);

  const [merged, ...written] = await Promise.all([
    mutate(us, 'customerMerge', { target: { id: target }, duplicates: [{ id: source }] }),
    ...fifty.map((at) =>
      at % 2 === 0
        ? mutate(
            us,
            'customerTagsAdd',
            { by: { id: source }, tags: [`t${at % 10}`] },
            undefined,
            'CustomerTagsInput',
          )
        : mutate(
            us,
            'customerAddressCreate',
            { by: { id: source }, address: { name: `A${at}`, country: 'US' } },
            'address { id }',
          ),
    ),
    mutate(us, 'customerCreate', { name: 'Child', parent: { id: source } }),
  ]);

  expect([merged, ...written].flatMap(faultsOf)).toEqual([]);
  expect(await db.customerTag.count({ where: { customerId: target } })).toBe(5);
  expect(await db.address.count({ where: { customerId: target } })).toBe(25);
  expect(await db.customer.count({ where: { parentId: target } })).toBe(1);
});

test("an order inserted during its customer's merge blocks the merge until it is committed", async () => {
  const [target = ''] = await addCustomers(1);
  const { customer } = await addWholeCustomer(db, accountId);
  const other = await pool.connect();
  await other.query('begin');
  await other.query('insert into orders (account_id, id, customer_id) values ($1, $2, $3)', [
    ...[accountId, `ord_${add.word()}`, customer.id],
  ]);

  const merge = mutate(us, 'customerMerge', { target: { id: target }, duplicates: [{ id: customer.id }] });
  await waitsForLock();
  await other.query('commit');
  other.release();

  expect(faultsOf(await merge)).toEqual([]);
  expect(await db.order.count({ where: { customerId: target } })).toBe(2);
});

/** Resolves when a statement in this database waits for a lock of another session. */
async function waitsForLock(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waiting)).rowCount === 0);
}
