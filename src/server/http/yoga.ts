import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { type FetchAPI, type Plugin, processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../context.ts';
import { Receiver } from '../live/receiver.ts';
import { isRejection, type Reception, type Visit } from '../reception.ts';
import { type Rejection, type Reply, rejectionReply } from '../rejection.ts';
import { requestIdFrom } from '../request-id.ts';
import type { AddressOf } from './client-address.ts';
import { acceptsEvents, eventStream, openStream } from './event-stream.ts';
import { responseType } from './media-type.ts';
import type { Respond } from './respond.ts';

const visits = new WeakMap<Request, Visit>();
const viewers = new WeakMap<Request, Viewer>();
const ids = new WeakMap<Request, string>();

export function requestIdOf(request: Request): string {
  const id = ids.get(request) ?? requestIdFrom(request.headers.get('x-request-id'));
  ids.set(request, id);
  return id;
}

/** Adds the request id to every response. */
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

function visitOf(request: Request): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('The request was not admitted.');
  return visit;
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

/** Starts the visit of a request, and ends it when the response is sent or the client disconnects. */
export function useReception(reception: Reception, addressOf: AddressOf): Plugin<object, OverSocket> {
  return {
    onRequest({ request, serverContext: { req, res } }) {
      const address = req === undefined ? undefined : addressOf(req);
      const visit = reception.visit(requestIdOf(request), address);
      visits.set(request, visit);
      request.signal.addEventListener('abort', () => visit.abandon(), { once: true });
      res?.once('close', () => visit.leave());
    },
    onResponse({ request, serverContext }) {
      if (serverContext.res === undefined) visits.get(request)?.leave();
    },
  };
}

/**
 * Stops requests without valid sign-in: no body is read, no document is parsed, and paths are not
 * distinguished. Earlier plugins answer every caller: health, readiness and GraphiQL's page.
 */
export function useSignIn({ signIn }: Reception): Plugin {
  return {
    async onRequest(event) {
      const { request } = event;
      const visit = visitOf(request);
      const viewer = await signIn(request.headers.get('authorization'), visit);
      if (isRejection(viewer)) reject(event, viewer, visit.requestId);
      else viewers.set(request, viewer);
    },
  };
}

/** Answers requests for operations by the path of all of them, in place of Yoga's own steps. */
export function useOperations(reception: Reception, respond: Respond): Plugin<object, OverSocket> {
  return {
    onRequestParse({ request, url, fetchAPI, setRequestParser, serverContext: { req, res } }) {
      // Yoga takes a response from a parser as the response of the request.
      setRequestParser(async () => {
        const [visit, viewer] = [visitOf(request), viewerOf(request)];
        const [accept, authorization] = ['accept', 'authorization'].map((name) => request.headers.get(name));
        const type = responseType(accept);
        if (type === undefined && !acceptsEvents(accept)) return notAcceptable(fetchAPI);
        const { reply } = await respond({
          ...{ visit, viewer, accept, authorization: authorization ?? null, type },
          ...(request.method === 'GET' && { search: url.searchParams }),
          readBody: () =>
            req && res ? reception.readBody(visit, viewer, req, res) : reception.readFetched(request),
        });
        return reply instanceof Receiver ? openStream(reply, res, fetchAPI) : responseOf(reply, fetchAPI);
      });
    },
    onResultProcess({ request, result, setResult, setResultProcessor }) {
      // The results that remain are errors of Yoga.
      const type = responseType(request.headers.get('accept'));
      if (type !== undefined) setResultProcessor(processRegularResult, type);
      setResult(reception.present(visitOf(request), result as ExecutionResult));
    },
  };
}

// Yoga declares the parameters of an operation as the parser's only result.
const responseOf = ({ body, ...init }: Reply, { Response }: FetchAPI) => new Response(body, init) as object;
const notAcceptable = ({ Response }: FetchAPI) => new Response(null, { status: 406 }) as object;

/** Reports a written response to the reception; the last plugin. */
export function useWritten(reception: Reception): Plugin<object, OverSocket> {
  return {
    onResponse({ request, response, serverContext: { res } }) {
      const visit = visits.get(request);
      if (visit === undefined || res === undefined || isStream(response)) return;
      const { accountId = '' } = viewers.get(request) ?? {};
      // Yoga writes the response after all plugins.
      setImmediate(() => reception.written(visit, accountId, res));
    },
  };
}

const isStream = ({ headers }: Response): boolean => headers.get('content-type') === eventStream;
