import { setTimeout as sleep } from 'node:timers/promises';

/** Sends a request; the response, or undefined if there is none. */
export async function ask(origin, key, query, variables = {}) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  }).catch(() => undefined);
  return response?.json().catch(() => undefined);
}

/** Sends requests one after the other, on several connections, until it is stopped. */
export class Load {
  #isStopped = false;
  #done;

  /**
   * @param {() => Promise<unknown>} send
   * @param {{ connections?: number, pauseMs?: number }} [options]
   */
  constructor(send, { connections = 1, pauseMs = 20 } = {}) {
    this.#done = Promise.all(Array.from({ length: connections }, () => this.#run(send, pauseMs)));
  }

  async #run(send, pauseMs) {
    while (!this.#isStopped) {
      await send();
      await sleep(pauseMs);
    }
  }

  async stop() {
    this.#isStopped = true;
    await this.#done;
  }
}

/** Opens a subscription, whose events are not read. */
export async function subscribe(origin, key) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${key}`,
    },
    body: JSON.stringify({ query: 'subscription Changes { customerChanged { cursor action } }' }),
  });
  void response.body?.pipeTo(new WritableStream()).catch(() => undefined);
}
