import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import { getCORSHeadersByRequestAndOptions } from '@whatwg-node/server';
import type { CORSOptions } from 'graphql-yoga';
import type { Reply } from '../rejection.ts';
import { fixedHeaders } from './rules.ts';

/** CORS for the listed origins only, without cookies. */
export function corsFor(origins: readonly string[]) {
  return (request: Request): CORSOptions => {
    const origin = request.headers.get('origin');
    // For unlisted origins, Yoga would allow the origin "null", which sandboxed frames have.
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin: [origin],
      credentials: false,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-request-id'],
      exposedHeaders: ['retry-after', 'x-request-id'],
      maxAge: 600,
    };
  };
}

type Headers = Readonly<Record<string, string>>;

export type CorsHeaders = (origin: string | undefined) => Headers | undefined;

/** The same headers as Yoga's, without a Fetch API request for each. */
export function createCorsHeaders(origins: readonly string[]): CorsHeaders {
  const optionsFor = corsFor(origins);
  const headers = new Map<string, Headers>();
  for (const origin of origins) {
    const request = new Request('http://localhost', { headers: { origin } });
    const given = getCORSHeadersByRequestAndOptions(request, optionsFor(request)) ?? {};
    headers.set(
      origin,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])),
    );
  }
  return (origin) => (origin === undefined ? undefined : headers.get(origin));
}

/** Up to this length, a response is one network packet, compressed or not. */
const short = 1_000;

type Coding = 'br' | 'gzip';

/** The weight of each coding that a caller names, from 0 (not accepted) to 1. */
function weightsOf(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((each) => each.trim());
    const weight = parameters.find((each) => each.startsWith('q='));
    // An invalid weight counts as 0.
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight ? Number(weight.slice(2)) || 0 : 1);
  }
  return weights;
}

/** The content coding for a body of this length; undefined if it is sent uncompressed. */
export function codingFor(
  accept: string | undefined,
  length: number,
  // At the levels that `compress` uses, gzip makes JSON smaller than brotli in the same time.
  preferred: Coding = 'gzip',
): Coding | undefined {
  if (accept === undefined) return undefined;
  const weights = weightsOf(accept);
  const others = weights.get('*');
  const weight = (coding: Coding) => weights.get(coding) ?? others ?? 0;
  const other = preferred === 'br' ? 'gzip' : 'br';
  const coding = weight(other) > weight(preferred) ? other : preferred;
  if (weight(coding) <= 0) return undefined;
  const refusesPlain = (weights.get('identity') ?? others) === 0;
  if (refusesPlain) return coding;
  return length > short && weight(coding) >= (weights.get('identity') ?? 0) ? coding : undefined;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Up to this length, gzip takes about 0.1 ms; another thread costs several times that. */
const quick = 32_768;

/** Compresses in another thread, unless that takes longer. */
function compress(body: string | Buffer, coding: Coding): Buffer | Promise<Buffer> {
  // For a quick body, half of the default window gives the same size and is allocated faster.
  if (coding === 'gzip')
    return body.length <= quick ? gzipSync(body, { level: 6, windowBits: 14 }) : zip(body, { level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotli(body, { params });
}

export interface Packed {
  readonly body: string | Buffer;
  /** The bytes of the body. */
  readonly length: number;
  readonly headers: Readonly<Record<string, string>>;
}

const vary = 'accept-encoding';

/** A body as it is written: a short string is sent with the headers, but Node would copy a long one twice. */
const encoded = (body: string): string | Buffer => (body.length > short ? Buffer.from(body) : body);

/** Returns no promise without compression, and for short bodies. */
export function pack(text: string, accept: string | undefined): Packed | Promise<Packed> {
  const body = encoded(text);
  const length = Buffer.byteLength(body);
  const plain = { body, length, headers: { vary, 'content-length': String(length) } };
  const coding = codingFor(accept, length);
  if (coding === undefined) return plain;
  const coded = (packed: Buffer): Packed => ({
    body: packed,
    length: packed.length,
    headers: { vary, 'content-encoding': coding, 'content-length': String(packed.length) },
  });
  const packed = compress(body, coding);
  return packed instanceof Promise ? packed.then(coded, () => plain) : coded(packed);
}

export function varyOn(before: string | null | undefined, name: string): string {
  if (!before) return name;
  const names = before
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  return names.includes('*') || names.includes(name) ? before : `${before}, ${name}`;
}

const fixed = Object.entries(fixedHeaders);

function add(list: string[], headers: Headers): void {
  for (const name in headers) list.push(name, headers[name] as string);
}

/** The names and values in turn: an object would get a new shape with each header. */
export function headerList(
  requestId: string,
  headers: Headers,
  cors: Headers | undefined,
  packed: Packed,
): string[] {
  const list = ['x-request-id', requestId];
  for (const [name, value] of fixed) if (headers[name] === undefined) list.push(name, value);
  add(list, headers);
  if (cors !== undefined) add(list, cors);
  add(list, packed.headers);
  return list;
}

/** Writes headers and body together, unless the client has disconnected; `onWritten` is called in either case. */
export function send(
  response: ServerResponse,
  requestId: string,
  { status, headers, body }: Reply,
  cors?: Headers,
  onWritten?: (status: number, bytes: number) => void,
): void {
  const write = (packed: Packed) => {
    if (!response.destroyed)
      response.writeHead(status, headerList(requestId, headers, cors, packed)).end(packed.body);
    onWritten?.(status, packed.length);
  };
  const packed = pack(body, response.req.headers['accept-encoding']);
  if (packed instanceof Promise) packed.then(write);
  else write(packed);
}
