import type { GraphQLError } from 'graphql';
import { FairQueue, type Requester } from '../../fair-queue.ts';
import type { Limits } from '../../limits.ts';
import type { Signal } from '../../signal.ts';
import { rejected } from '../rejection.ts';
import { Quota } from './quota.ts';

/** Maximum bytes of bodies that are incomplete or wait for a slot: in total, and per caller or address. */
export const maxBodyBytes = 64_000_000;
const maxBytesOfOne = maxBodyBytes / 4;

/** Bytes of each body that these maximums do not count: small bodies are bounded by the number of connections. */
const freeBytes = 16_384;

const close = { connection: 'close', 'retry-after': '1' };

const tooManyOf = (whose: string, max: number): GraphQLError =>
  rejected({
    code: 'LIMIT_EXCEEDED',
    status: 429,
    message: `${whose} is sending ${max} request bodies at the same time, the maximum; send the next one when one of them is complete.`,
    headers: close,
  });

const tooLargeOf = (whose: string): GraphQLError =>
  rejected({
    code: 'LIMIT_EXCEEDED',
    status: 429,
    message: `${whose} has ${maxBytesOfOne} bytes of request bodies waiting, the maximum; send fewer large requests at the same time.`,
    headers: close,
  });

const full = (): GraphQLError =>
  rejected({
    code: 'OVERLOADED',
    message: 'Too many large request bodies are waiting; retry in 1 s.',
    headers: close,
  });

export interface Sender {
  readonly address: string;
  /** Undefined without sign-in, where all callers are the same one. */
  readonly caller: string | undefined;
}

export class Bodies {
  readonly limits: Limits;
  readonly #ofCaller: Quota;
  readonly #ofAddress: Quota;
  readonly #bytesOfCaller = new Quota(maxBytesOfOne);
  readonly #bytesOfAddress = new Quota(maxBytesOfOne);
  readonly #bytes = new Quota(maxBodyBytes);

  constructor(limits: Limits) {
    this.limits = limits;
    this.#ofCaller = new Quota(limits.bodiesOfCaller);
    this.#ofAddress = new Quota(limits.bodiesOfAddress);
  }

  /** Counts a body as incomplete, or throws; the returned function ends the count. */
  admit({ address, caller }: Sender): () => void {
    if (caller !== undefined && !this.#ofCaller.take(caller, 1))
      throw tooManyOf('The caller', this.limits.bodiesOfCaller);
    if (!this.#ofAddress.take(address, 1)) {
      if (caller !== undefined) this.#ofCaller.release(caller, 1);
      throw tooManyOf('The client’s address', this.limits.bodiesOfAddress);
    }
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      if (caller !== undefined) this.#ofCaller.release(caller, 1);
      this.#ofAddress.release(address, 1);
    };
  }

  reserve(sender: Sender): BodyBytes {
    return new BodyBytes((from, to) => this.#resize(sender, from, to));
  }

  /** Throws if one of the limits is exceeded, and then changes nothing. */
  #resize({ address, caller }: Sender, from: number, to: number): void {
    const amount = Math.max(0, to - freeBytes) - Math.max(0, from - freeBytes);
    if (amount === 0) return;
    const held: [Quota, string, () => GraphQLError][] = [
      [this.#bytesOfAddress, address, () => tooLargeOf('The client’s address')],
      [this.#bytes, '', full],
    ];
    if (caller !== undefined) held.unshift([this.#bytesOfCaller, caller, () => tooLargeOf('The caller')]);
    if (amount < 0) {
      for (const [quota, key] of held) quota.release(key, -amount);
      return;
    }
    for (const [at, [quota, key, fault]] of held.entries()) {
      if (quota.take(key, amount)) continue;
      for (const [taken, its] of held.slice(0, at)) taken.release(its, amount);
      throw fault();
    }
  }
}

export class BodyBytes {
  readonly #resize: (from: number, to: number) => void;
  #size = 0;

  constructor(resize: (from: number, to: number) => void) {
    this.#resize = resize;
  }

  grow(to: number): void {
    this.#resize(this.#size, to);
    this.#size = to;
  }

  release(): void {
    this.grow(0);
  }
}

/** Size above which a body is large: parsed, it takes up to 20 times its bytes. */
const largeBytes = 65_536;

/** A megabyte takes up to 100 ms of the event loop's time: at this rate, less than half of it. */
const bytesPerMs = 4_000;

export const isLarge = ({ length }: Buffer): boolean => length > largeBytes;

/** Paces large bodies: they are processed one at a time, each followed by a pause in proportion to its size. */
export class LargeBodies {
  // The bytes of waiting bodies are limited, so the queue needs no maximum.
  readonly #queue = new FairQueue({ slots: 1 });

  /** Waits until the body can be processed. Rejects with the signal's reason. */
  async begin(requester: Requester, { length }: Buffer, signal: Signal): Promise<void> {
    const release = await this.#queue.acquire(requester, { signal });
    setTimeout(release, length / bytesPerMs).unref();
  }
}
