import { expect, test } from 'vitest';
import { readMigrations, statementsIn } from '../../src/db/admin/migration-file.ts';
import { openTestDatabase } from '../database.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase();
const account_id = await insert(pool, 'accounts');

async function keysOf(id: string) {
  const { rows } = await pool.query(
    'select locality_key, state_key, postal_code_key, country_key from geolocations where id = $1',
    [id],
  );
  return Object.values(rows[0] ?? {});
}

test('every write sets the keys, even if it writes other values to them', async () => {
  const place = { account_id, locality: 'Köln', state: 'NW', postal_code: '50667 A', country: 'DE' };
  const id = await insert(pool, 'geolocations', { ...place, locality_key: 'x', country_key: 'x' });
  const inserted = await keysOf(id);
  await pool.query(
    `update geolocations set locality = 'BRÜHL', state = null, state_key = 'x' where id = $1`,
    [id],
  );

  expect(inserted).toEqual(['koln', 'nw', '50667 a', 'de']);
  expect(await keysOf(id)).toEqual(['bruhl', null, '50667 a', 'de']);
});

test('the key of a text of any length fits into its index', async () => {
  // Symbols that normalization makes longer, in an order that does not compress.
  const symbols = ['㎯', '㏊', '㍱', '℀', '№', '㏂', 'ß', '㎰'];
  const locality = Array.from({ length: 650 }, (_, n) => symbols[((n * n * 7 + n * 3) % 61) % 8]).join('');
  const id = await insert(pool, 'geolocations', { account_id, locality, country: 'DE' });

  expect(String((await keysOf(id))[0])).toHaveLength(512);
});

test('the migration sets the keys of older rows, and can be repeated', async () => {
  const sql = (await readMigrations()).find(({ name }) => name.endsWith('_address_keys'))?.sql ?? '';
  const statements = statementsIn(sql);
  const ids: string[] = [];
  await pool.query('alter table geolocations disable trigger geolocations_set_keys');
  for (let n = 0; n < 1_200; n++)
    ids.push(await insert(pool, 'geolocations', { account_id, locality: `Ört ${n}`, country: 'DE' }));
  await pool.query('alter table geolocations enable trigger geolocations_set_keys');
  expect(await keysOf(ids[7] ?? '')).toEqual([null, null, null, null]);

  for (let time = 0; time < 2; time++)
    for (const { sql: statement } of statements) await pool.query(statement);

  const { rows } = await pool.query(
    `select count(*)::int as set from geolocations where locality_key like 'ort %' and country_key = 'de'`,
  );
  expect(statements.length).toBeGreaterThan(8);
  expect(rows).toEqual([{ set: 1_200 }]);
});

test('`text_after` is the first text after all texts with the prefix, by code point', async () => {
  const [last, beforeSurrogates] = ['\u{10ffff}', '\ud7ff'];
  const prefixes = ['a', 'az', 'é', '\u007f', beforeSurrogates, `a${last}`, last, '', '%_\\'];
  const texts = prefixes.flatMap((each) => [
    each,
    `${each}a`,
    `${each}${last}${last}`,
    `${each}\u0001`,
    'b',
    'ez',
  ]);

  const { rows } = await pool.query(
    `select t.text, p.prefix from unnest($1::text[]) t(text), unnest($2::text[]) p(prefix)
    where (t.text collate "C" >= p.prefix and t.text collate "C" < text_after(p.prefix))
      <> starts_with(t.text, p.prefix)`,
    [texts, prefixes],
  );

  expect(rows).toEqual([]);
});
