import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Forwards connections from gateways to a PostgreSQL server; can stop forwarding. */
export class TcpProxy {
  /** The port to which new connections are forwarded. */
  target;
  #isSilent = false;
  /** @type {Set<import('node:net').Socket>} */
  #open = new Set();
  #server = createServer((socket) => this.#accept(socket));

  /** @param {number} target */
  constructor(target) {
    this.target = target;
  }

  /** @returns {Promise<number>} the port of the proxy */
  async listen() {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return this.#server.address().port;
  }

  /** Stops forwarding on the open connections but leaves them open; with `all`, also on new ones until `heal`. */
  silence({ all = false } = {}) {
    this.#isSilent = all;
    for (const socket of this.#open) socket.removeAllListeners('data').removeAllListeners('close').pause();
  }

  /** Resumes forwarding for new connections. */
  heal() {
    this.#isSilent = false;
  }

  close() {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }

  #accept(socket) {
    if (this.#isSilent) {
      this.#open.add(socket.on('error', () => undefined).pause());
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    this.#forward(socket, server);
    this.#forward(server, socket);
  }

  #forward(from, to) {
    this.#open.add(from);
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#open.delete(from);
      to.destroy();
    });
    from.on('data', (chunk) => to.write(chunk));
  }
}
