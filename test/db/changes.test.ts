import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');
const customer = () => insert(pool, 'customers', { account_id });
const event = (row: object) => insert(pool, 'customer_events', { account_id, ...row });

interface Told {
  readonly id: string;
  readonly customer_id: string | null;
  readonly subject_id: string;
  readonly action: string;
  readonly position: string;
}

const told = async (): Promise<readonly Told[]> =>
  (await pool.query('select * from customer_events where account_id = $1 order by position', [account_id]))
    .rows;
const head = async (): Promise<unknown> =>
  (await pool.query('select position from change_heads where account_id = $1', [account_id])).rows[0]
    ?.position;

test('events written without a position get the next ones at commit, in the order of time', async () => {
  const customer_id = await customer();
  await event({ customer_id });
  const client = await pool.connect();
  await client.query('begin');
  const [late, early] = [
    await insert(client, 'customer_events', { account_id, customer_id, occurred_at: '2026-02-02' }),
    await insert(client, 'customer_events', { account_id, customer_id, occurred_at: '2026-01-01' }),
  ];
  const meanwhile = await event({ customer_id });
  await client.query('commit');
  client.release();

  const changes = await told();

  expect(changes.map(({ position }) => position)).toEqual(['1', '2', '3', '4']);
  expect(changes.slice(1).map(({ id }) => id)).toEqual([meanwhile, early, late]);
  expect(new Set(changes.map(({ subject_id }) => subject_id))).toEqual(new Set([customer_id]));
  expect(await head()).toBe('4');
});

test('a rollback leaves no gap', async () => {
  const before = await head();
  const client = await pool.connect();
  await client.query('begin');
  await insert(client, 'customer_events', { account_id, subject_id: 'cus_x' });
  await client.query('rollback');
  client.release();

  expect(await head()).toBe(before);
});

test('the position and the subject of a change are immutable', async () => {
  for (const change of ['position = position + 100', "subject_id = 'cus_other'"])
    expect(await refusalOf(pool.query(`update customer_events set ${change}`))).toBe('customer_events_stay');
});

test('deleting a customer deletes its history and records the deletion', async () => {
  const id = await customer();
  await event({ customer_id: id });
  await pool.query('delete from customers where id = $1', [id]);

  const left = (await told()).filter(({ subject_id }) => subject_id === id);

  expect(left).toMatchObject([{ action: 'DELETE', customer_id: null, position: await head() }]);
});
