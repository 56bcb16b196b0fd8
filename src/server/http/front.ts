import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { Receiver } from '../live/receiver.ts';
import { type Rejection, rejectionReply } from '../rejection.ts';
import { type RequestPipeline, streamed } from '../request-pipeline.ts';
import type { Head } from '../request-scope.ts';
import { streamHeaders, writeStream } from './event-stream.ts';
import {
  type AddressOf,
  answersHost,
  type Hosts,
  isJson,
  requestIdFrom,
  responseType,
  wrongHost,
} from './request-headers.ts';
import type { Respond } from './respond.ts';
import { type CorsHeaders, send } from './response.ts';

export interface FrontOptions {
  readonly log: Logger;
  readonly pipeline: RequestPipeline;
  readonly respond: Respond;
  readonly corsHeaders: CorsHeaders;
  readonly endpoint: string;
  readonly addressOf: AddressOf;
  readonly hosts: Hosts;
  readonly others: (request: IncomingMessage, response: ServerResponse) => unknown;
}

function reject(response: ServerResponse, rejection: Rejection, requestId: string): void {
  const type = responseType(response.req.headers.accept);
  send(response, requestId, rejectionReply(rejection, requestId, type));
}

/** Rejects a request before it is opened. */
export function refuse(
  pipeline: RequestPipeline,
  response: ServerResponse,
  rejection: Rejection,
  requestId: string,
): void {
  reject(response, rejection, requestId);
  pipeline.refused(requestId, headOf(response.req), rejection);
}

function headOf({ method = '', headers }: IncomingMessage, address?: string): Head {
  // Node joins repeated headers of all names but `set-cookie`.
  return { method, address, headerOf: (name) => headers[name] as string | undefined };
}

/** Time to read the response to a request whose body is not read to its end. */
const lingerMs = 1_000;

/** Closes the connection of a client that keeps sending a body after its response. */
function dropRest(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => request.complete || request.destroy(), lingerMs).unref();
}

export function createFront({
  log,
  pipeline,
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
    const scope = pipeline.open(requestId, headOf(request, addressOf(request)));
    response.on('close', () => {
      if (!response.writableFinished) scope.abort();
      scope.end();
      dropRest(request);
    });
    const { reply, accountId } = await respond({
      scope,
      authorization,
      accept,
      type,
      readBody: (viewer) => pipeline.readBody(scope, viewer, request, response),
    });
    const cors = corsHeaders(origin);
    if (reply instanceof Receiver) {
      streamed(scope);
      return writeStream(reply, response, 200, streamHeaders(requestId, cors));
    }
    send(response, requestId, reply, cors, (status, bytes) => {
      pipeline.written(scope, accountId, response);
      scope.observation.end(status, bytes);
    });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '', method, headers } = request;
    if (!answersHost(hosts, request)) {
      response.once('close', () => dropRest(request));
      refuse(pipeline, response, wrongHost, requestIdFrom(undefined));
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
