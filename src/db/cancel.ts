import { connect } from 'node:net';
import type pg from 'pg';

/** What `pg` knows of a connection and its types do not say. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

const patience = 2_000;

/** PostgreSQL's cancel request: a connection of its own, closed once the client's statement has been told to stop. */
export function cancel(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
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
