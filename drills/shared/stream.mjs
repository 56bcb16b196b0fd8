import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post } from '../abuse/client.mjs';
import { Account } from './account.mjs';

const pauseMs = 20;
const giveUpMs = 120_000;

/** Prefix of the names of the stream's customers. */
export const namePrefix = 'Drill ';

const createDocument = `mutation ($name: String!, $key: String!) {
  customerCreate(input: { name: $name, idempotencyKey: $key }) { customer { id } userErrors { message } }
}`;
const updateDocument = `mutation ($id: ID!, $name: String!, $key: String!) {
  customerUpdate(input: { by: { id: $id }, name: $name, idempotencyKey: $key }) { customer { id } userErrors { message } }
}`;
export const readDocument = '{ customers(first: 5, query: "Drill") { nodes { name } } }';

/** @param {{ status: number, body: string }} answer */
export const isRead = ({ status, body }) => status === 200 && !body.includes('"errors"');

const hasUserErrors = ({ status, body }) => status === 200 && body.includes('"userErrors":[{');

/**
 * Sends checked writes and reads to the gateways in rotation, as clients behind a load balancer do. An
 * unacknowledged write is retried with its idempotency key.
 */
export class Stream {
  /** @type {string[]} the origins in the rotation */
  origins = [];
  account = new Account();
  #isStopped = false;
  #isAborted = false;
  #turn = 0;
  #done;

  /** @param {{ writers: number, origins: string[] }} options */
  constructor({ writers, origins }) {
    this.origins = origins;
    this.#done = Promise.all([
      ...Array.from({ length: writers }, (_, writer) => this.#write(writer)),
      this.#read(),
    ]);
    // The waiting methods report the rejection.
    this.#done.catch(() => undefined);
  }

  /** Resolves when `count` more writes are acknowledged; rejects if the stream fails. */
  async acknowledges(count) {
    const goal = this.account.acknowledged + count;
    await this.until(() => this.account.acknowledged >= goal);
  }

  /**
   * Resolves to whether the condition became true in time; rejects if the stream fails.
   * @param {() => boolean | Promise<boolean>} condition
   * @param {number} [timeoutMs]
   */
  async until(condition, timeoutMs = giveUpMs) {
    const endsAt = performance.now() + timeoutMs;
    let isWaiting = true;
    const reached = async () => {
      while (isWaiting && !(await condition()) && performance.now() < endsAt) await sleep(pauseMs);
    };
    await Promise.race([reached(), this.#done]);
    isWaiting = false;
    return condition();
  }

  /** Resolves when all started writes are acknowledged. */
  async stop() {
    this.#isStopped = true;
    await this.#done;
  }

  /** Ends without retrying unacknowledged writes. */
  async abort() {
    this.#isAborted = true;
    await this.stop();
  }

  async #post(operation, agent) {
    this.#turn += 1;
    const sentAt = performance.now();
    const answer = await post(this.origins[this.#turn % this.origins.length], operation, { agent });
    this.account.answered(sentAt);
    return answer;
  }

  /** Retries a write until it is acknowledged; returns the customer's id, or undefined after user errors. */
  async #ensure(query, variables, agent) {
    const key = randomUUID();
    const endsAt = performance.now() + giveUpMs;
    while (!this.#isAborted && performance.now() < endsAt) {
      this.account.sent += 1;
      const sentAt = performance.now();
      const answer = await this.#post({ query, variables: { ...variables, key } }, agent);
      const id = /"customer":\{"id":"(\w+)"\}/.exec(answer.body)?.[1];
      if (answer.status === 200 && id !== undefined) {
        this.account.acknowledge(sentAt);
        return id;
      }
      this.account.reject('writes', answer);
      // A retry has the same result: for example, the customer of an acknowledged write is lost.
      if (hasUserErrors(answer)) {
        this.account.findings.push(`a write was rejected: ${answer.body.slice(0, 200)}`);
        return undefined;
      }
      await sleep(pauseMs);
    }
    if (this.#isAborted) return undefined;
    throw new Error(
      `A write was rejected for ${giveUpMs / 1_000} s: ${JSON.stringify(this.account.rejected)}`,
    );
  }

  async #write(writer) {
    const agent = agentOf({ localAddress: '127.0.0.1' });
    for (let count = 1; !this.#isStopped; count += 1) {
      const name = `${namePrefix}${writer}-${count}`;
      const id = await this.#ensure(createDocument, { name }, agent);
      if (id === undefined) continue;
      this.account.names.add(name);
      if ((await this.#ensure(updateDocument, { id, name: `${name} renamed` }, agent)) === undefined)
        continue;
      this.account.names.delete(name);
      this.account.names.add(`${name} renamed`);
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
      if (!isRead(answer)) this.account.reject('reads', answer);
      else if (hasRows && !answer.body.includes(`"name":"${namePrefix}`))
        this.account.findings.push(`a search returned nothing: ${answer.body.slice(0, 100)}`);
      await sleep(pauseMs);
    }
    agent.destroy();
  }
}
