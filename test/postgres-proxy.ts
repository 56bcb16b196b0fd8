import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

type Way = 'request' | 'answer';

interface Gate {
  readonly way: Way;
  readonly text: string;
  readonly reached: (toGateway: Socket) => void;
}

/** Stands between a gateway and PostgreSQL. */
export interface PostgresProxy {
  readonly url: string;
  /** Lets nothing through on the connection that a text comes along, from the text on; resolves when it comes. */
  hold(way: Way, text: string): Promise<void>;
  /** Breaks the connection on which the gateway sends a text, in place of handing it on. */
  breakAt(text: string): void;
  /** Breaks all connections. */
  breakAll(): void;
}

function serverOf(url: string) {
  const { hostname, port, searchParams } = new URL(url);
  const directory = searchParams.get('host');
  const number = Number(port || 5432);
  return directory === null
    ? { host: hostname, port: number }
    : { path: `${directory}/.s.PGSQL.${number}`, host: undefined };
}

function urlAt(url: string, port: number): string {
  const at = new URL(url);
  at.searchParams.delete('host');
  at.hostname = '127.0.0.1';
  at.port = String(port);
  return at.href;
}

export async function openProxy(url: string): Promise<PostgresProxy> {
  let gate: Gate | undefined;
  const open = new Set<Socket>();
  function relay(way: Way, from: Socket, to: Socket): void {
    open.add(from);
    from.on('error', () => undefined);
    from.on('close', () => open.delete(from) && to.destroy());
    from.on('data', (chunk) => {
      if (gate?.way !== way || !chunk.includes(gate.text)) return void to.write(chunk);
      const { reached } = gate;
      gate = undefined;
      from.removeAllListeners('data').pause();
      reached(way === 'request' ? from : to);
    });
  }
  const proxy = createServer((gateway) => {
    const server = connect(serverOf(url));
    relay('request', gateway, server);
    relay('answer', server, gateway);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    proxy.close();
    breakAll();
  });
  return {
    url: urlAt(url, (proxy.address() as AddressInfo).port),
    hold: (way, text) => new Promise((resolve) => (gate = { way, text, reached: () => resolve() })),
    breakAt: (text) => {
      gate = { way: 'request', text, reached: (gateway) => gateway.resetAndDestroy() };
    },
    breakAll,
  };
}
