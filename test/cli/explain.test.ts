import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { explainDatabase } from '../../src/cli/explain.ts';
import { createDirectory } from '../embedded/data-directory.ts';

const failed = (code: string, message: string) =>
  Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
const full = 'could not extend file "base/16384/17140": No space left on device';

test('a full disk is explained in one line', async () => {
  const line = await explainDatabase(failed('53100', full), {
    databaseUrl: undefined,
    dataDir: await createDirectory(),
  });

  expect(line).toBe(`The database failed: ${full}. Free disk space or memory, and run the command again.`);
});

test('a closed connection is explained by the log of the embedded server', async () => {
  const dataDir = await createDirectory();
  await writeFile(
    join(dataDir, 'postgres.log'),
    `2026-11-21 16:00:21.352 UTC [15171] LOG:  starting PostgreSQL\n2026-11-21 16:00:21.352 UTC [15171] PANIC:  could not write to file "pg_wal/xlogtemp.15323": No space left on device\n2026-11-21 16:00:21.352 UTC [15171] LOG:  terminating\n`,
  );
  const error = new Error('Connection terminated unexpectedly');

  expect(await explainDatabase(error, { databaseUrl: undefined, dataDir })).toBe(
    'The database failed: Connection terminated unexpectedly (PANIC: could not write to file "pg_wal/xlogtemp.15323": No space left on device). Free disk space or memory, and run the command again.',
  );
  expect(await explainDatabase(error, { databaseUrl: 'postgresql://x', dataDir })).toBe(
    'The database failed: Connection terminated unexpectedly. Run the command again when the database is available.',
  );
});

test('errors of statements and programming errors keep their stack', async () => {
  const config = { databaseUrl: undefined, dataDir: await createDirectory() };
  const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });

  for (const error of [
    failed('42601', 'syntax error'),
    new TypeError('x is not a function'),
    missing,
    'text',
  ])
    expect(await explainDatabase(error, config)).toBeUndefined();
});
