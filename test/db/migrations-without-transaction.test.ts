import { expect, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { statementsIn } from '../../src/db/admin/migration-file.ts';
import { migrationState } from '../../src/db/admin/migration-state.ts';
import { openTestDatabase } from '../database.ts';
import { untilHolds } from '../server/live/subscriber.ts';
import { openScratch } from './migration-scratch.ts';

const { url } = await openTestDatabase();

test('migrations of a later version are accepted, also while one is being applied', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': 'create table a ()' });
  await migrate(pool, { directory });
  await pool.query(
    `insert into _prisma_migrations (id, checksum, migration_name) values ('later', '', '2_b')`,
  );

  const state = { applied: ['1_a'], pending: [], newer: ['2_b'] };
  expect(await migrationState(pool, { directory })).toEqual(state);
  expect(await migrate(pool, { directory })).toEqual(state);
});

const inSteps = `-- migrate: no transaction
create table if not exists big (id int, done boolean default false);
insert into big select n from generate_series(1, 25) n where not exists (select from big);
-- Batches; each is committed.
do $$ begin
  while exists (select from big where not done) loop
    update big set done = true where id in (select id from big where not done limit 10);
    commit;
  end loop;
end $$;
create index concurrently if not exists big_id on big (id);
`;

test('a file without a transaction is applied statement by statement', async () => {
  const { pool, directory } = await openScratch(url, { '1_a': inSteps });

  expect((await migrate(pool, { directory })).applied).toEqual(['1_a']);
  const { rows } = await pool.query(`select count(*)::int as done from big where done`);
  expect(rows).toEqual([{ done: 25 }]);
});

test('such a file remains pending if it fails, and the next run repeats it', async () => {
  const { pool, directory, tables, write } = await openScratch(url, {
    '1_a': `${inSteps}select 1 / 0;\ncreate table late ();`,
  });

  await expect(migrate(pool, { directory })).rejects.toThrow(
    'Migration 1_a failed, and its earlier statements are committed: division by zero. Fix the cause and migrate again.',
  );
  expect(await tables()).toEqual(['big']);
  expect(await migrationState(pool, { directory })).toEqual({ applied: [], pending: ['1_a'], newer: [] });

  await write('1_a', `${inSteps}create table late ();`);
  expect((await migrate(pool, { directory })).applied).toEqual(['1_a']);
  expect(await tables()).toEqual(['big', 'late']);
});

test('an invalid index, left by a failed creation, is created again', async () => {
  const { pool, directory, write } = await openScratch(url, { '1_a': 'create table a (id int)' });
  await migrate(pool, { directory });
  await pool.query('insert into a values (1), (1)');
  await write(
    '2_b',
    '-- migrate: no transaction\ncreate unique index concurrently if not exists a_id on a (id)',
  );
  await expect(migrate(pool, { directory })).rejects.toThrow('could not create unique index "a_id"');
  const isValid = `select indisvalid as valid from pg_index where indexrelid = 'a_id'::regclass`;
  expect((await pool.query(isValid)).rows).toEqual([{ valid: false }]);

  await pool.query('truncate a');
  await migrate(pool, { directory });

  expect((await pool.query(isValid)).rows).toEqual([{ valid: true }]);
});

test.each([
  ['in a transaction', ''],
  ['without a transaction', '-- migrate: no transaction\n'],
])('a migration %s waits for a lock in short attempts', async (_, header) => {
  const { pool, directory, write } = await openScratch(url, { '1_a': 'create table a ()' });
  await migrate(pool, { directory });
  await write('2_b', `${header}alter table a add column b int`);
  const reader = await pool.connect();
  await reader.query('begin; select from a');

  const migrated = migrate(pool, { directory });
  const waiting = `select from pg_locks where relation = 'a'::regclass and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  const isWaiting = async () => (await pool.query(waiting)).rowCount === 1;
  await untilHolds(isWaiting);
  // It leaves the queue, so that statements of gateways run in between.
  await untilHolds(async () => !(await isWaiting()));
  await reader.query('commit');
  reader.release();

  expect((await migrated).applied).toEqual(['1_a', '2_b']);
});

test('an error in such a file has its line number', async () => {
  const { pool, directory } = await openScratch(url, {
    '1_a': '-- migrate: no transaction\nselect 1;\n\nselect ünknown;',
  });

  await expect(migrate(pool, { directory })).rejects.toThrow('migration.sql, line 4: column');
});

test('statements end at semicolons outside of comments, strings, names and bodies', () => {
  const sql = `-- a; b\nselect ';', "a;b" /* ; */;;\n do $x$ begin; $y$;$y$ end $x$ ;\n\nselect 'it''s; ok'`;

  expect(statementsIn(sql).map((each) => each.sql)).toEqual([
    `select ';', "a;b" /* ; */`,
    'do $x$ begin; $y$;$y$ end $x$ ',
    `select 'it''s; ok'`,
  ]);
  expect(statementsIn('-- nothing\n;')).toEqual([]);
});
