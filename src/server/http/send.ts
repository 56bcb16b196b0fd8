import type { ServerResponse } from 'node:http';
import type { Reply } from '../rejection.ts';
import { type Packed, pack } from './compression.ts';
import { fixedHeaders } from './rules.ts';

interface Sent extends Reply {
  readonly requestId: string;
}

/** A response as it is written. */
interface Packet {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Adds the headers that all responses have, and encodes the body by the caller's `accept-encoding`. */
export function packet(
  { requestId, status, headers, body }: Sent,
  acceptEncoding: string | undefined,
): Packet | Promise<Packet> {
  const finish = (packed: Packed): Packet => ({
    status,
    headers: {
      ...fixedHeaders,
      'x-request-id': requestId,
      ...headers,
      ...packed.headers,
    },
    body: packed.body,
  });
  const packed = pack(body, acceptEncoding);
  return packed instanceof Promise ? packed.then(finish) : finish(packed);
}

/** Writes headers and body together, unless the client has disconnected; `onWritten` is called in either case. */
export function send(response: ServerResponse, sent: Sent, onWritten?: () => void): void {
  const write = ({ status, headers, body }: Packet) => {
    if (!response.destroyed) response.writeHead(status, headers).end(body);
    onWritten?.();
  };
  const ready = packet(sent, response.req.headers['accept-encoding']);
  if (ready instanceof Promise) ready.then(write);
  else write(ready);
}
