import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Limits } from '../../limits.ts';
import { isLarge } from '../limits/large-bodies.ts';
import { type PersistedOptions, textOf } from '../limits/persisted.ts';
import { isRefusal, type Reception, type Visit } from '../reception.ts';
import { requestIdFrom } from '../request-id.ts';
import type { AddressOf } from './client-address.ts';
import { handOver } from './handed-over.ts';
import { answersHost, type Hosts, wrongHost } from './host.ts';
import { paramsOf } from './params.ts';
import { type Refusal, refusalBody, refusalType } from './refusal.ts';
import { send } from './send.ts';

export interface FrontOptions {
  readonly reception: Reception;
  readonly persisted: PersistedOptions;
  readonly endpoint: string;
  readonly limits: Limits;
  readonly addressOf: AddressOf;
  readonly hosts: Hosts;
  /** Answers all other requests. */
  readonly others: (request: IncomingMessage, response: ServerResponse) => unknown;
}

const media = { json: 'application/json', graphql: 'application/graphql-response+json' };

/** The media type of the response; undefined for `accept` headers that Yoga must evaluate. */
function answerType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === media.json) return media.json;
  if (accept.includes('text/event-stream')) return undefined;
  return accept === media.graphql || accept.startsWith(`${media.graphql},`) ? media.graphql : undefined;
}

const isJson = (type: string | undefined): boolean =>
  type === media.json ||
  type === 'application/json; charset=utf-8' ||
  type === 'application/json;charset=utf-8';

/** Whether a request is a plain JSON POST: not cross-origin, not encoded, of a known length within the limit. */
function isPlain({ method, url, headers }: IncomingMessage, endpoint: string, limit: number): boolean {
  return (
    method === 'POST' &&
    url === endpoint &&
    headers.origin === undefined &&
    headers['content-encoding'] === undefined &&
    isJson(headers['content-type']) &&
    /^\d{1,9}$/.test(headers['content-length'] ?? '') &&
    Number(headers['content-length']) <= limit
  );
}

/** The response that Yoga makes of a result, without the Fetch API. */
class PlainResponse {
  readonly body: string;
  readonly init: { readonly status: number; readonly headers: Readonly<Record<string, string>> };

  constructor(body: string, init: PlainResponse['init']) {
    this.body = body;
    this.init = init;
  }
}

type FetchApi = Parameters<typeof processRegularResult>[1];

export function refuse(response: ServerResponse, refusal: Refusal, requestId: string): void {
  const { status, headers } = refusal;
  const body = JSON.stringify(refusalBody(refusal, requestId));
  send(response, {
    requestId,
    body,
    status,
    headers: { 'content-type': refusalType(response.req.headers.accept), ...headers },
  });
}

/** Time to read the response to a request whose body is not read to its end. */
const lingerMs = 1_000;

/** Closes the connection of a client that keeps sending a body after its response. */
function dropRest(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => request.complete || request.destroy(), lingerMs).unref();
}

/**
 * The fast path of nearly all requests: plain JSON POSTs. They take the same steps of the reception as all
 * other requests. Yoga gets the others, with the parts of them that were already read.
 */
export function createFront({
  reception,
  persisted,
  endpoint,
  limits,
  addressOf,
  hosts,
  others,
}: FrontOptions) {
  function respond(
    visit: Visit,
    response: ServerResponse,
    result: ExecutionResult,
    type: string,
    by = '',
  ): void {
    // Yoga decides status and body; it uses only the constructor of the API.
    const api = { Response: PlainResponse } as unknown as FetchApi;
    const { body, init } = processRegularResult(result as never, api, type) as unknown as PlainResponse;
    send(response, { requestId: visit.requestId, body, ...init }, () =>
      reception.written(visit, by, response),
    );
  }

  async function serve(request: IncomingMessage, response: ServerResponse, visit: Visit, type: string) {
    const viewer = await reception.signIn(request.headers.authorization ?? null, visit);
    if (isRefusal(viewer)) return refuse(response, viewer, visit.requestId);
    const body = await reception.readBody(visit, viewer, request, response);
    await reception.admit(visit, viewer, body);
    const params = paramsOf(body.bytes);
    if (isLarge(body.bytes)) await nextIteration();
    if (params === undefined) {
      handOver(request, { visit, viewer, bytes: body.bytes });
      return void others(request, response);
    }
    const { operationName, variables } = params;
    const query = textOf(params, persisted) ?? '';
    const asked = { query, operationName, variables, readsOnly: false };
    const result = await reception.answer(visit, viewer, asked);
    // A plain request never asks for a stream.
    respond(visit, response, result as ExecutionResult, type, viewer.accountId);
  }

  function servePlain(request: IncomingMessage, response: ServerResponse, type: string): void {
    const requestId = requestIdFrom(request.headers['x-request-id'] as string | undefined);
    const visit = reception.visit(requestId, addressOf(request));
    response.once('close', () => {
      if (!response.writableFinished) visit.abandon();
      visit.leave();
      dropRest(request);
    });
    serve(request, response, visit, type).catch((error) => {
      respond(visit, response, reception.present(visit, { errors: [error] }), type);
    });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!answersHost(hosts, request)) {
      response.once('close', () => dropRest(request));
      refuse(response, wrongHost, requestIdFrom(undefined));
      return;
    }
    const type = answerType(request.headers.accept);
    if (type !== undefined && isPlain(request, endpoint, limits.bodyBytes)) {
      servePlain(request, response, type);
      return;
    }
    response.once('close', () => dropRest(request));
    if (request.url === '/') response.writeHead(302, { location: endpoint }).end();
    else others(request, response);
  };
}
