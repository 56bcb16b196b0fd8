import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../auth/viewer.ts';
import { isLarge } from '../limits/bodies.ts';
import type { Renew } from '../live/credentials.ts';
import { Receiver } from '../live/receiver.ts';
import { type Reply, rejectionReply } from '../rejection.ts';
import { isRejection, type RequestPipeline } from '../request-pipeline.ts';
import type { RequestScope } from '../request-scope.ts';
import type { Body } from './body.ts';
import { eventHeaders } from './event-stream.ts';
import { documentText, type PersistedOptions, paramsIn, paramsOf, wantsExplanation } from './params.ts';
import { acceptsEvents } from './request-headers.ts';

export interface IncomingRequest {
  readonly scope: RequestScope;
  /** Given if the caller has signed in already. */
  readonly viewer?: Viewer;
  readonly authorization: string | null;
  readonly accept: string | null | undefined;
  /** The media type of the response; undefined if it can only be an event stream. */
  readonly type: string | undefined;
  /** The parameters of a request by GET, which can only read. */
  readonly search?: URLSearchParams;
  readBody(viewer: Viewer): Promise<Body>;
}

/** The account of the caller, empty without sign-in, and the response: complete, or a stream of events. */
export interface Answered {
  readonly accountId: string;
  readonly reply: Reply | Receiver;
}

/** Never rejects. */
export type Respond = (request: IncomingRequest) => Promise<Answered>;

/** The response that Yoga makes of a result, without the Fetch API. */
class PlainResponse implements Reply {
  readonly body: string;
  readonly status: number;
  readonly headers: Reply['headers'];

  constructor(body: string, { status, headers }: Omit<Reply, 'body'>) {
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

// Yoga decides status and body; it uses only the constructor of the API.
const api = { Response: PlainResponse } as unknown as Parameters<typeof processRegularResult>[1];

const json = 'application/json';

/** A response; a result as events is the only one of its stream. */
function replyOf(result: ExecutionResult, type: string | undefined): Reply {
  const plain = processRegularResult(result as never, api, type ?? json) as unknown as PlainResponse;
  if (type !== undefined) return plain;
  const { body, status } = plain;
  const events = `:\n\nevent: next\ndata: ${body}\n\nevent: complete\ndata:\n\n`;
  const { 'Content-Type': _, ...headers } = plain.headers;
  return { status, headers: { ...headers, ...eventHeaders }, body: events };
}

/** Signs in again with the same credentials; keeps nothing else of the request. */
function renewal({ signIn }: RequestPipeline, authorization: string | null, scope: RequestScope): Renew {
  const { requestId, address } = scope;
  return async () => signIn(authorization, { requestId, address });
}

/** The one path from an operation's request to its response, without the Fetch API. */
export function createRespond(pipeline: RequestPipeline, persisted: PersistedOptions): Respond {
  async function answer(request: IncomingRequest, viewer: Viewer): Promise<Reply | Receiver> {
    const { scope, authorization, accept, type, search } = request;
    const body = search ? undefined : await request.readBody(viewer);
    const waiting = pipeline.admit(scope, viewer, body);
    if (waiting !== undefined) await waiting;
    const params = body ? paramsOf(body.bytes) : paramsIn(search ?? new URLSearchParams());
    if (body && isLarge(body.bytes)) await nextIteration();
    const result = await pipeline.answer(scope, viewer, {
      query: documentText(params, persisted) ?? '',
      operationName: params.operationName,
      variables: params.variables,
      readsOnly: search !== undefined,
      explains: wantsExplanation(params),
      renew: acceptsEvents(accept) ? renewal(pipeline, authorization, scope) : undefined,
    });
    return result instanceof Receiver ? result : replyOf(result, type);
  }

  return async (request) => {
    const { scope, authorization, type } = request;
    const { requestId } = scope;
    let accountId = '';
    try {
      const signedIn = request.viewer ?? pipeline.signIn(authorization, scope);
      const viewer = signedIn instanceof Promise ? await signedIn : signedIn;
      if (isRejection(viewer)) {
        scope.observation.fail(viewer.code);
        return { accountId, reply: rejectionReply(viewer, requestId, type) };
      }
      scope.observation.signedIn(viewer);
      accountId = viewer.accountId;
      return { accountId, reply: await answer(request, viewer) };
    } catch (error) {
      const result = pipeline.present(scope, { errors: [error as never] });
      return { accountId, reply: replyOf(result, type) };
    }
  };
}
