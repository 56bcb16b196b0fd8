import pg from 'pg';
import { checkSettings, SessionError, type SessionSettings } from './serving-session.ts';

const probeTimeoutMs = 3_000;
const rounds = 3;

/** SQLSTATEs of a prepared statement that does not exist, or exists already. */
const unprepared = new Set(['26000', '42P05']);

function newClient(config: pg.ClientConfig): pg.Client {
  const client = new pg.Client({
    ...config,
    query_timeout: probeTimeoutMs,
    connectionTimeoutMillis: probeTimeoutMs,
  });
  // The failing query reports the error.
  client.on('error', () => undefined);
  return client;
}

const unsuited = (finding: string, remedy: string) =>
  new SessionError(`The pooler of DATABASE_URL ${finding}. ${remedy}, as in docs/poolers.md.`);

async function checkLocalSettings(client: pg.Client, other: pg.Client): Promise<void> {
  const account = `current_setting('app.account_id', true) as account`;
  await client.query('begin');
  await client.query(`select set_config('app.account_id', 'probe', true)`);
  const within = await client.query<{ account: string }>(`select ${account}`);
  await client.query('commit');
  const after = [await client.query(`select ${account}`), await other.query(`select ${account}`)];
  if (within.rows[0]?.account !== 'probe')
    throw unsuited('does not keep a transaction in one session', 'Use pool_mode = transaction');
  if (after.some(({ rows }) => rows[0]?.account))
    throw unsuited('leaves the settings of a transaction to the next one', 'Use another pooler');
}

async function checkPreparedStatements(client: pg.Client, other: pg.Client): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const name = `gateway_probe_${round}`;
    await client.query({ name, text: '/* transactionProbe */ select $1::text', values: ['1'] });
    await other.query('begin');
    await other.query({ name, text: '/* transactionProbe */ select $1::int', values: ['1'] });
    await client.query({ name, text: '/* transactionProbe */ select $1::text', values: ['1'] });
    await other.query('commit');
  }
}

async function explained(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof pg.DatabaseError && unprepared.has(error.code ?? ''))
      throw unsuited(
        `does not support prepared statements (${error.message})`,
        'Set DATABASE_PREPARE=off, or enable them (PgBouncer 1.21 or newer: max_prepared_statements = 200)',
      );
    // Statement pooling: PgBouncer reports a protocol violation and closes the connection.
    if (error instanceof pg.DatabaseError && /^(08P01|0A000|25)/.test(error.code ?? ''))
      throw unsuited(`rejected a transaction (${error.message})`, 'Use pool_mode = transaction');
    if (error instanceof Error && /^(Query read timeout|timeout expired)/.test(error.message))
      throw unsuited(
        `had no server connection for the check within ${probeTimeoutMs} ms`,
        'Raise its pool size (PgBouncer: default_pool_size)',
      );
    throw error;
  }
}

/** Throws a SessionError unless each transaction keeps to one session with the given settings. */
export async function checkTransactions(
  config: pg.ClientConfig & { readonly prepare?: boolean },
  settings: SessionSettings,
): Promise<void> {
  const [client, other] = [newClient(config), newClient(config)];
  try {
    await explained(Promise.all([client.connect(), other.connect()]).then(() => undefined));
    await checkSettings(client, settings);
    await explained(checkLocalSettings(client, other));
    if (config.prepare !== false) await explained(checkPreparedStatements(client, other));
  } finally {
    await Promise.all([client.end(), other.end()].map((ended) => ended.catch(() => undefined)));
  }
}
