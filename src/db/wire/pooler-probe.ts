import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { checkSettings, SessionError, type SessionSettings } from './serving-session.ts';

const probeTimeoutMs = 3_000;
const rounds = 5;
const successors = 5;

const waited = ({ message }: Error): boolean => /^(Query read timeout|timeout expired)/.test(message);

const mixing = (finding: string) =>
  new SessionError(
    `The pooler before PostgreSQL does not isolate sessions: ${finding}. It would mix the rows of accounts. Use session pooling (PgBouncer: pool_mode = session) or, for transaction pooling, set DATABASE_POOLING=transaction, as in docs/poolers.md; or connect to PostgreSQL itself.`,
  );

/** No connection was free for the check, which says nothing about the pooling mode. */
export class ProbeStarved extends SessionError {
  constructor() {
    super(
      `A new connection received no response within ${probeTimeoutMs} ms. A session pooler needs a server connection for each connection of the gateway: raise its pool size (PgBouncer: default_pool_size) as in docs/poolers.md.`,
    );
  }
}

interface Look {
  readonly processId: number;
  readonly marker: string | null;
}

/** A pooler announces an invented process id, to route cancel requests. */
export const isDirect = (client: pg.ClientBase, processId: number): boolean =>
  (client as unknown as { readonly processID: number }).processID === processId;

class Probe {
  readonly #client: pg.Client;
  readonly #marker = randomUUID();
  #processId = 0;

  constructor(config: pg.ClientConfig) {
    this.#client = new pg.Client({
      ...config,
      query_timeout: probeTimeoutMs,
      connectionTimeoutMillis: probeTimeoutMs,
    });
    // The failing query reports the error.
    this.#client.on('error', () => undefined);
  }

  get processId(): number {
    return this.#processId;
  }

  get isDirect(): boolean {
    return isDirect(this.#client, this.#processId);
  }

  async open(): Promise<void> {
    try {
      await this.#client.connect();
      this.#processId = (await this.#look()).processId;
    } catch (error) {
      throw error instanceof Error && waited(error) ? new ProbeStarved() : error;
    }
  }

  async checkSettings(settings: SessionSettings): Promise<void> {
    await checkSettings(this.#client, settings);
  }

  async mark(): Promise<void> {
    await this.run(`/* sessionProbe */ select set_config('app.session_probe', '${this.#marker}', false)`);
  }

  async hasMarker(): Promise<boolean> {
    return Boolean((await this.#look()).marker);
  }

  async #look(): Promise<Look> {
    const { rows } = await this.#client.query<Look>(
      `/* sessionProbe */ select pg_backend_pid() as "processId", current_setting('app.session_probe', true) as marker`,
    );
    return rows[0] ?? { processId: 0, marker: null };
  }

  async check(): Promise<void> {
    const { processId, marker } = await this.#guard(() => this.#look());
    if (processId !== this.#processId)
      throw mixing(`a connection changed from server process ${this.#processId} to ${processId}`);
    if (marker === this.#marker) return;
    throw mixing(
      marker ? 'a setting of one connection appeared on another one' : 'a setting of a connection was lost',
    );
  }

  async run(text: string): Promise<void> {
    await this.#guard(() => this.#client.query(text));
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (waited(error)) throw mixing('a connection waited while another one was in a transaction');
      if (error instanceof pg.DatabaseError && /^(08P01|0A000|25)/.test(error.code ?? ''))
        throw mixing(`it rejected a statement (${error.message})`);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#client.end().catch(() => undefined);
  }
}

/** A transaction pooler switches server processes when other connections run transactions in between. */
async function checkRound(one: Probe, other: Probe): Promise<void> {
  await other.run('begin');
  await other.check();
  await one.check();
  await one.check();
  await other.run('commit');
  await one.check();
  await other.check();
}

async function checkPair(one: Probe, other: Probe): Promise<void> {
  if (one.processId === other.processId)
    throw mixing(`two connections share the server process ${one.processId}`);
  await one.mark();
  await other.mark();
  for (let round = 0; round < rounds; round += 1) {
    await checkRound(one, other);
    await checkRound(other, one);
  }
}

async function checkSuccessors(
  config: pg.ClientConfig,
  settings: SessionSettings,
  predecessors: readonly number[],
): Promise<void> {
  for (let count = 0; count < successors; count += 1) {
    const probe = new Probe(config);
    try {
      await probe.open();
      await probe.checkSettings(settings);
      if (await probe.hasMarker())
        throw new SessionError(
          'The pooler before PostgreSQL does not reset a session before another client gets it. Set server_reset_query as in docs/poolers.md.',
        );
      if (predecessors.includes(probe.processId)) return;
    } finally {
      await probe.close();
    }
  }
}

/** Throws a SessionError unless connections have separate sessions. Tests the actual behaviour. */
export async function checkSeparateSessions(
  config: pg.ClientConfig,
  settings: SessionSettings,
): Promise<void> {
  const [one, other] = [new Probe(config), new Probe(config)];
  try {
    await one.open();
    await other.open();
    await checkPair(one, other);
    await one.checkSettings(settings);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
  if (!one.isDirect) await checkSuccessors(config, settings, [one.processId, other.processId]);
}
