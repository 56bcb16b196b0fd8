import { FairQueue, type Requester } from '../../fair-queue.ts';

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
  async begin(requester: Requester, { length }: Buffer, signal: AbortSignal): Promise<void> {
    const release = await this.#queue.acquire(requester, { signal });
    setTimeout(release, length / bytesPerMs).unref();
  }
}
