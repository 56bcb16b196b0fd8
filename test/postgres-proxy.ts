import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

type Way = 'request' | 'answer';

interface Gate {
  readonly way: Way;
  readonly text: string | Buffer;
  readonly reached: (toGateway: Socket) => void;
}

/** The length and code that a cancel request begins with. */
const cancelRequest = Buffer.from('0000001004d2162e', 'hex');

/** A TCP proxy between a gateway and PostgreSQL. */
export interface PostgresProxy {
  readonly url: string;
  /**
   * Stops forwarding in this direction on the connection where the text appears, just before the text.
   * Resolves when the text appears.
   */
  hold(way: Way, text: string): Promise<void>;
  /** Resets the connection on which the gateway sends a text, instead of forwarding the text. */
  breakAt(text: string): void;
  /** Resets the next connection on which the gateway sends a cancel request. Resolves when it does. */
  loseCancel(): Promise<void>;
  breakAll(): void;
  /** Stops forwarding on open connections without closing them; with `all`, on new ones too, until `heal`. */
  silence(options?: { readonly all?: boolean }): void;
  /** Resumes forwarding, on new connections only. */
  heal(): void;
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

class Relay {
  readonly #open = new Set<Socket>();
  readonly #url: string;
  gate: Gate | undefined;
  isSilent = false;

  constructor(url: string) {
    this.#url = url;
  }

  join(gateway: Socket): void {
    if (this.isSilent) {
      this.#open.add(gateway.on('error', () => undefined).pause());
      return;
    }
    const server = connect(serverOf(this.#url));
    this.#pass('request', gateway, server);
    this.#pass('answer', server, gateway);
  }

  #pass(way: Way, from: Socket, to: Socket): void {
    this.#open.add(from);
    from.on('error', () => undefined);
    from.on('close', () => this.#open.delete(from) && to.destroy());
    from.on('data', (chunk) => {
      const { gate } = this;
      if (gate?.way !== way || !chunk.includes(gate.text)) return void to.write(chunk);
      this.gate = undefined;
      from.removeAllListeners('data').pause();
      gate.reached(way === 'request' ? from : to);
    });
  }

  silence(): void {
    for (const socket of this.#open) socket.removeAllListeners('data').removeAllListeners('close').pause();
  }

  breakAll(): void {
    for (const socket of this.#open) socket.destroy();
  }
}

export async function openProxy(url: string): Promise<PostgresProxy> {
  const relay = new Relay(url);
  const proxy = createServer((gateway) => relay.join(gateway));
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    proxy.close();
    relay.breakAll();
  });
  return {
    // The proxy listens on a port, not on a Unix socket.
    url: urlAt(url, (proxy.address() as AddressInfo).port),
    hold: (way, text) => new Promise((resolve) => (relay.gate = { way, text, reached: () => resolve() })),
    breakAt: (text) => {
      relay.gate = { way: 'request', text, reached: (gateway) => gateway.resetAndDestroy() };
    },
    loseCancel: () =>
      new Promise((resolve) => {
        const reached = (gateway: Socket) => resolve(void gateway.resetAndDestroy());
        relay.gate = { way: 'request', text: cancelRequest, reached };
      }),
    breakAll: () => relay.breakAll(),
    silence({ all = false } = {}) {
      relay.isSilent = all;
      relay.silence();
    },
    heal() {
      relay.isSilent = false;
    },
  };
}
