import { Receiver } from '../live/receiver.ts';
import type { Reception } from '../reception.ts';
import { requestIdFrom } from '../request-id.ts';
import type { CorsHeaders } from './cors.ts';
import { eventBody, streamHeaders } from './event-stream.ts';
import { isJson, responseType } from './media-type.ts';
import type { Respond } from './respond.ts';
import { packet } from './send.ts';

interface FetchOptions {
  readonly reception: Reception;
  readonly respond: Respond;
  readonly corsHeaders: CorsHeaders;
  readonly endpoint: string;
  /** Answers all other requests. */
  readonly others: (request: Request) => Response | Promise<Response>;
}

/** Answers requests of the Fetch API, JSON POSTs by the same path as over sockets. */
export function createFetch({ reception, respond, corsHeaders, endpoint, others }: FetchOptions) {
  async function serve(request: Request, type: string): Promise<Response> {
    const { headers } = request;
    const requestId = requestIdFrom(headers.get('x-request-id'));
    const visit = reception.visit(requestId);
    request.signal.addEventListener('abort', () => visit.abandon(), { once: true });
    const { reply } = await respond({
      visit,
      authorization: headers.get('authorization'),
      accept: headers.get('accept'),
      type,
      readBody: () => reception.readFetched(request),
    });
    const cors = corsHeaders(headers.get('origin') ?? undefined);
    if (reply instanceof Receiver) {
      // Node's Response also accepts async iterables, such as Node streams.
      return new Response(eventBody(reply) as never, { headers: streamHeaders(requestId, cors) });
    }
    visit.leave();
    const sent = { requestId, ...reply, headers: { ...reply.headers, ...cors } };
    const { body, ...init } = await packet(sent, headers.get('accept-encoding') ?? undefined);
    // Node's types allow buffers in shared memory; those of zlib never are.
    return new Response(body as string | Uint8Array<ArrayBuffer>, init);
  }

  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const isJsonPost =
      request.method === 'POST' &&
      new URL(request.url).pathname === endpoint &&
      isJson(request.headers.get('content-type'));
    const type = isJsonPost ? responseType(request.headers.get('accept')) : undefined;
    return type === undefined ? others(request) : serve(request, type);
  };
}
