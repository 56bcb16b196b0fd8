import { Receiver } from '../live/receiver.ts';
import { type Head, type RequestPipeline, streamed } from '../request-pipeline.ts';
import { eventBody, streamHeaders } from './event-stream.ts';
import { isJson, requestIdFrom, responseType } from './request-headers.ts';
import type { Respond } from './respond.ts';
import { type CorsHeaders, packet } from './response.ts';

interface FetchOptions {
  readonly pipeline: RequestPipeline;
  readonly respond: Respond;
  readonly corsHeaders: CorsHeaders;
  readonly endpoint: string;
  readonly others: (request: Request) => Response | Promise<Response>;
}

export const fetchedHead = ({ method, headers }: Request, address?: string): Head => ({
  method,
  address,
  headerOf: (name) => headers.get(name) ?? undefined,
});

export function createFetch({ pipeline, respond, corsHeaders, endpoint, others }: FetchOptions) {
  async function serve(request: Request, type: string): Promise<Response> {
    const { headers } = request;
    const requestId = requestIdFrom(headers.get('x-request-id'));
    const scope = pipeline.open(requestId, fetchedHead(request));
    request.signal.addEventListener('abort', () => scope.abort(), { once: true });
    const { reply } = await respond({
      scope,
      authorization: headers.get('authorization'),
      accept: headers.get('accept'),
      type,
      readBody: () => pipeline.readFetched(request),
    });
    const cors = corsHeaders(headers.get('origin') ?? undefined);
    if (reply instanceof Receiver) {
      streamed(scope);
      // Node's Response also accepts async iterables, such as Node streams.
      return new Response(eventBody(reply) as never, { headers: streamHeaders(requestId, cors) });
    }
    scope.end();
    const sent = { requestId, ...reply, headers: { ...reply.headers, ...cors } };
    const { body, ...init } = await packet(sent, headers.get('accept-encoding') ?? undefined);
    scope.observation.end(init.status, Buffer.byteLength(body));
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
