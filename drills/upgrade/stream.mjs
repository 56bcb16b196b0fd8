import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post } from '../abuse/client.mjs';

const pauseMs = 20;
const maxTries = 200;

const createDocument = `mutation ($name: String!, $key: String!) {
  customerCreate(input: { name: $name, idempotencyKey: $key }) { customer { id } userErrors { message } }
}`;
const updateDocument = `mutation ($id: ID!, $name: String!, $key: String!) {
  customerUpdate(input: { id: $id, name: $name, idempotencyKey: $key }) { customer { id } userErrors { message } }
}`;
const readDocument = '{ customers(first: 5, query: "Upgrade") { nodes { name } } }';

/** What the writes did, as the callers know it. */
class Account {
  sent = 0;
  acknowledged = 0;
  reads = 0;
  /** @type {Record<string, number>} */
  rejected = {};
  /** @type {Set<string>} names that answers have confirmed and no later write replaces */
  names = new Set();
  /** @type {string[]} */
  findings = [];
  longestGapMs = 0;
  #lastAt = performance.now();

  acknowledge() {
    this.acknowledged += 1;
    const now = performance.now();
    this.longestGapMs = Math.max(this.longestGapMs, now - this.#lastAt);
    this.#lastAt = now;
  }

  reject({ status, body }) {
    const code = /"code":"(\w+)"/.exec(body)?.[1] ?? body.slice(0, 60);
    const label = `${status} ${code}`;
    this.rejected[label] = (this.rejected[label] ?? 0) + 1;
  }

  /** The longest time without an acknowledged write since the last call. */
  takeLongestGap() {
    const gap = Math.max(this.longestGapMs, performance.now() - this.#lastAt);
    this.longestGapMs = 0;
    return gap;
  }
}

/**
 * Sends checked writes and reads to gateways in turn, as clients behind a load balancer: a write that is not
 * acknowledged is sent again with its idempotency key.
 */
export class Stream {
  /** @type {string[]} the origins in the rotation */
  origins = [];
  account = new Account();
  #isStopped = false;
  #turn = 0;
  #done;

  /** @param {{ writers: number, origins: string[] }} options */
  constructor({ writers, origins }) {
    this.origins = origins;
    this.#done = Promise.all([
      ...Array.from({ length: writers }, (_, writer) => this.#write(writer)),
      this.#read(),
    ]);
  }

  /** Resolves when that many more writes are acknowledged, or when the stream failed. */
  async acknowledges(count) {
    const goal = this.account.acknowledged + count;
    const reached = async () => {
      while (this.account.acknowledged < goal) await sleep(pauseMs);
    };
    await Promise.race([reached(), this.#done]);
  }

  async stop() {
    this.#isStopped = true;
    await this.#done;
  }

  #post(operation, agent) {
    this.#turn += 1;
    return post(this.origins[this.#turn % this.origins.length], operation, { agent });
  }

  /** Repeats a write until it is acknowledged; returns the customer's id. */
  async #ensure(query, variables, agent) {
    const key = randomUUID();
    for (let tries = 0; tries < maxTries; tries += 1) {
      this.account.sent += 1;
      const answer = await this.#post({ query, variables: { ...variables, key } }, agent);
      const id = /"customer":\{"id":"(\w+)"\}/.exec(answer.body)?.[1];
      if (answer.status === 200 && id !== undefined) {
        this.account.acknowledge();
        return id;
      }
      this.account.reject(answer);
      await sleep(pauseMs);
    }
    throw new Error(`A write was rejected ${maxTries} times.`);
  }

  async #write(writer) {
    const agent = agentOf({ localAddress: '127.0.0.1' });
    for (let count = 1; !this.#isStopped; count += 1) {
      const [name, renamed] = [`Upgrade ${writer}-${count}`, `Upgrade ${writer}-${count} renamed`];
      const id = await this.#ensure(createDocument, { name }, agent);
      this.account.names.add(name);
      await this.#ensure(updateDocument, { id, name: renamed }, agent);
      this.account.names.delete(name);
      this.account.names.add(renamed);
      await sleep(pauseMs);
    }
    agent.destroy();
  }

  async #read() {
    const agent = agentOf({ localAddress: '127.0.0.1' });
    while (!this.#isStopped) {
      const hasRows = this.account.names.size > 0;
      const answer = await this.#post({ query: readDocument }, agent);
      this.account.reads += 1;
      if (answer.status !== 200 || answer.body.includes('"errors"')) this.account.reject(answer);
      else if (hasRows && !answer.body.includes('"name":"Upgrade'))
        this.account.findings.push(`a search returned nothing: ${answer.body.slice(0, 100)}`);
      await sleep(pauseMs);
    }
    agent.destroy();
  }
}

/**
 * Compares what was acknowledged with the rows.
 * @param {Account} account
 * @param {readonly string[]} found the names of the stream's customers
 */
export function compare({ names }, found) {
  const counts = new Map();
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const lost = [...names].filter((name) => !counts.has(name)).length;
  const duplicated = [...counts.values()].filter((count) => count > 1).length;
  return { lost, duplicated };
}
