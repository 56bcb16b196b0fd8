import type { ServerResponse } from 'node:http';
import { type Packed, pack } from './compression.ts';
import { fixedHeaders } from './rules.ts';

interface Sent {
  readonly requestId: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes headers and body together, unless the client has disconnected; `onWritten` is called in either case. */
export function send(
  response: ServerResponse,
  { requestId, status, headers, body }: Sent,
  onWritten?: () => void,
): void {
  const write = (packed: Packed) => {
    if (response.destroyed) return onWritten?.();
    response.writeHead(status, {
      ...fixedHeaders,
      'x-request-id': requestId,
      ...headers,
      ...packed.headers,
    });
    response.end(packed.body);
    onWritten?.();
  };
  const packed = pack(body, response.req.headers['accept-encoding']);
  if (packed instanceof Promise) packed.then(write);
  else write(packed);
}
