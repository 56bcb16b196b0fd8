import { Agent, request } from 'node:http';

const mutation =
  'mutation ($id: ID!, $name: String!) { customerUpdate(input: { by: { id: $id }, name: $name }) { userErrors { code } } }';

/** Maximum number of unanswered writes; a slow gateway therefore receives fewer per second. */
const maxUnanswered = 16;

/** Renames customers at a fixed rate; each name contains the time when the write was sent. */
export class Writer {
  sent = 0;
  done = 0;
  failed = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: maxUnanswered });
  #options;

  /** @param {{ port: number, headers: Record<string, string>, ids: readonly string[], perSecond: number }} options */
  constructor(options) {
    this.#options = options;
  }

  /** @param {number} seconds */
  async run(seconds) {
    const { perSecond } = this.#options;
    const start = Date.now();
    const total = Math.round(seconds * perSecond);
    const writes = [];
    while (this.sent < total) {
      const due = Math.min(total, Math.floor(((Date.now() - start) / 1_000) * perSecond));
      while (this.sent < due && this.sent - this.done - this.failed < maxUnanswered)
        writes.push(this.write());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(writes);
    this.#agent.destroy();
    return this.done / ((Date.now() - start) / 1_000);
  }

  write() {
    const { port, headers, ids } = this.#options;
    const variables = { id: ids[this.sent % ids.length], name: `w ${Date.now()}` };
    this.sent += 1;
    const body = JSON.stringify({ query: mutation, variables });
    return new Promise((resolve) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path: '/graphql',
          method: 'POST',
          agent: this.#agent,
          headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('end', () => {
            if (response.statusCode === 200 && text.includes('"userErrors":[]')) this.done += 1;
            else this.failed += 1;
            resolve();
          });
        },
      );
      sent.on('error', () => {
        this.failed += 1;
        resolve();
      });
      sent.end(body);
    });
  }
}
