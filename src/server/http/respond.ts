import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../context.ts';
import { isLarge } from '../limits/large-bodies.ts';
import { type Params, type PersistedOptions, textOf } from '../limits/persisted.ts';
import type { Renew } from '../live/credentials.ts';
import { Receiver } from '../live/receiver.ts';
import { isRejection, type Reception, type Visit } from '../reception.ts';
import { type Reply, rejectionReply } from '../rejection.ts';
import type { Body } from './body.ts';
import { acceptsEvents, eventHeaders } from './event-stream.ts';
import { paramsIn, paramsOf } from './params.ts';

/** A request for an operation, from a socket or from the Fetch API. */
export interface OperationRequest {
  readonly visit: Visit;
  /** Given if the caller has signed in already. */
  readonly viewer?: Viewer;
  readonly authorization: string | null;
  readonly accept: string | null | undefined;
  /** The media type of the response; undefined if it can only be an event stream. */
  readonly type: string | undefined;
  /** The parameters of a request by GET, which can only read. */
  readonly search?: URLSearchParams;
  /** Reads the body of a POST, which is JSON. */
  readBody(viewer: Viewer): Promise<Body>;
}

/** The account of the caller, empty without sign-in, and the response: complete, or a stream of events. */
export interface Answered {
  readonly accountId: string;
  readonly reply: Reply | Receiver;
}

/** Answers a request for an operation. Never rejects. */
export type Respond = (request: OperationRequest) => Promise<Answered>;

/** The response that Yoga makes of a result, without the Fetch API. */
class PlainResponse {
  readonly body: string;
  readonly init: Omit<Reply, 'body'>;

  constructor(body: string, init: Omit<Reply, 'body'>) {
    this.body = body;
    this.init = init;
  }
}

// Yoga decides status and body; it uses only the constructor of the API.
const api = { Response: PlainResponse } as unknown as Parameters<typeof processRegularResult>[1];

const json = 'application/json';

/** A response; a result as events is the only one of its stream. */
function replyOf(result: ExecutionResult, type: string | undefined): Reply {
  const plain = processRegularResult(result as never, api, type ?? json) as unknown as PlainResponse;
  const { body, init } = plain;
  if (type !== undefined) return { body, ...init };
  const events = `:\n\nevent: next\ndata: ${body}\n\nevent: complete\ndata:\n\n`;
  const { 'Content-Type': _, ...headers } = init.headers;
  return { ...init, headers: { ...headers, ...eventHeaders }, body: events };
}

/** Signs in again with the same credentials; keeps nothing else of the request. */
function renewal({ signIn }: Reception, authorization: string | null, visit: Visit): Renew {
  const { requestId, address } = visit;
  return () => signIn(authorization, { requestId, address });
}

/**
 * Creates the one path from the headers of a request for an operation to its
 * response: the steps of the reception, without the Fetch API.
 */
export function createRespond(reception: Reception, persisted: PersistedOptions): Respond {
  async function readParams(request: OperationRequest, viewer: Viewer): Promise<Params> {
    const { visit, search } = request;
    const body = search ? undefined : await request.readBody(viewer);
    await reception.admit(visit, viewer, body);
    if (body === undefined) return paramsIn(search ?? new URLSearchParams());
    const params = paramsOf(body.bytes);
    if (isLarge(body.bytes)) await nextIteration();
    return params;
  }

  async function answer(request: OperationRequest, viewer: Viewer): Promise<Reply | Receiver> {
    const { visit, authorization, accept, type, search } = request;
    const params = await readParams(request, viewer);
    const { operationName, variables } = params;
    const query = textOf(params, persisted) ?? '';
    const renew = acceptsEvents(accept) ? renewal(reception, authorization, visit) : undefined;
    const asked = { query, operationName, variables, readsOnly: search !== undefined, renew };
    const result = await reception.answer(visit, viewer, asked);
    return result instanceof Receiver ? result : replyOf(result, type);
  }

  return async (request) => {
    const { visit, authorization, type } = request;
    const { requestId } = visit;
    let accountId = '';
    try {
      const viewer = request.viewer ?? (await reception.signIn(authorization, visit));
      if (isRejection(viewer)) return { accountId, reply: rejectionReply(viewer, requestId, type) };
      accountId = viewer.accountId;
      return { accountId, reply: await answer(request, viewer) };
    } catch (error) {
      const result = reception.present(visit, { errors: [error as never] });
      return { accountId, reply: replyOf(result, type) };
    }
  };
}
