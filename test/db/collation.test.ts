import { expect, test } from 'vitest';
import { staleCollations } from '../../src/db/admin/collation.ts';
import { migrate } from '../../src/db/admin/migrate.ts';
import { openTestDatabase } from '../database.ts';

const { pool } = await openTestDatabase();

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const dictionary = new Intl.Collator('und', { numeric: true });

const parts = [
  ...['a', 'A', 'ä', 'Ä', 'b', 'z', 'ss', 'ß', 'é', 'e\u0301', 'ł', 'ø', 'Ω', 'я', '中', 'あ', '😀'],
  ...['1', '2', '9', '10', '09', '0', '٣', '５', ' ', '-', '_', '.', "'", '&', '(', '#', '€', '\u00ad'],
];

/** Each part, and each pair of parts. */
const texts = [...new Set(parts.flatMap((one) => [one, ...parts.map((other) => one + other)]))];

test('the collation sorts as Intl.Collator does, and texts that are equal for it by code point', async () => {
  const { rows } = await pool.query<{ text: string }>(
    'select text from unnest($1::text[]) text order by text collate natural_order',
    [texts],
  );

  expect(rows.map(({ text }) => text)).toEqual(
    texts.toSorted((a, b) => dictionary.compare(a, b) || byBytes(a, b)),
  );
});

test('texts that only look equal stay different', async () => {
  const { rows } = await pool.query(
    `select 'a1' collate natural_order = 'a01' as digits, 'A' collate natural_order = 'a' as cases`,
  );

  expect(rows).toEqual([{ digits: false, cases: false }]);
});

/** As after an upgrade of ICU: what the indexes were built with differs from the server's version. */
const outdate = () =>
  pool.query(`update pg_collation set collversion = '1.2' where collname in ('natural_order', 'und-x-icu')`);

async function refreshed() {
  const run: string[] = [];
  const missing: string[] = [];
  await migrate(pool, { onRun: (each) => run.push(each), onMissing: (each) => missing.push(each) });
  return { run, missing };
}

test('no collation is stale in a new database', async () => {
  expect(await staleCollations(pool)).toEqual([]);
  expect(await refreshed()).toEqual({ run: [], missing: [] });
});

test('`migrate` rebuilds the indexes of a stale collation and records its version', async () => {
  await outdate();
  const stale = await staleCollations(pool);

  const { run, missing } = await refreshed();

  expect(stale.map(({ name, recorded }) => [name, recorded]).toSorted()).toEqual([
    ['"und-x-icu"', '1.2'],
    ['natural_order', '1.2'],
  ]);
  expect(run).toEqual(
    expect.arrayContaining([
      'reindex index concurrently customers_account_id_name_natural_idx',
      'reindex index concurrently customers_account_id_number_natural_idx',
      'reindex index concurrently tags_account_id_name_natural_idx',
      'reindex index concurrently users_account_id_lower_email_idx',
      'alter collation natural_order refresh version',
      'alter collation "und-x-icu" refresh version',
    ]),
  );
  expect(missing).toEqual([]);
  expect(await staleCollations(pool)).toEqual([]);
  expect(await refreshed()).toEqual({ run: [], missing: [] });
});

test('an index that an interrupted REINDEX left is dropped', async () => {
  await pool.query('create index customers_name_ccnew on customers (name collate natural_order)');
  await pool.query(
    `update pg_index set indisvalid = false where indexrelid = 'customers_name_ccnew'::regclass`,
  );
  await outdate();

  const { run } = await refreshed();

  expect(run).toContain('drop index concurrently customers_name_ccnew');
  expect(run).not.toContain('reindex index concurrently customers_name_ccnew');
});
