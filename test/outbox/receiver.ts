import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook, type WebhookUnbrandedRequiredHeaders } from 'standardwebhooks';
import { onTestFinished } from 'vitest';

export const secret = `whsec_${Buffer.from('a secret of exactly 32 bytes ...').toString('base64')}`;

export interface Delivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** Resolves once this many deliveries have arrived. */
  arrived(count: number): Promise<void>;
  respond: (response: ServerResponse, delivery: Delivery) => void;
}

export const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end();

/** An HTTP server on 127.0.0.1 that records what it receives. */
export async function openReceiver(respond: Receiver['respond'] = status(204)): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const heard = new EventEmitter();
  const server = createServer(async (request: IncomingMessage, response) => {
    const delivery = { path: request.url ?? '', headers: request.headers, body: await text(request) };
    deliveries.push(delivery);
    receiver.respond(response, delivery);
    heard.emit('more');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    deliveries,
    async arrived(count) {
      while (deliveries.length < count) await once(heard, 'more');
    },
    respond,
  };
  return receiver;
}

/** Verifies a delivery as a receiver would, with the library of the specification; returns its content. */
export function verify({ headers, body }: Delivery, by = secret): unknown {
  // The library checks that the headers are there.
  return new Webhook(by).verify(body, headers as unknown as WebhookUnbrandedRequiredHeaders);
}
