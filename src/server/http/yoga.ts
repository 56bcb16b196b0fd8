import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { type FetchAPI, type Plugin, processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../auth/viewer.ts';
import type { ErrorCode } from '../../error-codes.ts';
import { Receiver } from '../live/receiver.ts';
import { type Rejection, type Reply, rejectionReply } from '../rejection.ts';
import { isRejection, type RequestPipeline, streamed } from '../request-pipeline.ts';
import type { RequestScope } from '../request-scope.ts';
import { openStream } from './event-stream.ts';
import { fetchedHead } from './fetch.ts';
import {
  type AddressOf,
  acceptsEvents,
  eventStream,
  requestIdFrom,
  responseType,
} from './request-headers.ts';
import type { Respond } from './respond.ts';

const scopes = new WeakMap<Request, RequestScope>();
const viewers = new WeakMap<Request, Viewer>();
const ids = new WeakMap<Request, string>();

export function requestIdOf(request: Request): string {
  const id = ids.get(request) ?? requestIdFrom(request.headers.get('x-request-id'));
  ids.set(request, id);
  return id;
}

export function useRequestId(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}

function viewerOf(request: Request): Viewer {
  const viewer = viewers.get(request);
  if (viewer === undefined) throw new Error('The request has no viewer.');
  return viewer;
}

export function scopeOf(request: Request): RequestScope {
  const scope = scopes.get(request);
  if (scope === undefined) throw new Error('The request was not admitted.');
  return scope;
}

/** Notes the code of a response that Yoga makes. */
export function noteFailure(request: Request, code: ErrorCode): void {
  scopes.get(request)?.observation.fail(code);
}

type RequestEvent = Parameters<NonNullable<Plugin['onRequest']>>[0];

function reject(
  { request, fetchAPI, endResponse }: RequestEvent,
  rejection: Rejection,
  requestId: string,
): void {
  const type = responseType(request.headers.get('accept'));
  const { body, ...init } = rejectionReply(rejection, requestId, type);
  endResponse(new fetchAPI.Response(body, init));
}

interface OverSocket {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
}

/** Starts the scope of a request, and ends it when the response is sent or the client disconnects. */
export function useRequestScope(pipeline: RequestPipeline, addressOf: AddressOf): Plugin<object, OverSocket> {
  return {
    onRequest({ request, serverContext: { req, res } }) {
      const address = req === undefined ? undefined : addressOf(req);
      const scope = pipeline.open(requestIdOf(request), fetchedHead(request, address));
      scopes.set(request, scope);
      request.signal.addEventListener('abort', () => scope.abort(), { once: true });
      res?.once('close', () => scope.end());
    },
    onResponse({ request, serverContext }) {
      if (serverContext.res === undefined) scopes.get(request)?.end();
    },
  };
}

/** Without valid sign-in, no body is read, no document is parsed, and paths are not distinguished. */
export function useSignIn({ signIn }: RequestPipeline): Plugin {
  return {
    async onRequest(event) {
      const { request } = event;
      const scope = scopeOf(request);
      const viewer = await signIn(request.headers.get('authorization'), scope);
      if (isRejection(viewer)) {
        scope.observation.fail(viewer.code);
        reject(event, viewer, scope.requestId);
        return;
      }
      scope.observation.signedIn(viewer);
      viewers.set(request, viewer);
    },
  };
}

export function useOperations(pipeline: RequestPipeline, respond: Respond): Plugin<object, OverSocket> {
  return {
    onRequestParse({ request, url, fetchAPI, setRequestParser, serverContext: { req, res } }) {
      // Yoga takes a response from a parser as the response of the request.
      setRequestParser(async () => {
        const [scope, viewer] = [scopeOf(request), viewerOf(request)];
        const [accept, authorization] = ['accept', 'authorization'].map((name) => request.headers.get(name));
        const type = responseType(accept);
        if (type === undefined && !acceptsEvents(accept)) return notAcceptable(fetchAPI);
        const { reply } = await respond({
          ...{ scope, viewer, accept, authorization: authorization ?? null, type },
          ...(request.method === 'GET' && { search: url.searchParams }),
          readBody: () =>
            req && res ? pipeline.readBody(scope, viewer, req, res) : pipeline.readFetched(request),
        });
        if (!(reply instanceof Receiver)) return responseOf(reply, fetchAPI);
        streamed(scope);
        return openStream(reply, res, fetchAPI);
      });
    },
    onResultProcess({ request, result, setResult, setResultProcessor }) {
      // The results that remain are errors of Yoga.
      const type = responseType(request.headers.get('accept'));
      if (type !== undefined) setResultProcessor(processRegularResult, type);
      setResult(pipeline.present(scopeOf(request), result as ExecutionResult));
    },
  };
}

// Yoga declares the parameters of an operation as the parser's only result.
const responseOf = ({ body, ...init }: Reply, { Response }: FetchAPI) => new Response(body, init) as object;
const notAcceptable = ({ Response }: FetchAPI) => new Response(null, { status: 406 }) as object;

/** Reports a written response to the pipeline; the last plugin. */
export function useWritten(pipeline: RequestPipeline): Plugin<object, OverSocket> {
  return {
    onResponse({ request, response, serverContext: { res } }) {
      const scope = scopes.get(request);
      if (scope === undefined) return;
      const length = Number(response.headers.get('content-length') ?? 0);
      scope.observation.end(response.status, request.method === 'HEAD' ? 0 : length);
      if (res === undefined || isStream(response)) return;
      const { accountId = '' } = viewers.get(request) ?? {};
      // Yoga writes the response after all plugins.
      setImmediate(() => pipeline.written(scope, accountId, res));
    },
  };
}

const isStream = ({ headers }: Response): boolean => headers.get('content-type') === eventStream;
