import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readiness, ReadyResponse } from '../readiness.ts';
import { answersHost, type Hosts, requestIdFrom } from './request-headers.ts';
import { fixedHeaders } from './rules.ts';

export const headersOf = ({ status }: ReadyResponse): Readonly<Record<string, string>> => ({
  ...fixedHeaders,
  'content-type': 'application/json; charset=utf-8',
  ...(status === 503 && { 'retry-after': '1' }),
});

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body = '',
) {
  if (response.destroyed) return;
  const requestId = requestIdFrom(response.req.headers['x-request-id'] as string | undefined);
  const length = { 'content-length': Buffer.byteLength(body), 'x-request-id': requestId };
  response.writeHead(status, { ...headers, ...length }).end(body);
}

const sendReady = (response: ServerResponse, ready: ReadyResponse) =>
  send(response, ready.status, headersOf(ready), JSON.stringify(ready.body));

/** Answers a request for `/health` or `/ready`; returns whether it was one. */
export type AnswerProbe = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Probes are answered before any limit, queue or sign-in. */
export function createProbes(readiness: Readiness, hosts: Hosts): AnswerProbe {
  return (request, response) => {
    const { method, url = '' } = request;
    if (!url.startsWith('/health') && !url.startsWith('/ready')) return false;
    const path = url.split('?', 1)[0];
    const isProbe = (path === '/health' || path === '/ready') && (method === 'GET' || method === 'HEAD');
    if (!isProbe || !answersHost(hosts, request)) return false;
    if (path === '/health') send(response, 200, fixedHeaders);
    // `response` never rejects.
    else void readiness.response().then((ready) => sendReady(response, ready));
    return true;
  };
}
