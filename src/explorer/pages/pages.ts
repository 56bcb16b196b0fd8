import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Limits } from '../../limits.ts';
import { requestIdFrom } from '../../server/http/request-headers.ts';
import { send } from '../../server/http/response.ts';
import { fixedHeaders } from '../../server/http/rules.ts';
import { overloaded, type Rejection, rejection, rejectionBody } from '../../server/rejection.ts';
import type { Page, PageRequest, PageResponse } from './page-request.ts';
import { PageSlots } from './page-slots.ts';
import { isClosed, writeBody } from './write-body.ts';

export type FindPage = (method: string, path: string, accept: string | undefined) => Page | undefined;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export type PagePlugin = Plugin<object, { readonly res?: ServerResponse }>;
type RequestEvent = Parameters<NonNullable<PagePlugin['onRequest']>>[0];

const notAllowed = rejection({
  code: 'BAD_REQUEST',
  status: 405,
  message: 'This URL serves a page or an asset; use GET or HEAD.',
  headers: { allow: 'GET, HEAD' },
});

const failed = rejection({
  code: 'INTERNAL_SERVER_ERROR',
  message: 'An internal error occurred; the log of the gateway has the details under the request id.',
});

const isError = (answer: PageResponse | Rejection): answer is Rejection => 'code' in answer;

function urlOf({ url = '' }: IncomingMessage): URL | undefined {
  try {
    return new URL(url, 'http://gateway.invalid');
  } catch {
    return undefined;
  }
}

function pageRequestOf({ method = '', headers }: IncomingMessage, url: URL): PageRequest {
  const { 'accept-encoding': encodings, 'if-none-match': ifNoneMatch } = headers;
  return { method, url, acceptEncoding: encodings?.toString(), ifNoneMatch };
}

export class Pages {
  readonly #log: Logger;
  readonly #slots: PageSlots;

  constructor(limits: Limits, log: Logger) {
    this.#log = log;
    this.#slots = new PageSlots({
      slots: 100,
      dynamicSlots: 10,
      maxWaiting: limits.waiting,
      waitMs: limits.requestMs,
      stallMs: limits.stallMs,
      contendedStallMs: 5_000,
    });
  }

  async #respond(page: Page, request: PageRequest, requestId: string): Promise<PageResponse | Rejection> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed;
    try {
      return await page.respond(request);
    } catch (error) {
      this.#log.error({ err: error, requestId }, 'page failed');
      return failed;
    }
  }

  async #serve(page: Page, request: PageRequest, response: ServerResponse): Promise<void> {
    const requestId = requestIdFrom(response.req.headers['x-request-id']?.toString());
    const isAdmitted = await this.#slots.acquire(response, page.isDynamic);
    if (isClosed(response)) return;
    const answer = isAdmitted ? await this.#respond(page, request, requestId) : overloaded;
    if (isClosed(response)) return;
    if (isError(answer)) {
      const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
      const body = JSON.stringify(rejectionBody(answer, requestId));
      return send(response, requestId, { body, status: answer.status, headers });
    }
    response.writeHead(answer.status, { ...fixedHeaders, 'x-request-id': requestId, ...answer.headers });
    await writeBody(response, answer.body, () => this.#slots.noteProgress(response));
  }

  before(find: FindPage, next: Handler): Handler {
    return (request, response) => {
      const url = urlOf(request);
      const page = url && find(request.method ?? '', url.pathname, request.headers.accept);
      if (url === undefined || page === undefined) return next(request, response);
      return this.#serve(page, pageRequestOf(request, url), response).catch((error) => {
        this.#log.error({ err: error }, 'page failed');
        response.destroy();
      });
    };
  }

  /** The same for requests that reach Yoga: those of the Fetch API, and pages that require sign-in. */
  plugin(find: FindPage): PagePlugin {
    return {
      onRequest: async (event) => {
        const { request, url, serverContext } = event;
        const { method, headers } = request;
        const page = find(method, url.pathname, headers.get('accept') ?? undefined);
        if (page === undefined) return;
        const requestId = requestIdFrom(headers.get('x-request-id'));
        const response = serverContext.res;
        if (response !== undefined && !(await this.#slots.acquire(response, page.isDynamic)))
          return endWith(event, overloaded, requestId);
        if (response !== undefined) this.#slots.noteProgress(response);
        const acceptEncoding = headers.get('accept-encoding') ?? undefined;
        const ifNoneMatch = headers.get('if-none-match') ?? undefined;
        const pageRequest = { method, url, acceptEncoding, ifNoneMatch };
        endWith(event, await this.#respond(page, pageRequest, requestId), requestId);
      },
    };
  }
}

function endWith(
  { fetchAPI, endResponse }: RequestEvent,
  answer: PageResponse | Rejection,
  requestId: string,
) {
  const { status, headers } = answer;
  if (isError(answer))
    return endResponse(
      fetchAPI.Response.json(rejectionBody(answer, requestId), { status, headers: { ...headers } }),
    );
  // Node's types allow buffers in shared memory; these are not.
  const body = answer.body as string | Uint8Array<ArrayBuffer> | null;
  endResponse(new fetchAPI.Response(body, { status, headers }));
}
