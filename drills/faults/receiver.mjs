import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

export const secret = `whsec_${Buffer.from('the drill has a secret of 32 byte').toString('base64')}`;

/** The time of an ordinary response: some messages are always in delivery. */
const responseMs = 300;

const status = (code) => (response) => response.writeHead(code).end();

/** Responses to the first attempt of a message; each attempt after it is accepted. */
const responses = {
  500: status(500),
  410: status(410),
  301: (response, { elsewhere }) => response.writeHead(301, { location: elsewhere }).end(),
  close: (response) => response.destroy(),
  hang: () => undefined,
};

/** Responses that accept the message, in an unusual way. */
const accepting = {
  slow: (response) => sleep(3_000).then(() => status(200)(response)),
  endless(response) {
    response.writeHead(200).on('error', () => undefined);
    const more = () => void (response.destroyed || response.write('x'.repeat(1 << 16), more));
    more();
  },
};

/**
 * @typedef {object} Delivery
 * @property {string} id of the message
 * @property {number} at the time of its arrival, in milliseconds since 1970
 * @property {string} body
 * @property {boolean} isAccepted
 */

/** Receives messages, and fails as the payload of a message says. */
export class Receiver {
  /** @type {Delivery[]} in order */
  deliveries = [];
  /** Requests to the address of a redirect. */
  strayed = 0;
  /** @type {string[]} */
  findings = [];
  /** @type {(delivery: Delivery) => void} called before the response */
  onDelivery = () => undefined;
  #port = 0;
  #server;
  #other;

  get url() {
    return `http://127.0.0.1:${this.#port}/messages`;
  }

  async open() {
    this.#server = await listen(this.#port, (request, response) => this.#receive(request, response));
    this.#port = this.#server.address().port;
    this.#other ??= await listen(0, (_, response) => {
      this.strayed += 1;
      response.end();
    });
  }

  /** Refuses connections until `open`. */
  async refuse() {
    await end(this.#server);
  }

  async close() {
    await Promise.all([this.#server, this.#other].map(end));
  }

  /** @param {string} id */
  attemptsOf(id) {
    return this.deliveries.filter((delivery) => delivery.id === id);
  }

  hasAccepted(id) {
    return this.attemptsOf(id).some(({ isAccepted }) => isAccepted);
  }

  async #receive(request, response) {
    const id = String(request.headers['webhook-id']);
    const body = await text(request).catch(() => undefined);
    // The gateway ended before it had sent the whole message.
    if (body === undefined) return;
    const content = this.#verified(body, request.headers);
    const { respond } = content?.data ?? {};
    const fails = responses[respond] !== undefined && this.attemptsOf(id).length === 0;
    const delivery = { id, at: Date.now(), body, isAccepted: content !== undefined && !fails };
    this.deliveries.push(delivery);
    this.onDelivery(delivery);
    const elsewhere = `http://127.0.0.1:${this.#other.address().port}/messages`;
    if (fails) return responses[respond](response, { elsewhere });
    if (accepting[respond] !== undefined) return accepting[respond](response);
    await sleep(responseMs);
    status(204)(response);
  }

  #verified(body, headers) {
    try {
      return new Webhook(secret).verify(body, headers);
    } catch (error) {
      this.findings.push(`a message has no valid signature: ${error.message}`);
      return undefined;
    }
  }
}

async function listen(port, handle) {
  const server = createServer(handle).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function end(server) {
  if (!server?.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
