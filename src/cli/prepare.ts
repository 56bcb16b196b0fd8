import type { Writable } from 'node:stream';
import pg from 'pg';
import { migrationState } from '../db/admin/migration-state.ts';
import { readOnlyState } from '../db/admin/probe.ts';
import { type Connection, poolConfig, servingRole, servingSettings } from '../db/wire/pool.ts';
import { checkSeparateSessions } from '../db/wire/pooler-probe.ts';
import { SessionError, servingSession } from '../db/wire/serving-session.ts';
import { checkTransactions } from '../db/wire/transaction-probe.ts';
import type { Limits } from '../limits.ts';
import { CommandError } from './command-error.ts';
import type { Database } from './database.ts';

export interface FirstAccount {
  readonly id: string;
  readonly name: string;
}

async function firstAccount(pool: pg.Pool): Promise<FirstAccount | undefined> {
  const { rows } = await pool.query<FirstAccount>(
    `/* firstAccount */ select id, name from accounts where closed_at is null order by created_at, id limit 1`,
  );
  return rows[0];
}

export async function demoAccount(pool: pg.Pool): Promise<FirstAccount> {
  const account = await firstAccount(pool);
  if (account !== undefined) return account;
  throw new CommandError(
    'The database has no account yet: run `customer-gateway init` for your own data, or `customer-gateway seed` for demo data.',
  );
}

async function primaryOnly(pool: pg.Pool): Promise<string> {
  const readOnly = await readOnlyState(pool);
  if (readOnly === undefined) return '';
  const reason = readOnly === 'recovering' ? 'a standby or in recovery' : 'read-only';
  return ` on the primary server (this one is ${reason})`;
}

/** Migrates and seeds the embedded database; a served one must already be migrated. */
async function fill({ pool, isEmbedded }: Database, out: Writable, stop: AbortSignal): Promise<void> {
  if (isEmbedded) {
    const { fillEmbedded } = await import('./first-start.ts');
    return fillEmbedded(pool, out, stop);
  }
  if ((await migrationState(pool)).pending.length > 0)
    throw new CommandError(
      `The database is behind this version of the gateway: run \`customer-gateway migrate\`${await primaryOnly(pool)}, then start again.`,
    );
}

const unsuitable = (error: Error) =>
  new CommandError(
    error instanceof SessionError
      ? error.message
      : `The database does not let the gateway serve as the role ${servingRole} (${error.message}): grant ${servingRole} to the login of DATABASE_URL.`,
  );

async function checkRole(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    if ((await servingSession(client))?.isBound) return;
  } finally {
    await client.end();
  }
  throw new CommandError(
    `The role ${servingRole} is a superuser, owns tables or bypasses row-level security: it must do none of these.`,
  );
}

/** Checks that the gateway gets sessions of its own, under a role that row-level security applies to. */
async function checkServing(connection: Connection, statementMs: number): Promise<void> {
  const settings = servingSettings(statementMs);
  const config = poolConfig(connection, settings);
  try {
    if (connection.pooling === 'transaction') await checkTransactions(config, settings);
    else await checkSeparateSessions(config, settings);
    await checkRole(config);
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    throw unsuitable(error);
  }
}

export async function prepare(
  database: Database,
  { statementMs }: Pick<Limits, 'statementMs'>,
  out: Writable,
  stop: AbortSignal,
): Promise<void> {
  await fill(database, out, stop);
  await checkServing(database.serving, statementMs);
}
