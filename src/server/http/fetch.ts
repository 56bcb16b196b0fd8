import { Receiver } from '../live/receiver.ts';
import { type RequestPipeline, streamed } from '../request-pipeline.ts';
import type { Head } from '../request-scope.ts';
import { eventBody, streamHeaders } from './event-stream.ts';
import { isJson, requestIdFrom, responseType } from './request-headers.ts';
import type { Respond } from './respond.ts';
import { type CorsHeaders, headerList, pack } from './response.ts';

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
    const { status } = reply;
    const packed = await pack(reply.body, headers.get('accept-encoding') ?? undefined);
    const list = headerList(requestId, reply.headers, cors, packed);
    const sent = new Headers();
    for (let at = 0; at < list.length; at += 2) sent.append(list[at] as string, list[at + 1] as string);
    scope.observation.end(status, packed.length);
    // Node's types allow buffers in shared memory; those of zlib never are.
    const body = packed.body as string | Uint8Array<ArrayBuffer>;
    return new Response(body, { status, headers: sent });
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
