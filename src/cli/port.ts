import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { CommandError } from './command-error.ts';

type Address = Pick<Config, 'host' | 'port'>;

/** The error of a listening socket, as a message with its solution; other errors are returned unchanged. */
export function explainListen(error: unknown, { port, host }: Address, option = 'PORT'): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CommandError(
      `Port ${port} of ${host} is in use: stop the program that uses it, or set ${option} to another port (0: any free port).`,
    );
  if (code === 'EACCES')
    return new CommandError(`This user cannot listen on port ${port}: set ${option} to a port above 1023.`);
  if (code === 'EADDRNOTAVAIL')
    return new CommandError(`${host} is not an address of this machine: set HOST to one of its addresses.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new CommandError(
      `The host name ${host} cannot be resolved: set HOST to an address of this machine.`,
    );
  return error;
}

/** Fails before a database is started or filled. If the port is taken afterwards, listening fails. */
export async function checkPort(address: Address, option?: string): Promise<void> {
  if (address.port === 0) return;
  const server = createServer();
  try {
    server.listen({ port: address.port, host: address.host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw explainListen(error, address, option);
  }
  // A client that connects in between is disconnected, so that closing does not wait for it.
  server.on('connection', (socket) => socket.destroy());
  server.close();
  await once(server, 'close');
}
