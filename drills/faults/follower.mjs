import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 50;
const catchUpMs = 15_000;
const query = 'subscription ($after: String) { customerChanged(after: $after) { cursor action customerId } }';

/** @param {{ customerId: string, action: string }} change */
const keyOf = ({ customerId, action }) => `${customerId} ${action}`;

/** Follows the change feed across disconnects, as a client that keeps its last cursor does. */
export class Follower {
  /** @type {string[]} the received changes, in order */
  received = [];
  disconnects = 0;
  /** Reasons of disconnects, by code. */
  reasons = {};
  #originOf;
  #after;
  #isStopped = false;
  #open;
  #done;

  /** @param {() => string} originOf the gateway for the next connection */
  constructor(originOf) {
    this.#originOf = originOf;
    this.#done = this.#follow();
  }

  async #follow() {
    while (!this.#isStopped) {
      const reason = await this.#subscribe();
      if (this.#isStopped) return;
      this.disconnects += 1;
      this.reasons[reason] = (this.reasons[reason] ?? 0) + 1;
      await sleep(pauseMs);
    }
  }

  /** Resolves to the reason why the subscription ended. */
  #subscribe() {
    const body = JSON.stringify({ query, variables: { after: this.#after } });
    return new Promise((resolve) => {
      let [rest, reason] = ['', 'closed'];
      const sent = request(`${this.#originOf()}/graphql`, {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      });
      this.#open = sent;
      sent.on('error', (error) => resolve(String(error.code ?? error.message)));
      sent.on('response', (response) => {
        response.setEncoding('utf8').on('data', (text) => {
          const lines = (rest + text).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) reason = this.#read(line) ?? reason;
        });
        response.on('error', () => resolve(reason));
        response.on('close', () => resolve(/"code":"(\w+)"/.exec(rest)?.[1] ?? reason));
      });
      sent.end(body);
    });
  }

  /** Reads one line of the stream; returns the code if the line is an error. */
  #read(line) {
    if (!line.startsWith('data:')) return undefined;
    const change = line.length > 6 ? JSON.parse(line.slice(5)).data?.customerChanged : undefined;
    if (!change) return /"code":"(\w+)"/.exec(line)?.[1];
    this.#after = change.cursor;
    this.received.push(keyOf(change));
    return undefined;
  }

  /**
   * Waits for the last change, stops, and compares the received changes with the feed.
   * @param {readonly { customerId: string, action: string }[]} changes the feed, in order
   * @returns {Promise<string[]>} findings
   */
  async finish(changes) {
    const all = changes.map(keyOf);
    const endsAt = performance.now() + catchUpMs;
    while (this.received.at(-1) !== all.at(-1) && performance.now() < endsAt) await sleep(pauseMs);
    await this.stop();
    const expected = all.slice(all.indexOf(this.received[0]));
    const isSame =
      expected.length === this.received.length && expected.every((key, at) => key === this.received[at]);
    const { length } = this.received;
    const distinct = new Set(this.received).size;
    return isSame
      ? []
      : [
          `the feed has ${expected.length} changes; the subscriber received ${length}, ${distinct} of them distinct`,
        ];
  }

  async stop() {
    this.#isStopped = true;
    this.#open?.destroy();
    await this.#done;
  }
}
