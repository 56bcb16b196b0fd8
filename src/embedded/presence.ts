import { Client, DatabaseError } from 'pg';
import { codeOf, EmbeddedServerError, messageOf } from './error.ts';
import { lockHolder, waitForRelease } from './lock-file.ts';
import { PORT } from './socket.ts';

/** Each gateway holds it shared; one that acquires it exclusively is the last. */
const LOCK = [0x67617465, 1];

// Runs in the server's shell, where the pid is valid. The trap: the shutdown signals its children, too.
const STOP = `trap '' TERM; read -r pid < postmaster.pid && kill -INT "$pid"`;

export interface Presence {
  readonly client: Client;
  readonly lost: Promise<void>;
}

export type Announcement =
  | { readonly kind: 'absent' | 'busy'; readonly reason: string }
  | { readonly kind: 'present'; readonly presence: Presence };

/** Connects to the database `postgres`, so that `gateway` can be copied or dropped. */
export async function announce(host: string): Promise<Announcement> {
  const client = new Client({
    host,
    port: PORT,
    user: 'gateway',
    database: 'postgres',
    ssl: false,
    application_name: 'customer-gateway presence',
    connectionTimeoutMillis: 5_000,
  });
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  // The event `end` reports a server crash; without a listener here it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    if (
      await holdsLock(client, '/* presenceAnnounce */ select pg_try_advisory_lock_shared($1, $2) as held')
    ) {
      await ensureDatabase(client);
      return { kind: 'present', presence: { client, lost } };
    }
    await client.end();
    return { kind: 'busy', reason: 'it is being stopped' };
  } catch (error) {
    await client.end();
    return announcementAfter(error);
  }
}

export async function leave(client: Client, dir: string): Promise<void> {
  try {
    await client.query('/* presenceLeave */ select pg_advisory_unlock_shared($1, $2)', LOCK);
    const isLast = await holdsLock(
      client,
      '/* presenceIsLast */ select pg_try_advisory_lock($1, $2) as held',
    );
    if (isLast) await stopServer(client, dir);
  } catch (error) {
    // The server has crashed: there is nothing to release.
    if (isComplaint(error) || error instanceof EmbeddedServerError) throw error;
  } finally {
    await client.end();
  }
}

/** Holds the lock until the server ends, so that no gateway starts to use a server that is about to stop. */
async function stopServer(client: Client, dir: string): Promise<void> {
  const server = await lockHolder(dir);
  try {
    await client.query(`/* serverStop */ copy (select where false) to program $stop$${STOP}$stop$`);
  } catch (error) {
    // The server may close this connection before it answers, which is not a failure.
    if (isComplaint(error)) {
      throw new EmbeddedServerError(`PostgreSQL in ${dir} could not be stopped: ${messageOf(error)}.`, {
        cause: error,
      });
    }
  }
  if (server !== undefined) await waitForRelease(dir, server);
}

async function holdsLock(client: Client, sql: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(sql, LOCK);
  return rows[0]?.held === true;
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    "/* databaseExists */ select from pg_database where datname = 'gateway'",
  );
  if (rowCount !== 0) return;
  await client.query('/* databaseCreate */ create database gateway').catch((error: unknown) => {
    // 42P04, 23505: another gateway created it at the same time.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  });
}

function announcementAfter(error: unknown): Announcement {
  const code = codeOf(error) ?? '';
  const reason = messageOf(error);
  if (['ENOENT', 'ECONNREFUSED'].includes(code)) return { kind: 'absent', reason };
  if (!isComplaint(error) && code !== 'EACCES') return { kind: 'busy', reason };
  throw new EmbeddedServerError(`The embedded PostgreSQL rejects the connection of the gateway: ${reason}.`, {
    cause: error,
  });
}

/** Not starting or stopping (57P..) and not too many connections (53300). */
function isComplaint(error: unknown): boolean {
  return error instanceof DatabaseError && !/^57P|^53300/.test(error.code ?? '');
}
