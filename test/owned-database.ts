import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { migrate } from '../src/db/admin/migrate.ts';
import { createPool, createServingPool } from '../src/db/wire/pool.ts';
import { databaseUrl, onServer } from './global-setup.ts';

export interface OwnedDatabase {
  /** The connection URL of the owner, and the owner's role name. */
  readonly url: string;
  readonly owner: string;
  readonly pool: pg.Pool;
  readonly serving: pg.Pool;
}

/**
 * A migrated database as an administrator provides it: its owner is not a superuser and cannot create roles.
 */
export async function openOwnedDatabase(): Promise<OwnedDatabase> {
  const server = inject('server');
  const owner = `cg_owner_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create role ${owner} login password '${owner}'`);
  await onServer(server, `grant customer_gateway to ${owner}`);
  await onServer(server, `create database ${owner} owner ${owner} template template0 encoding 'UTF8'`);
  const url = new URL(databaseUrl(server, owner));
  url.username = owner;
  url.password = owner;
  const connection = { connectionString: url.href };
  const pool = createPool(connection, () => undefined);
  const serving = createServingPool(connection, () => undefined);
  afterAll(async () => {
    await Promise.all([pool.end(), serving.end()]);
    await onServer(server, `drop database ${owner} with (force)`);
    await onServer(server, `drop role ${owner}`);
  });
  await migrate(pool);
  return { url: url.href, owner, pool, serving };
}
