import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Receiver } from '../live/receiver.ts';
import type { Reception } from '../reception.ts';
import { type Rejection, rejectionReply } from '../rejection.ts';
import { requestIdFrom } from '../request-id.ts';
import type { AddressOf } from './client-address.ts';
import type { CorsHeaders } from './cors.ts';
import { streamHeaders, writeStream } from './event-stream.ts';
import { answersHost, type Hosts, wrongHost } from './host.ts';
import { isJson, responseType } from './media-type.ts';
import type { Respond } from './respond.ts';
import { send } from './send.ts';

export interface FrontOptions {
  readonly log: Logger;
  readonly reception: Reception;
  readonly respond: Respond;
  readonly corsHeaders: CorsHeaders;
  readonly endpoint: string;
  readonly addressOf: AddressOf;
  readonly hosts: Hosts;
  /** Answers all other requests. */
  readonly others: (request: IncomingMessage, response: ServerResponse) => unknown;
}

export function reject(response: ServerResponse, rejection: Rejection, requestId: string): void {
  const type = responseType(response.req.headers.accept);
  send(response, { requestId, ...rejectionReply(rejection, requestId, type) });
}

/** Time to read the response to a request whose body is not read to its end. */
const lingerMs = 1_000;

/** Closes the connection of a client that keeps sending a body after its response. */
function dropRest(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => request.complete || request.destroy(), lingerMs).unref();
}

/** Serves JSON POSTs over sockets; all other requests are left to `others`. */
export function createFront({
  log,
  reception,
  respond,
  corsHeaders,
  endpoint,
  addressOf,
  hosts,
  others,
}: FrontOptions) {
  async function serve(request: IncomingMessage, response: ServerResponse, type: string): Promise<void> {
    const { authorization = null, accept, origin, 'x-request-id': given } = request.headers;
    const requestId = requestIdFrom(given as string | undefined);
    const visit = reception.visit(requestId, addressOf(request));
    response.once('close', () => {
      if (!response.writableFinished) visit.abandon();
      visit.leave();
      dropRest(request);
    });
    const { reply, accountId } = await respond({
      visit,
      authorization,
      accept,
      type,
      readBody: (viewer) => reception.readBody(visit, viewer, request, response),
    });
    const cors = corsHeaders(origin);
    if (reply instanceof Receiver) return writeStream(reply, response, 200, streamHeaders(requestId, cors));
    const sent = { requestId, ...reply, headers: { ...reply.headers, ...cors } };
    send(response, sent, () => reception.written(visit, accountId, response));
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '', method, headers } = request;
    if (!answersHost(hosts, request)) {
      response.once('close', () => dropRest(request));
      reject(response, wrongHost, requestIdFrom(undefined));
      return;
    }
    const isEndpoint = url === endpoint || url.startsWith(`${endpoint}?`);
    const isJsonPost = method === 'POST' && isEndpoint && isJson(headers['content-type']);
    const type = isJsonPost ? responseType(headers.accept) : undefined;
    if (type !== undefined) {
      serve(request, response, type).catch((err) => {
        log.error({ err }, 'sending the response failed');
        response.destroy();
      });
      return;
    }
    response.once('close', () => dropRest(request));
    if (url === '/') response.writeHead(302, { location: endpoint }).end();
    else others(request, response);
  };
}
