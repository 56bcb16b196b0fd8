import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Signal } from '../../signal.ts';
import type { Bodies, BodyBytes, Sender } from '../limits/bodies.ts';
import { clientDisconnected } from '../limits/time.ts';
import { rejected } from '../rejection.ts';

export interface Body {
  readonly bytes: Buffer;
  /** Releases the bytes, once the request has a slot or has ended. */
  release(): void;
}

const bodyTooLarge = (max: number) =>
  rejected({
    code: 'LIMIT_EXCEEDED',
    status: 413,
    message: `The request body is too large; the maximum is ${max} bytes.`,
  });

const tooSlow = (ms: number) =>
  rejected({
    code: 'TIMEOUT',
    status: 408,
    message: `The request body did not arrive within ${ms / 1_000} s; send it again, and the whole body without interruption.`,
    headers: { connection: 'close' },
  });

const nothing = Buffer.alloc(0);

/** Grows by doubling: with one-byte chunks, a Buffer per chunk would take a hundred times the memory. */
class GrowingBuffer {
  readonly #reserved: BodyBytes;
  readonly #max: number;
  #bytes: Buffer = nothing;
  #length = 0;

  constructor(reserved: BodyBytes, max: number) {
    this.#reserved = reserved;
    this.#max = max;
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.#max) throw bodyTooLarge(this.#max);
    if (this.#length === 0 && length === this.#max) {
      // The whole body is one chunk, as for most requests.
      this.#reserved.grow(length);
      this.#bytes = chunk;
    } else if (length > this.#bytes.length) {
      const capacity = Math.min(this.#max, Math.max(length, 2 * this.#bytes.length, 1_024));
      this.#reserved.grow(capacity);
      const grown = Buffer.allocUnsafeSlow(capacity);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    if (chunk !== this.#bytes) chunk.copy(this.#bytes, this.#length);
    this.#length = length;
  }

  /** The bytes so far, which it no longer keeps. */
  take(): Buffer {
    const bytes = this.#length === this.#bytes.length ? this.#bytes : this.#bytes.subarray(0, this.#length);
    this.#bytes = nothing;
    return bytes;
  }
}

interface Reading {
  readonly bodies: Bodies;
  readonly sender: Sender;
  /** Time when the headers were complete, by `performance.now()`. */
  readonly since: number;
  /** Aborted when the request ends for another reason. */
  readonly signal: Signal;
}

/** Reads a body within the limits. Most bodies arrive together with their headers and never count as incomplete. */
function readAll(request: IncomingMessage, reading: Reading, reserved: BodyBytes): Promise<Body> {
  const { bodies, sender, since, signal } = reading;
  const { bodyMs, bodyBytes } = bodies.limits;
  const declared = Number(request.headers['content-length'] ?? bodyBytes);
  const received = new GrowingBuffer(reserved, Math.min(declared, bodyBytes));
  return new Promise<Body>((resolve, reject) => {
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    let leave: (() => void) | undefined;
    const settle = () => {
      isOver = true;
      clearImmediate(incomplete);
      if (leave === undefined) return;
      clearTimeout(timer);
      leave();
      signal.removeEventListener('abort', stop);
    };
    const fail = (error: unknown) => {
      settle();
      received.take();
      reserved.release();
      // Otherwise they would keep the rest of the body in memory.
      request.off('data', append).off('end', end);
      reject(error);
    };
    const stop = () => fail(signal.reason);
    const hangUp = () => {
      if (!isOver) fail(clientDisconnected());
    };
    const end = () => {
      settle();
      resolve({ bytes: received.take(), release: () => reserved.release() });
    };
    const append = (chunk: Buffer) => {
      try {
        received.append(chunk);
      } catch (error) {
        fail(error);
      }
    };
    const incomplete = setImmediate(() => {
      try {
        leave = bodies.admit(sender);
        timer = setTimeout(() => fail(tooSlow(bodyMs)), since + bodyMs - performance.now());
        signal.addEventListener('abort', stop, { once: true });
      } catch (error) {
        fail(error);
      }
    });
    request.on('data', append).on('error', hangUp).on('close', hangUp).on('end', end);
  });
}

/** Reads a request's body; rejects if it exceeds a limit or the client disconnects. */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  reading: Reading,
): Promise<Body> {
  const { bodies, sender } = reading;
  const { bodyBytes } = bodies.limits;
  if (Number(request.headers['content-length']) > bodyBytes) return Promise.reject(bodyTooLarge(bodyBytes));
  // Some clients wait for `100 Continue` before they send a large body.
  if (request.headers.expect !== undefined) response.writeContinue();
  return readAll(request, reading, bodies.reserve(sender));
}

export async function readFetched(request: Request, max: number): Promise<Body> {
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length > max) throw bodyTooLarge(max);
  return { bytes, release: () => undefined };
}
