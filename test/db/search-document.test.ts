import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { atOnce } from './at-once.ts';
import { insert, refusalOf, type SqlRow } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const own = { account_id: await insert(pool, 'accounts') };

const add = (row: SqlRow = {}) =>
  insert(pool, 'customers', { ...own, name: 'X', number: `N${++made}`, ...row });
const address = (customer_id: string, name: string) =>
  insert(pool, 'addresses', { ...own, customer_id, name });
let made = 0;

/** The lines of a customer's search document. */
async function documentOf(id: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ document: string }>(
    'select document from customer_search where customer_id = $1',
    [id],
  );
  return rows.flatMap(({ document }) => document.split('\n'));
}

async function found(...words: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select customer_id as id from customer_search where account_id = $1
      and document like all (select search_pattern(word) from unnest($2::text[]) word) order by 1`,
    [own.account_id, words],
  );
  return rows.map(({ id }) => id);
}

test('a customer is found by its names, ignoring accents and case', async () => {
  const id = await add({
    name: 'Café MÜLLER Ærø',
    number: 'C-1001',
    short_id: 'Short7',
    contact_email: 'Ada@Mail.example',
    contact_phone: '+49 (30) 123-45 67',
    reference: 'REF/9',
    shopper_email: 'shop@mail.example',
    shopper_status: 'REPEAT',
    total_orders_count: 1,
    note: 'Größe\n12',
  });

  expect(await documentOf(id)).toEqual([
    'cafe muller aero',
    'c-1001',
    'short7',
    'ada@mail.example',
    'shop@mail.example',
    'ref/9',
    'grosse',
    '12',
    '49301234567',
  ]);
  for (const word of ['CAFE', 'müll', 'c-1001', 'Short7', 'ada@', 'shop@', 'ref/', '301234'])
    expect(await found(word), word).toEqual([id]);
  expect(await found('muller', 'cafe')).toEqual([id]);
  expect(await found('muller', 'nowhere')).toEqual([]);
});

test('wildcards of LIKE are matched literally', async () => {
  const ids = [await add({ name: '100% a_b c\\d' }), await add({ name: '1000 aXb cd' })];

  for (const word of ['100%', 'a_b', 'c\\d']) expect(await found(word), word).toEqual([ids[0]]);
  expect(await found('%')).toEqual([ids[0]]);
});

test('a change of the customer updates the document, and one of other columns does not', async () => {
  const id = await add({ number: 'before' });
  const place = () => pool.query('select ctid from customer_search where customer_id = $1', [id]);
  const written = (await place()).rows;

  await pool.query(`update customers set contact_url = 'https://n.example', version = 2 where id = $1`, [id]);
  expect((await place()).rows).toEqual(written);
  await pool.query(`update customers set name = 'Neu', number = 'after' where id = $1`, [id]);
  expect(await documentOf(id)).toEqual(['neu', 'after', '']);
});

test('added, changed and deleted addresses update the document', async () => {
  const id = await add({ number: 'a1' });
  const warehouse = await address(id, 'Wärehouse');
  await address(id, 'Office');
  expect(await documentOf(id)).toEqual(['x', 'a1', 'warehouse', 'office', '']);

  await pool.query(`update addresses set name = 'Lager' where id = $1`, [warehouse]);
  expect(await documentOf(id)).toEqual(['x', 'a1', 'lager', 'office', '']);
  await pool.query('delete from addresses where id = $1', [warehouse]);
  expect(await documentOf(id)).toEqual(['x', 'a1', 'office', '']);
});

test('a moved address updates both customers', async () => {
  const [from, to] = [await add({ number: 'from' }), await add({ number: 'to' })];
  const id = await address(from, 'Depot');
  await pool.query('update addresses set customer_id = $1 where id = $2', [to, id]);

  expect(await documentOf(from)).toEqual(['x', 'from', '']);
  expect(await documentOf(to)).toEqual(['x', 'to', 'depot', '']);
});

test('statements of many rows, and of none, update the documents', async () => {
  const ids = [await add({ number: 'm1' }), await add({ number: 'm2' }), await add({ number: 'm3' })];
  const documents = () => Promise.all(ids.map(documentOf));

  await pool.query(
    `insert into addresses (account_id, id, customer_id, name)
    select $1, 'adr_' || i || id, id, 'place ' || i from unnest($2::text[]) id, generate_series(1, 2) i`,
    [own.account_id, ids],
  );
  expect(await documents()).toEqual(['m1', 'm2', 'm3'].map((n) => ['x', n, 'place 1', 'place 2', '']));
  await pool.query(`update addresses set name = 'there' where name = 'place 1'`);
  await pool.query(`delete from addresses where name = 'place 2'`);
  await pool.query(`update customers set name = 'Many' where id = any ($1)`, [ids]);
  for (const table of ['customers', 'addresses'])
    await pool.query(`update ${table} set name = 'no' where false`);
  await pool.query('delete from addresses where false');
  expect(await documents()).toEqual(['m1', 'm2', 'm3'].map((n) => ['many', n, 'there', '']));
});

test('deleting a customer deletes its document, addresses and default addresses', async () => {
  const id = await add();
  const place = await address(id, 'Home');
  await pool.query('update customers set bill_to_address_id = $1, ship_to_address_id = $1 where id = $2', [
    place,
    id,
  ]);
  await pool.query('delete from customers where id = $1', [id]);

  expect(await documentOf(id)).toEqual([]);
});

test('two concurrent changes of one customer both update the document', async () => {
  const id = await add({ number: 'both' });
  const write = (name: string) => ({ ...own, customer_id: id, name });

  const second = await atOnce(
    pool,
    (one) => insert(one, 'addresses', write('Alpha')),
    (two) => insert(two, 'addresses', write('Beta')),
  );
  expect(second).toBe('accepted');
  expect(await documentOf(id)).toEqual(['x', 'both', 'alpha', 'beta', '']);
  const rename = `update customers set name = 'Renamed' where id = '${id}'`;
  await atOnce(
    pool,
    (one) => one.query(rename),
    (two) => insert(two, 'addresses', write('Gamma')),
  );
  await atOnce(
    pool,
    (one) => insert(one, 'addresses', write('Delta')),
    (two) => two.query(`${rename}`),
  );
  expect(await documentOf(id)).toEqual(['renamed', 'both', 'alpha', 'beta', 'gamma', 'delta', '']);
});

test('a customer and the addresses that it refers to can be written in either order, with deferred checks', async () => {
  const client = await pool.connect();
  await client.query('begin; set constraints all deferred');
  const row = { ...own, id: 'cus_whole', bill_to_address_id: 'adr_whole', ship_to_address_id: 'adr_whole' };
  await insert(client, 'customers', row);
  await insert(client, 'addresses', { ...own, id: 'adr_whole', customer_id: 'cus_whole' });
  await client.query('commit');
  client.release();

  expect(await refusalOf(pool.query(`delete from addresses where id = 'adr_whole'`))).toBe(
    'customers_account_id_id_bill_to_address_id_fkey',
  );
});

test('the beginnings of a text that stays are not computed again', async () => {
  const client = await pool.connect();
  const calls = async () => {
    const { rows } = await client.query<{ calls: number }>(
      `select calls::int from pg_stat_xact_user_functions where funcname = 'search_beginnings'`,
    );
    return rows[0]?.calls ?? 0;
  };
  await client.query(`begin; set local track_functions = 'all'`);

  const id = await insert(client, 'customers', { ...own, name: 'Same', number: 'SAME' });
  expect(await calls()).toBe(1);
  const site = await insert(client, 'addresses', { ...own, customer_id: id, name: 'Dock' });
  expect(await calls()).toBe(2);
  await client.query(`update addresses set phone = '1' where id = $1`, [site]);
  expect(await calls()).toBe(2);

  await client.query('rollback');
  client.release();
});
