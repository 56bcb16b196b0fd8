import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';

export interface RawReply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A POST of JSON with these headers; `write` sends its body. */
export function openRequest(url: string, { method = 'POST', headers = {} }: RawRequest): ClientRequest {
  return request(url, { method, agent: false, headers: { 'content-type': 'application/json', ...headers } });
}

export function replyTo(sent: ClientRequest): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, text: Buffer.concat(chunks).toString() });
      });
    });
  });
}

/** Sends a body with a content-length header. */
export function send(url: string, options: RawRequest): Promise<RawReply> {
  const body = Buffer.from(options.body ?? '');
  const headers = { 'content-length': String(body.length), ...options.headers };
  const sent = openRequest(url, { ...options, headers });
  const reply = replyTo(sent);
  sent.end(body);
  return reply;
}
