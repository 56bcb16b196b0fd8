import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Viewer } from '../../context.ts';
import { isLarge } from '../limits/large-bodies.ts';
import { type PersistedOptions, textOf } from '../limits/persisted.ts';
import { Receiver } from '../live/receiver.ts';
import { isRejection, type Reception, type Visit } from '../reception.ts';
import { type Reply, rejectionReply } from '../rejection.ts';
import type { Body } from './body.ts';
import { acceptsEvents } from './event-stream.ts';
import { paramsOf } from './params.ts';
import { renewal } from './renewal.ts';

/** A request to `/graphql` by POST, with a body of JSON, from a socket or from the Fetch API. */
export interface JsonPost {
  readonly visit: Visit;
  readonly authorization: string | null;
  readonly accept: string | null | undefined;
  /** The media type of the response, unless it is an event stream. */
  readonly type: string;
  readBody(viewer: Viewer): Promise<Body>;
}

/** The account of the caller, empty without sign-in, and the response: complete, or a stream of events. */
export interface Answered {
  readonly accountId: string;
  readonly reply: Reply | Receiver;
}

/** Answers a JSON POST. Never rejects. */
export type JsonPath = (post: JsonPost) => Promise<Answered>;

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

function replyOf(result: ExecutionResult, type: string): Reply {
  const { body, init } = processRegularResult(result as never, api, type) as unknown as PlainResponse;
  return { body, ...init };
}

/**
 * Creates the path of all JSON POSTs, from the request's headers to its response: the steps of the reception,
 * without the Fetch API.
 */
export function createJsonPath(reception: Reception, persisted: PersistedOptions): JsonPath {
  async function answer(post: JsonPost, viewer: Viewer): Promise<Reply | Receiver> {
    const { visit, authorization, accept, type } = post;
    const body = await post.readBody(viewer);
    await reception.admit(visit, viewer, body);
    const params = paramsOf(body.bytes);
    if (isLarge(body.bytes)) await nextIteration();
    const { operationName, variables } = params;
    const query = textOf(params, persisted) ?? '';
    const renew = acceptsEvents(accept) ? renewal(reception, authorization, visit) : undefined;
    const asked = { query, operationName, variables, readsOnly: false, renew };
    const result = await reception.answer(visit, viewer, asked);
    return result instanceof Receiver ? result : replyOf(result, type);
  }

  return async (post) => {
    const { visit, authorization, type } = post;
    const { requestId } = visit;
    let accountId = '';
    try {
      const viewer = await reception.signIn(authorization, visit);
      if (isRejection(viewer)) return { accountId, reply: rejectionReply(viewer, requestId, type) };
      accountId = viewer.accountId;
      return { accountId, reply: await answer(post, viewer) };
    } catch (error) {
      const result = reception.present(visit, { errors: [error as never] });
      return { accountId, reply: replyOf(result, type) };
    }
  };
}
