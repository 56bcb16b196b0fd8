import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

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

/** Compresses in another thread. */
function compress(body: string | Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return zip(body, { level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotli(body, { params });
}

export interface Packed {
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const vary = 'accept-encoding';

/** A body as it is written: a short string is sent with the headers, but Node would copy a long one twice. */
const encoded = (body: string): string | Buffer => (body.length > short ? Buffer.from(body) : body);

/** Encodes the body by the caller's `accept-encoding`, with the matching headers. Synchronous without compression. */
export function pack(text: string, accept: string | undefined): Packed | Promise<Packed> {
  const body = encoded(text);
  const length = Buffer.byteLength(body);
  const plain = { body, headers: { vary, 'content-length': String(length) } };
  const coding = codingFor(accept, length);
  if (coding === undefined) return plain;
  return compress(body, coding).then(
    (packed) => ({
      body: packed,
      headers: { vary, 'content-encoding': coding, 'content-length': String(packed.length) },
    }),
    () => plain,
  );
}

/** Adds a header name to a `vary` list. */
export function varyOn(before: string | null | undefined, name: string): string {
  if (!before) return name;
  const names = before
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  return names.includes('*') || names.includes(name) ? before : `${before}, ${name}`;
}
