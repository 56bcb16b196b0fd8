import type { ServerResponse } from 'node:http';
import { type Packed, pack } from './compression.ts';
import { fixedHeaders } from './rules.ts';

interface Sent {
  readonly requestId: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers and body in one piece; to nobody, when the caller has hung up. */
export function send(response: ServerResponse, { requestId, status, headers, body }: Sent): void {
  const write = (packed: Packed) => {
    if (response.destroyed) return;
    response.writeHead(status, {
      ...fixedHeaders,
      'x-request-id': requestId,
      ...headers,
      ...packed.headers,
    });
    response.end(packed.body);
  };
  const packed = pack(body, response.req.headers['accept-encoding']);
  if (packed instanceof Promise) packed.then(write);
  else write(packed);
}
