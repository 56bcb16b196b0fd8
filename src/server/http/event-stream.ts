import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { sendNodeResponse } from '@whatwg-node/server';
import type { Logger } from 'pino';
import type { EventSink, SinkListener } from '../live/live-event.ts';
import type { Receiver } from '../live/receiver.ts';
import { acceptsEvents, eventStream } from './request-headers.ts';
import { fixedHeaders } from './rules.ts';

export const eventHeaders = {
  'content-type': eventStream,
  connection: 'keep-alive',
  'cache-control': 'no-cache',
  'content-encoding': 'none',
  // Prevents nginx from buffering events.
  'x-accel-buffering': 'no',
} as const;

export const streamHeaders = (requestId: string, cors: Readonly<Record<string, string>> | undefined) => ({
  ...fixedHeaders,
  'x-request-id': requestId,
  ...cors,
  ...eventHeaders,
});

/** Time for a client to read the end of a stream. */
const endMs = 5_000;

const highWaterMark = 16_384;

function nodeSink(response: ServerResponse, listener: SinkListener): EventSink {
  let { socket } = response;
  let hasStarted = false;
  const drained = () => listener.drained();
  response.on('drain', drained).once('close', () => {
    socket?.off('drain', drained);
    listener.closed();
  });
  return {
    write(chunk) {
      // A pipelined response has no socket before its turn. The first write also sends the headers.
      if (!hasStarted || response.socket === null || !response.chunkedEncoding) {
        hasStarted = response.socket !== null;
        return response.write(chunk.bytes);
      }
      socket = response.socket;
      if (socket.destroyed || socket.write(chunk.framed)) return true;
      if (!socket.listeners('drain').includes(drained)) socket.on('drain', drained);
      return false;
    },
    end(bytes) {
      response.end(bytes);
      const timer = setTimeout(() => response.destroy(), endMs).unref();
      response.once('close', () => clearTimeout(timer));
    },
  };
}

export function writeStream(
  receiver: Receiver,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.destroyed) {
    receiver.closed();
    return;
  }
  response.writeHead(status, headers);
  receiver.attach((listener) => nodeSink(response, listener));
}

export function eventBody(receiver: Receiver): Readable {
  let listener: SinkListener | undefined;
  const body = new Readable({
    highWaterMark,
    read: () => listener?.drained(),
    destroy(error, done) {
      listener?.closed();
      done(error);
    },
  });
  receiver.attach((opened) => {
    listener = opened;
    return {
      write: ({ bytes }) => body.push(bytes),
      end(bytes) {
        body.push(bytes);
        body.push(null);
      },
    };
  });
  return body;
}

const receivers = new WeakMap<ServerResponse, Receiver>();

interface FetchApi {
  readonly Response: typeof Response;
}

/** The response of a subscription. Over a socket, its body is written after all plugins have seen the response. */
export function openStream(
  receiver: Receiver,
  response: ServerResponse | undefined,
  fetchAPI: FetchApi,
): Response {
  const init = { status: 200, headers: { ...eventHeaders } };
  // Yoga's Response also accepts Node streams.
  if (response === undefined) return new fetchAPI.Response(eventBody(receiver) as never, init);
  receivers.set(response, receiver);
  return new fetchAPI.Response(null, init);
}

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Yoga extends Handle {
  handleNodeRequestAndResponse(
    request: IncomingMessage,
    response: ServerResponse,
    context: object,
  ): Promise<Response> | Response;
}

/** Wraps Yoga so that event streams are written without the Fetch API. */
export function withEventStreams(yoga: Yoga, log: Logger): Handle {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const context = { req: request, res: response };
    const answer = await yoga.handleNodeRequestAndResponse(request, response, context);
    const receiver = receivers.get(response);
    if (receiver === undefined) return void (await sendNodeResponse(answer, response, request, true));
    writeStream(receiver, response, answer.status, Object.fromEntries(answer.headers));
  }
  return (request, response) => {
    if (!acceptsEvents(request.headers.accept)) return yoga(request, response);
    serve(request, response).catch((err) => {
      log.error({ err }, 'sending the response failed');
      receivers.get(response)?.closed();
      response.destroy();
    });
  };
}
