import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { AggregatorRegistry, prometheusContentType } from 'prom-client';
import type { Printed } from './series.ts';

/** The metrics of each process. */
export type Collect = () => Promise<readonly (readonly Printed[])[]>;

export interface EndpointOptions {
  readonly collect: Collect;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** Whether a request with this `Host` header is answered. */
  readonly answers: (host: string | undefined) => boolean;
}

export interface Endpoint {
  readonly url: string;
  close(): Promise<void>;
}

const path = '/metrics';

/** Adds up the metrics of all processes, in Prometheus' text format. */
export async function metricsText(collect: Collect): Promise<string> {
  return AggregatorRegistry.aggregate([...(await collect())]).metrics();
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** Serves the metrics on a port of their own. Scrapes at the same time share one reading. */
export async function openEndpoint({
  collect,
  host,
  port,
  log,
  answers,
}: EndpointOptions): Promise<Endpoint> {
  let reading: Promise<string> | undefined;
  const read = () => {
    reading ??= metricsText(collect).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const answer = async ({ method, url, headers }: IncomingMessage, response: ServerResponse) => {
    if (!answers(headers.host)) return refuse(response, 421, 'The Host of the request is not answered.');
    if (url?.split('?')[0] !== path) return refuse(response, 404, `The metrics are at ${path}.`);
    if (method !== 'GET' && method !== 'HEAD')
      return refuse(response.setHeader('allow', 'GET, HEAD'), 405, 'Send a GET.');
    const text = await read();
    response
      .writeHead(200, { 'content-type': prometheusContentType })
      .end(method === 'HEAD' ? undefined : text);
  };
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request, response).catch((err) => {
      log.warn({ err }, 'metrics cannot be read');
      refuse(response, 500, 'The metrics cannot be read; the log has the reason.');
    });
  });
  server.maxConnections = 100;
  server.listen(port, host);
  await once(server, 'listening');
  // A server on a port has an address.
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${own}${path}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
