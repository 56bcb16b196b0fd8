import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/db/admin/migrate.ts';
import { createPool } from '../src/db/wire/pool.ts';
import { seedDemoData } from '../src/demo/seed.ts';
import { openEmbeddedServer } from '../src/embedded/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the server, and the migrated database that each test file's database is copied from. */
    readonly server: string;
    readonly template: string;
    /** A copy of the template with the demo data: 1,000 customers in the first account. */
    readonly demo: string;
  }
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function openServer(): Promise<Server> {
  // biome-ignore lint/style/noProcessEnv: the URL of the tests' server
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'cg-test-'));
  const server = await openEmbeddedServer({ dataDir, durable: false });
  const { host, port, user, database } = server.connection;
  return {
    url: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on the server, outside of the test databases. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The URL of another database on the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function fill(server: string, name: string, work: (pool: pg.Pool) => Promise<unknown>): Promise<void> {
  const pool = createPool({ connectionString: databaseUrl(server, name) }, () => undefined);
  await work(pool).finally(() => pool.end());
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `cg_test_${randomBytes(4).toString('hex')}`;
  const demo = `${template}_demo`;
  await onServer(server.url, `create database ${template} template template0 encoding 'UTF8'`);
  await fill(server.url, template, migrate);
  await onServer(server.url, `create database ${demo} template ${template}`);
  await fill(server.url, demo, (pool) => seedDemoData(pool, { customers: 1_000 }));
  provide('server', server.url);
  provide('template', template);
  provide('demo', demo);
  return async () => {
    for (const name of [template, demo]) await onServer(server.url, `drop database ${name} with (force)`);
    await server.stop();
  };
}
