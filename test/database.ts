import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createPool } from '../src/db/pool.ts';
import { databaseUrl, onServer } from './global-setup.ts';

export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
}

/** A migrated database for the test file alone, gone when the file is done. */
export async function openTestDatabase(template = inject('template')): Promise<TestDatabase> {
  const server = inject('server');
  const name = `cg_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = databaseUrl(server, name);
  const pool = createPool({ connectionString: url }, () => undefined);
  afterAll(async () => {
    await pool.end();
    await onServer(server, `drop database ${name} with (force)`);
  });
  return { pool, url };
}
