import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../context.ts';
import { depthError } from '../limits/json-depth.ts';
import { isLarge } from '../limits/large-bodies.ts';
import { Receiver } from '../live/receiver.ts';
import { isRejection, type Reception, type Visit } from '../reception.ts';
import { type Rejection, rejected, rejectionReply } from '../rejection.ts';
import { requestIdFrom } from '../request-id.ts';
import type { AddressOf } from './client-address.ts';
import { acceptsEvents, eventStream, openStream } from './event-stream.ts';
import { responseType } from './media-type.ts';
import { paramsOf } from './params.ts';
import { renewal } from './renewal.ts';

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

type Respond = Parameters<NonNullable<Plugin['onRequest']>>[0];

function reject({ request, fetchAPI, endResponse }: Respond, rejection: Rejection, requestId: string): void {
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

/** Reads a request within the limits of bodies, and waits for a slot before anything is parsed. */
export function useAdmission(reception: Reception): Plugin<object, OverSocket> {
  return {
    onRequestParse({ requestParser, setRequestParser, serverContext: { req, res } }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        const [visit, viewer] = [visitOf(request), viewerOf(request)];
        if (request.method !== 'POST') {
          await reception.admit(visit, viewer);
          const params = await requestParser(request);
          const tooDeep = depthError(params);
          if (tooDeep) throw tooDeep;
          return params;
        }
        const body = await (req && res
          ? reception.readBody(visit, viewer, req, res)
          : reception.readFetched(request));
        await reception.admit(visit, viewer, body);
        const params = paramsOf(body.bytes);
        if (isLarge(body.bytes)) await nextIteration();
        return params;
      });
    },
  };
}

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

type RequestParser = NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>;

/** Reports invalid JSON in a URL, which Yoga does not handle. */
function withReadableVariables(parse: RequestParser): RequestParser {
  return async (request) => {
    try {
      return await parse(request);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw rejected({
        code: 'BAD_REQUEST',
        message: '`variables` or `extensions` in the URL is not valid JSON; send a JSON object.',
      });
    }
  };
}

const isReceiver = (result: object): result is Receiver => result instanceof Receiver;

/** Executes requests that Yoga has read, in place of Yoga's own parsing, validation and execution. */
export function useAnswer(reception: Reception): Plugin<object, OverSocket> {
  const presented = new WeakSet<object>();
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser) setRequestParser(withReadableVariables(requestParser));
    },
    onParams({ setParamsHandler }) {
      setParamsHandler(async ({ params, request }) => {
        const { query = '', operationName, variables } = params;
        const viewer = viewerOf(request);
        const readsOnly = request.method === 'GET';
        const renew = acceptsEvents(request.headers.get('accept'))
          ? renewal(reception, request.headers.get('authorization'), visitOf(request))
          : undefined;
        const asked = { query, operationName, variables, readsOnly, renew };
        const result = await reception.answer(visitOf(request), viewer, asked);
        presented.add(result);
        // Yoga passes a receiver through to `onResultProcess`.
        return result as ExecutionResult;
      });
    },
    onResponse({ response }) {
      // Results that Yoga sends as events itself: errors and queries.
      if (isStream(response)) response.headers.set('x-accel-buffering', 'no');
    },
    onResultProcess({ request, result, setResult, setResultProcessor, serverContext: { res } }) {
      if (isReceiver(result))
        return setResultProcessor((_, fetchAPI) => openStream(result, res, fetchAPI), eventStream);
      const type = responseType(request.headers.get('accept'));
      if (type !== undefined) setResultProcessor(processRegularResult, type);
      if (!presented.has(result)) setResult(reception.present(visitOf(request), result as ExecutionResult));
    },
  };
}
