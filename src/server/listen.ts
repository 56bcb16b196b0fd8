import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from './gateway.ts';

export interface Listening {
  readonly url: string;
  /** Takes no more requests and waits for those under way, for `patience` milliseconds at most. */
  stop(patience: number): Promise<void>;
}

async function stop(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(impatient);
}

/** Serves the gateway over HTTP; rejects when the address is taken. */
export async function listen(gateway: Gateway, port: number, host: string): Promise<Listening> {
  const server = createServer((request, response) => {
    if (request.url === '/') return void response.writeHead(302, { location: gateway.graphqlEndpoint }).end();
    return void gateway(request, response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${name}:${actual}${gateway.graphqlEndpoint}`,
    stop: (patience) => stop(server, patience),
  };
}
