import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post } from '../abuse/client.mjs';
import { isRead } from '../shared/stream.mjs';

const pauseMs = 50;

/** Rows that no migration and no client changes, of many tables. */
const query = `{ customers(first: 20, orderBy: [{ field: CREATED_AT }]) { nodes {
  id name number type { name } customerGroup { name } shopper { email orders(first: 3) { nodes { number } } }
  tags(first: 5) { nodes { name } } priceGroups(first: 5) { nodes { name } }
  addresses(first: 5) { nodes { name geolocation { streetLine1 country } } }
  defaults { paymentTerm { name } salesRep { email name user { email name } } }
  events(first: 3) { nodes { action actor { name } } } } } }`;

/** Reads the oldest customers with what they refer to, and checks that the response stays the same. */
export class OldCustomers {
  #stream;
  #first;
  #isStopped = false;
  #done;

  /** @param {import('../shared/stream.mjs').Stream} stream whose account gets the findings */
  constructor(stream) {
    this.#stream = stream;
    this.#done = this.#read();
    // `stop` reports the rejection.
    this.#done.catch(() => undefined);
  }

  async stop() {
    this.#isStopped = true;
    await this.#done;
  }

  async #read() {
    const agent = agentOf({ localAddress: '127.0.0.1' });
    while (!this.#isStopped) {
      const { account, origins } = this.#stream;
      const sentAt = performance.now();
      const answer = await post(origins.at(-1), { query }, { agent });
      account.answered(sentAt);
      account.reads += 1;
      if (isRead(answer)) this.#first ??= answer.body;
      else account.reject('reads', answer);
      if (isRead(answer) && answer.body !== this.#first)
        account.findings.push(`old customers are read differently: ${difference(this.#first, answer.body)}`);
      await sleep(pauseMs);
    }
    agent.destroy();
  }
}

function difference(before, after) {
  const at = [...before].findIndex((character, place) => after[place] !== character);
  return `${before.slice(at - 60, at + 40)} became ${after.slice(at - 60, at + 40)}`;
}
