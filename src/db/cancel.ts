import { AsyncLocalStorage } from 'node:async_hooks';
import { connect } from 'node:net';
import type pg from 'pg';

/** Whether the answer that statements are run for is still waited for. */
export const stillWanted = new AsyncLocalStorage<AbortSignal>();

/** What `pg` knows of a connection and its types do not say. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

const patience = 2_000;

/** PostgreSQL's cancel request: a connection of its own, closed once the statement has been told to stop. */
function cancel({ host, port, processID, secretKey }: Backend): Promise<void> {
  const message = Buffer.alloc(16);
  for (const [at, value] of [16, 80_877_102, processID, secretKey].entries())
    message.writeInt32BE(value | 0, at * 4);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    // When it fails, statement_timeout stops the statement a little later.
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.setTimeout(patience, () => socket.destroy());
    socket.end(message);
    socket.resume();
  });
}

/** Runs work on a connection; when nobody waits for it any more, stops what the connection runs and throws why. */
export async function whileWanted<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const signal = stillWanted.getStore();
  signal?.throwIfAborted();
  const client = await pool.connect();
  let cancelled: Promise<void> | undefined;
  const stop = () => {
    cancelled = cancel(client as unknown as Backend);
  };
  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    return await work(client);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    // The next statement on the connection must not be the one that is cancelled.
    await cancelled;
    client.release();
  }
}
