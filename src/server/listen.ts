import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Gateway } from './gateway.ts';

export interface Listening {
  readonly url: string;
  /** Takes no more requests and waits for those under way, for `patience` milliseconds at most. */
  stop(patience: number): Promise<void>;
}

type Unsent = ReadonlyMap<Socket, ServerResponse | undefined>;

/**
 * The last response of each connection that is not yet sent. The responses themselves are in no Set: one that is added
 * to and taken from all the time leaves tables behind that keep them from being collected early.
 */
function unsentOf(server: Server): Unsent {
  const unsent = new Map<Socket, ServerResponse | undefined>();
  server.on('connection', (socket: Socket) => socket.once('close', () => unsent.delete(socket)));
  server.on('request', ({ socket }, response) => {
    unsent.set(socket, response);
    response.once('close', () => {
      if (unsent.get(socket) === response) unsent.set(socket, undefined);
    });
  });
  return unsent;
}

/** After this response its connection takes no other request. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

async function stop(server: Server, unsent: Unsent, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  server.prependListener('request', (_request, response) => endConnection(response));
  const last = [...unsent.values()].filter((response) => response !== undefined);
  last.forEach(endConnection);
  await Promise.all(last.map((response) => new Promise((resolve) => response.once('close', resolve))));
  clearTimeout(impatient);
  // Browsers keep connections on which they have nothing to ask; Node would wait for those too.
  server.closeAllConnections();
  await closed;
}

const slowest = 60_000;

/** Serves the gateway over HTTP; rejects when the address is taken. */
export async function listen(gateway: Gateway, port: number, host: string): Promise<Listening> {
  // Of two Authorization headers Node would drop one; joined, they are refused as none.
  const server = createServer({ joinDuplicateHeaders: true }, (request, response) => {
    if (request.url === '/') return void response.writeHead(302, { location: gateway.endpoint }).end();
    return gateway.handle(request, response);
  });
  // Who sends or reads too slowly does not hold a connection for ever.
  server.requestTimeout = slowest;
  server.setTimeout(slowest);
  const unsent = unsentOf(server);
  server.listen(port, host);
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${name}:${actual}${gateway.endpoint}`,
    stop(patience) {
      gateway.subscriptions.stop();
      return stop(server, unsent, patience);
    },
  };
}
