import { Agent, request } from 'node:http';

const timeoutMs = 15_000;

/**
 * Addresses of attackers; they differ from the normal caller's, so that per-address limits do not affect it.
 * @param {number} [number] 0 to 199
 */
export const attackerAddress = (number = 0) => `127.0.0.${2 + (number % 200)}`;

/** @param {{ sockets?: number, localAddress?: string }} [options] */
export const agentOf = ({ sockets = 1, localAddress = attackerAddress() } = {}) =>
  new Agent({ keepAlive: true, maxSockets: sockets, localAddress });

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' };

/**
 * Sends a request and reads the answer; a broken connection is an answer with status 0.
 * @param {string} url
 * @param {{ agent: Agent, method?: string, headers?: Record<string, string>, body?: string | Buffer, patienceMs?: number }} options
 *   `patienceMs`: how long to read an answer that does not end
 * @returns {Promise<{ status: number, body: string, headers: import('node:http').IncomingHttpHeaders }>}
 */
export function send(url, options) {
  const { agent, method = 'GET', headers = {}, body, patienceMs, isRetry = false } = options;
  return new Promise((resolve) => {
    const failed = (error) => {
      const reason = String(error.code ?? error.message);
      // A server may close an idle connection while it is reused; clients then retry the request.
      const isStale = reason === 'ECONNRESET' && sent.reusedSocket && !isRetry;
      if (!isStale) return resolve({ status: 0, body: reason, headers: {} });
      return send(url, { ...options, isRetry: true }).then(resolve);
    };
    const sent = request(url, { agent, method, headers, timeout: timeoutMs }, (response) => {
      const chunks = [];
      if (patienceMs !== undefined) setTimeout(() => response.destroy(), patienceMs).unref();
      response.on('data', (chunk) => chunks.push(chunk));
      const finished = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      response.on('end', finished);
      response.on('error', patienceMs === undefined ? failed : finished);
      response.on('close', () => (patienceMs === undefined ? failed({ code: 'closed' }) : finished()));
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', failed);
    sent.end(body);
  });
}

/**
 * Posts an operation.
 * @param {string} origin
 * @param {object} operation `query`, `variables` and more
 * @param {{ agent: Agent, headers?: Record<string, string> }} options
 */
export function post(origin, operation, { agent, headers = {} }) {
  const body = Buffer.from(JSON.stringify(operation));
  return send(`${origin}/graphql`, {
    agent,
    method: 'POST',
    headers: { ...jsonHeaders, 'content-length': String(body.length), ...headers },
    body,
  });
}

/**
 * Posts operations from several connections until the attack ends; each connection waits for its answer.
 * @param {import('./types.mjs').Context} context
 * @param {object} options
 * @param {number} options.connections
 * @param {(turn: number, connection: number) => object} options.next makes the operation
 * @param {(connection: number) => Record<string, string>} options.headers
 * @param {number} [options.max] requests in all
 * @param {(answer: { status: number, body: string }, operation: object) => void} [options.look]
 */
export async function flood({ origin, endsAt, tally }, { connections, next, headers, max = 200_000, look }) {
  let turn = 0;
  const loop = async (connection) => {
    const agent = agentOf({ localAddress: attackerAddress(connection) });
    while (Date.now() < endsAt && turn < max) {
      turn += 1;
      const operation = next(turn, connection);
      tally.send();
      const answer = await post(origin, operation, { agent, headers: headers(connection) });
      tally.add(answer);
      look?.(answer, operation);
      // Without this pause, a refused connection would be retried endlessly within the same millisecond.
      if (answer.status === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => loop(connection)));
}
