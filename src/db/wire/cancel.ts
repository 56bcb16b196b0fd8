import { connect } from 'node:net';
import type pg from 'pg';

/** The part of a client that `pg`'s types leave out. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

const cancelTimeoutMs = 2_000;

/** Sends a cancel request on a new connection, which the server closes after signalling the statement. */
export function cancel(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  const message = Buffer.alloc(16);
  for (const [at, value] of [16, 80_877_102, processID, secretKey].entries())
    message.writeInt32BE(value | 0, at * 4);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    // If it fails, the next one or statement_timeout stops the statement.
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.setTimeout(cancelTimeoutMs, () => socket.destroy());
    socket.end(message);
    socket.resume();
  });
}
