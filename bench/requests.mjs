import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** @typedef {{ readonly url: string, readonly headers: Record<string, string>, readonly body: string }} Request */

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
export const closeConnections = () => agent.destroy();

/**
 * An operation as a request to a contestant: GraphQL, or the path of an operation for the limit.
 * @param {import('./arena.mjs').Runner} runner
 * @param {string} operation
 * @returns {Request}
 */
export function requestOf({ documents, url, headers }, operation, variables) {
  const { query } = documents[operation];
  const body = JSON.stringify(query === undefined ? variables : { query, variables });
  return {
    url: query === undefined ? new URL(`/${operation}`, url).href : url,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  };
}

/**
 * Returns the data of the response; throws if the response has errors.
 * @param {Request} sent
 */
export async function post({ url, headers, body }) {
  const response = await new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers }, resolve).on('error', reject).end(body);
  });
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}: ${answer}`);
  const { data, errors } = JSON.parse(answer);
  if (errors !== undefined) throw new Error(`${url} answers ${JSON.stringify(errors)}`);
  return data;
}
