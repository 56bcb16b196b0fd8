import type { ServerResponse } from 'node:http';
import { fixedHeaders } from './rules.ts';

interface Sent {
  readonly requestId: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers and body in one piece. */
export function send(response: ServerResponse, { requestId, status, headers, body }: Sent): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    ...fixedHeaders,
    'x-request-id': requestId,
    ...headers,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
