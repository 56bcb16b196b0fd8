import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { scopes } from '../../src/auth/viewer.ts';
import { backupCommand } from '../../src/cli/backup.ts';
import { restoreCommand } from '../../src/cli/restore.ts';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/db/admin/migrate.ts';
import { createDb } from '../../src/db/client.ts';
import { createPool, createServingPool } from '../../src/db/wire/pool.ts';
import { demoAccountId, seedDemoData } from '../../src/demo/seed.ts';
import { openEmbeddedServer } from '../../src/embedded/server.ts';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';

type Environment = Readonly<Record<string, string>>;

/** The output of the command; rejects if the command fails. */
async function outputOf(command: (out: PassThrough) => Promise<void>): Promise<string> {
  const out = new PassThrough();
  await command(out);
  out.end();
  return text(out);
}

const unstopped = new AbortController().signal;

export const backUp = (env: Environment, file: string, overwrite = false): Promise<string> =>
  outputOf((out) => backupCommand(readConfig(env), file, { overwrite }, out, unstopped));

export const restore = (env: Environment, file: string): Promise<string> =>
  outputOf((out) => restoreCommand(readConfig(env), file, out, unstopped));

export interface EmbeddedGateway {
  execute(query: string): Promise<unknown>;
  query(sql: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A gateway with its own server, with demo data if the directory is new. */
export async function openGateway(dataDir: string): Promise<EmbeddedGateway> {
  const server = await openEmbeddedServer({ dataDir, durable: false });
  const connection = { ...server.connection, ssl: false } as const;
  const pool = createPool(connection, () => undefined);
  const serving = createServingPool(connection, () => undefined);
  await migrate(pool);
  const { rows } = await pool.query('select from accounts limit 1');
  if (rows.length === 0) await seedDemoData(pool, { customers: 50 });
  const viewer = { accountId: demoAccountId, accountUserId: null, service: 'test', scopes, caller: 'test' };
  const { fetch } = createGateway({
    db: createDb(serving),
    viewer,
    log: createLog('silent'),
    checkReady: async () => undefined,
  });
  return {
    async execute(query) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      const response = await fetch('http://gateway.test/graphql', { method: 'POST', headers, body });
      return ((await response.json()) as { data: unknown }).data;
    },
    query: async (sql) => (await pool.query(sql)).rows,
    async close() {
      await Promise.all([pool.end(), serving.end()]);
      await server.stop();
    },
  };
}
