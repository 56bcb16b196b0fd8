import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from './http/request-headers.ts';

/** Maximum of unanswered requests per connection; clients that pipeline send only a few. */
const maxPipelined = 16;

/** Connections above the maximum, reserved for health probes. */
const maxReserved = 16;

class OpenConnection {
  readonly socket: Socket;
  readonly address: string;
  unanswered = 0;
  response: ServerResponse | undefined;
  queued: ServerResponse[] = [];

  constructor(socket: Socket) {
    this.socket = socket;
    this.address = addressKey(socket.remoteAddress ?? '');
  }
}

/**
 * At the maximum, a new connection replaces the longest-idle connection of the address with the most
 * connections. If none of those is idle, a few more connections are accepted, for probes only.
 */
export class Connections {
  readonly #max: number;
  readonly #all = new Map<Socket, OpenConnection>();
  readonly #addresses = new Map<string, Set<OpenConnection>>();
  readonly #reserved = new Set<Socket>();

  constructor(server: Server, max: number) {
    this.#max = max;
    server.on('connection', (socket: Socket) => this.#add(socket));
    const note = (request: IncomingMessage, response: ServerResponse) => this.#note(request, response);
    // Runs before the request handlers, some of which answer immediately.
    server.prependListener('request', note).prependListener('checkContinue', note);
  }

  get count(): number {
    return this.#all.size;
  }

  get unsent(): readonly ServerResponse[] {
    return [...this.#all.values()].flatMap(({ response }) => response ?? []);
  }

  #add(socket: Socket): void {
    if (this.#all.size >= this.#max && !this.#makeRoom()) {
      this.#reserve(socket);
      return;
    }
    const connection = new OpenConnection(socket);
    this.#all.set(socket, connection);
    const { address } = connection;
    this.#addresses.set(address, (this.#addresses.get(address) ?? new Set()).add(connection));
    socket.once('close', () => {
      this.#remove(connection);
      // Node emits `close` only for the first response.
      for (const response of connection.queued) if (!response.writableFinished) response.emit('close');
    });
  }

  isReserved(socket: Socket): boolean {
    return this.#reserved.has(socket);
  }

  /** Accepts a connection for probes; at their maximum, it replaces the oldest one. */
  #reserve(socket: Socket): void {
    const [oldest] = this.#reserved;
    if (this.#reserved.size >= maxReserved) oldest?.destroy();
    this.#reserved.add(socket);
    socket.once('close', () => this.#reserved.delete(socket));
  }

  #remove(connection: OpenConnection): void {
    if (!this.#all.delete(connection.socket)) return;
    const ofAddress = this.#addresses.get(connection.address);
    ofAddress?.delete(connection);
    if (ofAddress?.size === 0) this.#addresses.delete(connection.address);
  }

  #makeRoom(): boolean {
    const largest = [...this.#addresses.values()].reduce((a, b) => (b.size > a.size ? b : a));
    for (const connection of largest) {
      if (connection.unanswered > 0) continue;
      this.#remove(connection);
      connection.socket.destroy();
      return true;
    }
    return false;
  }

  #note({ socket }: IncomingMessage, response: ServerResponse): void {
    const connection = this.#all.get(socket);
    if (connection === undefined) return;
    connection.unanswered += 1;
    if (connection.unanswered > maxPipelined) socket.destroy();
    connection.response = response;
    if (connection.unanswered > 1) connection.queued.push(response);
    response.once('close', () => {
      connection.unanswered -= 1;
      if (connection.unanswered === 0) connection.queued = [];
      if (connection.response === response) connection.response = undefined;
      // Keeps an address's connections in the order of their last use.
      const ofAddress = this.#addresses.get(connection.address);
      if (ofAddress?.delete(connection)) ofAddress.add(connection);
    });
  }
}
