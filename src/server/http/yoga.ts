import type { ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { getSSEProcessor, type Plugin } from 'graphql-yoga';
import type { Viewer } from '../../context.ts';
import { until } from '../limits/time-limit.ts';
import { isRefusal, type Reception, type Visit } from '../reception.ts';
import { requestIdFrom } from '../request-id.ts';
import { type Refusal, refusalBody, refusalType } from './refusal.ts';

const visits = new WeakMap<Request, Visit>();
const viewers = new WeakMap<Request, Viewer>();

const ids = new WeakMap<Request, string>();

export function requestIdOf(request: Request): string {
  const id = ids.get(request) ?? requestIdFrom(request.headers.get('x-request-id'));
  ids.set(request, id);
  return id;
}

/** Tells the caller the request's id, whatever the answer. */
export function useRequestId(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}

function visitOf(request: Request): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('A request came past the reception.');
  return visit;
}

type Respond = Parameters<NonNullable<Plugin['onRequest']>>[0];

function refuse({ request, fetchAPI, endResponse }: Respond, refusal: Refusal, requestId: string): void {
  const { status, headers } = refusal;
  // The API writes the body's length into the headers that it is given.
  const type = refusalType(request.headers.get('accept'));
  const init = { status, headers: { 'content-type': type, ...headers } };
  endResponse(fetchAPI.Response.json(refusalBody(refusal, requestId), init));
}

/** Lets a request in, unless too many are under way; ends it when its answer is sent or its caller hangs up. */
export function useReception(
  reception: Reception,
  endpoint: string,
): Plugin<object, { readonly res?: ServerResponse }> {
  return {
    onRequest(event) {
      const { request, url, serverContext } = event;
      const requestId = requestIdOf(request);
      const entered = url.pathname === endpoint ? reception.enter(requestId) : reception.visit(requestId);
      const isRefused = isRefusal(entered);
      const visit = isRefused ? reception.visit(requestId) : entered;
      visits.set(request, visit);
      request.signal.addEventListener('abort', () => visit.abandon(), { once: true });
      // Until it is sent, an answer takes memory.
      serverContext.res?.once('close', () => visit.leave());
      if (isRefused) refuse(event as unknown as Respond, entered, requestId);
    },
    onRequestParse({ request, requestParser, setRequestParser }) {
      const { signal } = visitOf(request);
      if (requestParser) setRequestParser((each) => until(signal, Promise.resolve(requestParser(each))));
    },
    onResponse({ request, serverContext }) {
      if (serverContext.res === undefined) visits.get(request)?.leave();
    },
  };
}

/**
 * Lets nothing further that does not sign in: no body is read, no document is parsed, and no path is told from
 * another. What comes before it answers everyone: health, readiness and the page of GraphiQL.
 */
export function useSignIn({ signIn }: Reception): Plugin {
  return {
    async onRequest(event) {
      const { request } = event;
      const { requestId } = visitOf(request);
      const viewer = await signIn(request.headers.get('authorization'), requestId);
      if (isRefusal(viewer)) refuse(event, viewer, requestId);
      else viewers.set(request, viewer);
    },
  };
}

type RequestParser = NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>;

/** Yoga reads the JSON in a URL without a thought that it may be none. */
function withReadableVariables(parse: RequestParser): RequestParser {
  return async (request) => {
    try {
      return await parse(request);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new GraphQLError('`variables` or `extensions` is not valid JSON.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    }
  };
}

const eventStream = 'text/event-stream';

const takesEvents = ({ headers }: Request): boolean => headers.get('accept')?.includes(eventStream) === true;

/** Answers what Yoga read from a request, in the place of Yoga's own parsing, validation and execution. */
export function useAnswer(reception: Reception): Plugin {
  const presented = new WeakSet<object>();
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser) setRequestParser(withReadableVariables(requestParser));
    },
    onParams({ setParamsHandler }) {
      setParamsHandler(async ({ params, request }) => {
        const { query = '', operationName, variables } = params;
        const viewer = viewers.get(request);
        if (viewer === undefined) throw new Error('A request came past sign-in.');
        const readsOnly = request.method === 'GET';
        const renew = takesEvents(request)
          ? () => reception.signIn(request.headers.get('authorization'), visitOf(request).requestId)
          : undefined;
        const asked = { query, operationName, variables, readsOnly, renew };
        const result = await reception.answer(visitOf(request), viewer, asked);
        presented.add(result);
        return result;
      });
    },
    onResponse({ response }) {
      // nginx would keep events back until it has a buffer full.
      if (response.headers.get('content-type') === eventStream)
        response.headers.set('x-accel-buffering', 'no');
    },
    onResultProcess({ request, result, setResult, setResultProcessor }) {
      // Of what the caller takes, Yoga might choose another form.
      if (Symbol.asyncIterator in result) setResultProcessor(getSSEProcessor(), eventStream);
      if (!presented.has(result)) setResult(reception.present(visitOf(request), result as ExecutionResult));
    },
  };
}
