import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultLimits, type Limits } from '../limits.ts';
import { Connections } from './connections.ts';
import type { Gateway } from './gateway.ts';

export interface Listening {
  readonly url: string;
  /** Reports `draining` and closes connections after their next response, but still accepts connections. */
  drain(ms: number, skip: AbortSignal): Promise<void>;
  /** Stops accepting requests and waits at most `timeoutMs` for running ones. */
  stop(timeoutMs: number): Promise<void>;
}

function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

async function stop(server: Server, connections: Connections, timeoutMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  const last = connections.unsent;
  last.forEach(endConnection);
  await Promise.all(last.map((response) => new Promise((resolve) => response.once('close', resolve))));
  clearTimeout(timer);
  // Browsers keep unused connections open; Node would wait for those too.
  server.closeAllConnections();
  await closed;
}

/** Answers only probes, since the maximum of connections is reached. */
function handleReserved(gateway: Gateway, request: IncomingMessage, response: ServerResponse): void {
  endConnection(response);
  if (gateway.answerProbe(request, response)) return;
  gateway.refuse(response);
}

/** Maximum of connections that wait to be accepted; with a full queue, a probe would connect a second later. */
const backlog = 4_096;

/** Timeouts for a request's headers, and for a client that neither sends nor reads. */
const headersMs = 15_000;
const idleMs = 60_000;
const keepAliveMs = 65_000;

type ListenLimits = Pick<Limits, 'bodyMs' | 'connections'>;

export async function listen(
  gateway: Gateway,
  port: number,
  host: string,
  { bodyMs, connections: maxConnections }: ListenLimits = defaultLimits,
): Promise<Listening> {
  const options = {
    // Node would drop one of two Authorization headers; joined, they are rejected as invalid.
    joinDuplicateHeaders: true,
    headersTimeout: headersMs,
    // Also covers bodies that are not read, as of requests rejected by their headers.
    requestTimeout: headersMs + bodyMs + 1_000,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: 1_000,
  };
  let isDraining = false;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // Pipelined requests that arrived before the connection was closed.
    if (socket.destroyed) return;
    if (isDraining) endConnection(response);
    if (connections.isReserved(socket)) handleReserved(gateway, request, response);
    else gateway.handle(request, response);
  };
  // Without this listener, Node requests every body before sign-in.
  const server = createServer(options, handle).on('checkContinue', handle);
  server.setTimeout(idleMs);
  const connections = new Connections(server, maxConnections);
  server.listen({ port, host, backlog });
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${name}:${actual}${gateway.endpoint}`,
    async drain(ms, skip) {
      isDraining = true;
      gateway.readiness.drain();
      connections.unsent.forEach(endConnection);
      await sleep(ms, undefined, { signal: skip }).catch(() => undefined);
    },
    stop(timeoutMs) {
      isDraining = true;
      gateway.subscriptions.stop();
      return stop(server, connections, timeoutMs);
    },
  };
}
