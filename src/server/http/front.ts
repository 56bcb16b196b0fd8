import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Limits } from '../../limits.ts';
import { type Params, type PersistedOptions, textOf } from '../limits/persisted.ts';
import { until } from '../limits/time-limit.ts';
import { isRefusal, type Reception, type Visit } from '../reception.ts';
import { requestIdFrom } from '../request-id.ts';
import { readBody } from './body.ts';
import { type Refusal, refusalBody, refusalType } from './refusal.ts';
import { send } from './send.ts';

export interface FrontOptions {
  readonly reception: Reception;
  readonly persisted: PersistedOptions;
  readonly endpoint: string;
  readonly limits: Limits;
  /** Who answers everything else. */
  readonly others: (request: IncomingMessage, response: ServerResponse) => unknown;
}

const media = { json: 'application/json', graphql: 'application/graphql-response+json' };

/** The media type of the answer; undefined where it takes more than a glance to tell. */
function answerType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === media.json) return media.json;
  if (accept.includes('text/event-stream')) return undefined;
  return accept === media.graphql || accept.startsWith(`${media.graphql},`) ? media.graphql : undefined;
}

const isJson = (type: string | undefined): boolean =>
  type === media.json ||
  type === 'application/json; charset=utf-8' ||
  type === 'application/json;charset=utf-8';

/** Whether a request is a plain POST of JSON: no other site's, of a known length that is within the limit. */
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

const known = new Set(['query', 'variables', 'operationName', 'extensions', 'documentId', 'doc_id']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNothing = (value: unknown): boolean => value == null || typeof value === 'string';
const isObjectOrNothing = (value: unknown): boolean => value == null || isObject(value);

/** A request's parameters; undefined where something is wrong with them, which others tell better. */
function paramsOf(body: Buffer): Params | undefined {
  try {
    const params: unknown = JSON.parse(body.toString());
    if (!isObject(params)) return undefined;
    for (const name in params) if (!known.has(name)) return undefined;
    const { query, operationName, documentId, doc_id: docId, variables, extensions } = params;
    const texts = [query, operationName, documentId, docId];
    const isFit = texts.every(isTextOrNothing) && [variables, extensions].every(isObjectOrNothing);
    return isFit ? params : undefined;
  } catch {
    return undefined;
  }
}

/** What Yoga makes of a result, without the Fetch API around it. */
class PlainResponse {
  readonly body: string;
  readonly init: { readonly status: number; readonly headers: Readonly<Record<string, string>> };

  constructor(body: string, init: PlainResponse['init']) {
    this.body = body;
    this.init = init;
  }
}

type FetchApi = Parameters<typeof processRegularResult>[1];

function respond(visit: Visit, response: ServerResponse, result: ExecutionResult, type: string): void {
  // Statuses and bodies are Yoga's own: nothing of the API but the constructor is used.
  const api = { Response: PlainResponse } as unknown as FetchApi;
  const { body, init } = processRegularResult(result as never, api, type) as unknown as PlainResponse;
  send(response, { requestId: visit.requestId, body, ...init });
}

function refuse(response: ServerResponse, refusal: Refusal, requestId: string): void {
  const { status, headers } = refusal;
  const body = JSON.stringify(refusalBody(refusal, requestId));
  send(response, {
    requestId,
    body,
    status,
    headers: { 'content-type': refusalType(response.req.headers.accept), ...headers },
  });
}

/**
 * The short way for what nearly all requests are: plain POSTs of JSON. They go through the same reception as all
 * others; whatever is not plain about one is left to Yoga, with all that was read of it.
 */
export function createFront({ reception, persisted, endpoint, limits, others }: FrontOptions) {
  async function serve(request: IncomingMessage, response: ServerResponse, visit: Visit, type: string) {
    const viewer = await reception.signIn(request.headers.authorization ?? null, visit.requestId);
    if (isRefusal(viewer)) return refuse(response, viewer, visit.requestId);
    const body = await until(visit.signal, readBody(request));
    const params = paramsOf(body);
    if (params === undefined || (params.query == null && !isNamed(params))) {
      visit.leave();
      return void others(Object.assign(request, { body }), response);
    }
    const { operationName, variables } = params;
    const query = textOf(params, persisted) ?? '';
    const result = await reception.answer(visit, viewer, {
      query,
      operationName,
      variables,
      readsOnly: false,
    });
    // Nobody asks for a stream here.
    respond(visit, response, result as ExecutionResult, type);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const type = answerType(request.headers.accept);
    if (type === undefined || !isPlain(request, endpoint, limits.bodyBytes))
      return void others(request, response);
    const requestId = requestIdFrom(request.headers['x-request-id'] as string | undefined);
    const visit = reception.enter(requestId);
    if (isRefusal(visit)) {
      refuse(response, visit, requestId);
      return;
    }
    response.once('close', () => {
      if (!response.writableFinished) visit.abandon();
      visit.leave();
    });
    serve(request, response, visit, type).catch((error) => {
      respond(visit, response, reception.present(visit, { errors: [error] }), type);
    });
  };
}

const isNamed = ({ documentId, doc_id: docId, extensions }: Params): boolean =>
  documentId != null || docId != null || extensions?.persistedQuery != null;
