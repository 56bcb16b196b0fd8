import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';
import { createAuthenticate } from '../auth/authenticate.ts';
import type { Config } from '../config.ts';
import { scopes, type Viewer } from '../context.ts';
import { createDb } from '../db/client.ts';
import { createCredentialStore } from '../db/credential.ts';
import { migrate, migrationState } from '../db/migrate.ts';
import { servingRole, servingSession } from '../db/pool.ts';
import { demoAccountId } from '../demo/seed.ts';
import { createLog, type Logger } from '../log.ts';
import { type Bucket, MemoryBucket } from '../server/cost/bucket.ts';
import { RedisBucket } from '../server/cost/redis-bucket.ts';
import { createGateway, type GatewayOptions } from '../server/gateway.ts';
import { listen } from '../server/listen.ts';
import { CommandError } from './command-error.ts';
import { type Database, openDatabase } from './database.ts';
import { readPersisted } from './persisted.ts';
import { demoCustomers, seed } from './seed.ts';
import { stopSignal } from './stop-signal.ts';

/** How long requests under way may take to finish when the gateway is told to stop. */
const patience = 10_000;

interface FirstAccount {
  readonly id: string;
  readonly name: string;
  readonly hasCustomers: boolean;
}

/** The oldest; of the demo accounts, the one that the README speaks of. */
async function firstAccount(pool: pg.Pool): Promise<FirstAccount | undefined> {
  const { rows } = await pool.query<FirstAccount>(
    `/* firstAccount */ select id, name, exists (select from customers where account_id = accounts.id) as "hasCustomers"
    from accounts order by created_at, id limit 1`,
  );
  return rows[0];
}

/** Nothing there yet, or a first start that was stopped before it had made a customer. */
const isUnfilled = (account: FirstAccount | undefined): boolean =>
  account === undefined || (account.id === demoAccountId && !account.hasCustomers);

/** Migrates and fills the gateway's own database; a served one must have been migrated. */
async function prepare({ pool, isEmbedded }: Database, out: Writable, stop: AbortSignal): Promise<void> {
  if (isEmbedded) await migrate(pool);
  else if ((await migrationState(pool)).pending.length > 0)
    throw new CommandError(
      'The database is behind this version of the gateway: run `customer-gateway migrate`, then start again.',
    );
  if (isEmbedded && isUnfilled(await firstAccount(pool))) {
    out.write('First start: making demo data, some seconds …\n');
    await seed(pool, demoCustomers, out, stop);
  }
}

interface Audience {
  readonly viewer: GatewayOptions['viewer'];
  /** Who sees what, for the person who starts the gateway. */
  readonly told: string;
}

/** Where nobody signs in, everyone is a viewer of the first account. */
async function demoAudience(pool: pg.Pool): Promise<Audience> {
  const account = await firstAccount(pool);
  if (account === undefined)
    throw new CommandError('The database has no account yet: run `customer-gateway seed` for demo data.');
  const viewer: Viewer = { accountId: account.id, accountUserId: null, scopes, caller: 'demo' };
  return { viewer, told: `You see the account "${account.name}" (${account.id}), without sign-in.` };
}

async function audienceOf({ signIn }: Config, database: Database, log: Logger): Promise<Audience> {
  if (signIn === undefined) return demoAudience(database.pool);
  const { tokens, apiKeySecret } = signIn;
  const accepted = [tokens && `tokens of ${tokens.issuer}`, apiKeySecret && 'API keys'].filter(Boolean);
  return {
    viewer: createAuthenticate(signIn, createCredentialStore(database.signIn), (err) =>
      log.warn({ err }, 'the time of a key’s last use could not be written'),
    ),
    told: `Callers sign in with ${accepted.join(' or ')}.`,
  };
}

/** Requests are served under a role that row-level security holds for, or not at all. */
async function checkServing(pool: pg.Pool): Promise<void> {
  const session = await servingSession(pool).catch((error: Error) => {
    throw new CommandError(
      `The database does not let the gateway serve as the role ${servingRole} (${error.message}): grant ${servingRole} to the login of DATABASE_URL, and let no pooler stand between.`,
    );
  });
  if (session?.role !== servingRole || session.timezone !== 'UTC')
    throw new CommandError(
      `The database's sessions do not keep the gateway's settings (role ${servingRole}, time zone UTC): connect to PostgreSQL itself. A pooler such as PgBouncer drops them, and would mix the accounts of its callers.`,
    );
  if (!session.isBound)
    throw new CommandError(
      `The role ${servingRole} is a superuser, owns tables or bypasses row-level security: it must do none of these.`,
    );
}

async function checkReady(pool: pg.Pool): Promise<void> {
  const { pending } = await migrationState(pool);
  if (pending.length > 0) throw new Error(`${pending.length} migrations are pending`);
}

/** `customer-gateway serve`: runs until it is told to stop. */
export async function serveCommand(config: Config, out: Writable): Promise<void> {
  const stop = stopSignal();
  const log = createLog(config.logLevel);
  // One request's fault must not end the others.
  process.on('unhandledRejection', (err) => log.error({ err }, 'a promise failed that nobody waited for'));
  const persisted = await readPersisted(config);
  const bucket = await bucketOf(config, log);
  const database = await openDatabase(config, (err) => log.warn({ err }, 'a database connection broke'));
  try {
    await prepare(database, out, stop);
    await checkServing(database.serving);
    const { viewer, told } = await audienceOf(config, database, log);
    const { limits, introspection, corsOrigins } = config;
    const gateway = createGateway({
      limits,
      introspection,
      corsOrigins,
      bucket,
      ...(persisted && { persisted }),
      db: createDb(database.serving),
      viewer,
      log,
      checkReady: () => checkReady(database.serving),
    });
    const listening = await listenOrExplain(gateway, config);
    out.write(
      `\n  Customer gateway: ${listening.url}\n  ${told}\n  Ctrl-C stops it${database.isEmbedded ? ', the database too' : ''}.\n\n`,
    );
    if (!stop.aborted) await once(stop, 'abort');
    out.write('Stopping …\n');
    await listening.stop(patience);
  } finally {
    await bucket.close();
    await database.close();
  }
}

/** What callers may spend: of all processes that share a Redis, or of this one. */
async function bucketOf({ redisUrl, limits }: Config, log: ReturnType<typeof createLog>): Promise<Bucket> {
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  return redisUrl === undefined ? new MemoryBucket(rate) : new RedisBucket(redisUrl, rate, log).ready();
}

async function listenOrExplain(gateway: Parameters<typeof listen>[0], { port, host }: Config) {
  try {
    return await listen(gateway, port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new CommandError(`Port ${port} is taken: set PORT to another one.`);
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} is not for this user: set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL')
      throw new CommandError(`${host} is no address of this machine: set HOST to another one.`);
    throw error;
  }
}
