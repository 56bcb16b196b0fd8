import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

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

const decoders = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync };

/**
 * Sends a request; returns the data of the response, its content encoding and its size as it was sent. Throws if
 * the response has errors.
 * @param {Request} sent
 */
export async function exchange({ url, headers, body }) {
  const response = await new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers }, resolve).on('error', reject).end(body);
  });
  const received = await buffer(response);
  const encoding = response.headers['content-encoding'];
  const answer = (encoding === undefined ? received : decoders[encoding](received)).toString();
  if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}: ${answer}`);
  const { data, errors } = JSON.parse(answer);
  if (errors !== undefined) throw new Error(`${url} answers ${JSON.stringify(errors)}`);
  return { data, encoding, bytes: received.length };
}

/**
 * Returns the data of the response; throws if the response has errors.
 * @param {Request} sent
 */
export const post = async (sent) => (await exchange(sent)).data;
