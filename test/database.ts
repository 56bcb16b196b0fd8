import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createPool, createServingPool } from '../src/db/wire/pool.ts';
import { databaseUrl, onServer } from './global-setup.ts';

export interface TestDatabase {
  /** Connects as the database owner, to insert rows for a test. */
  readonly pool: pg.Pool;
  /** Connects as the role that serves requests. */
  readonly serving: pg.Pool;
  readonly url: string;
}

/**
 * Creates a migrated database for the test file; it is dropped when the file is done. `statementMs` is the
 * statement timeout of requests.
 */
export async function openTestDatabase(
  template = inject('template'),
  statementMs?: number,
): Promise<TestDatabase> {
  const server = inject('server');
  const name = `cg_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = databaseUrl(server, name);
  const pool = createPool({ connectionString: url }, () => undefined);
  const serving = createServingPool({ connectionString: url }, () => undefined, statementMs);
  afterAll(async () => {
    await Promise.all([pool.end(), serving.end()]);
    await onServer(server, `drop database ${name} with (force)`);
  });
  return { pool, serving, url };
}
