import type { ServerResponse } from 'node:http';
import { FairQueue, QueueFullError, type Release, type Requester } from '../../fair-queue.ts';
import type { WorkClass } from '../../waiting-requests.ts';
import { isClosed } from './write-body.ts';

export interface PageSlotOptions {
  readonly slots: number;
  /** Slots for dynamic pages: each takes memory to compress, and may wait for the database. */
  readonly dynamicSlots: number;
  readonly maxWaiting: number;
  readonly waitMs: number;
  /** Time for which a client may read nothing. */
  readonly stallMs: number;
  /** The same, while other requests wait for a slot. */
  readonly contendedStallMs: number;
}

const sweepMs = 250;

/** Fair between client addresses. Clients that stop reading are disconnected, sooner while others wait. */
export class PageSlots {
  readonly #options: PageSlotOptions;
  readonly #queue: FairQueue;
  readonly #held = new Map<ServerResponse, Release>();
  /** Time of the last progress of each response, oldest first. */
  readonly #progress = new Map<ServerResponse, number>();
  #sweeper: NodeJS.Timeout | undefined;

  constructor(options: PageSlotOptions) {
    this.#options = options;
    this.#queue = new FairQueue({ ...options, expensiveSlots: options.dynamicSlots });
  }

  /** Acquires a slot, which the response holds until it is closed; returns whether it got one. */
  async acquire(response: ServerResponse, isDynamic: boolean): Promise<boolean> {
    if (isClosed(response)) return false;
    const address = response.req.socket.remoteAddress ?? '';
    const requester = { accountId: address, caller: address };
    const work = isDynamic ? 'expensive' : 'short';
    const release = this.#queue.tryAcquire(requester, work) ?? (await this.#wait(requester, response, work));
    if (release === undefined) return false;
    if (isClosed(response)) {
      release();
      return false;
    }
    this.#held.set(response, release);
    this.#sweeper ??= setInterval(() => this.#sweep(), sweepMs).unref();
    response.once('close', () => this.#release(response));
    return true;
  }

  /** Call this when a response is started, and whenever the client has read a part of it. */
  noteProgress(response: ServerResponse): void {
    if (!this.#held.has(response)) return;
    this.#progress.delete(response);
    this.#progress.set(response, performance.now());
  }

  async #wait(requester: Requester, response: ServerResponse, work: WorkClass): Promise<Release | undefined> {
    const waiting = new AbortController();
    const stop = () => waiting.abort(new QueueFullError());
    const timer = setTimeout(stop, this.#options.waitMs);
    response.once('close', stop);
    try {
      return await this.#queue.acquire(requester, { work, signal: waiting.signal });
    } catch (error) {
      if (error instanceof QueueFullError) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
      response.off('close', stop);
    }
  }

  #release(response: ServerResponse): void {
    this.#held.get(response)?.();
    this.#held.delete(response);
    this.#progress.delete(response);
    if (this.#held.size > 0) return;
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  #sweep(): void {
    const { stallMs, contendedStallMs } = this.#options;
    const limitMs = this.#queue.waiting > 0 ? Math.min(stallMs, contendedStallMs) : stallMs;
    const oldest = performance.now() - limitMs;
    for (const [response, at] of this.#progress) {
      if (at > oldest) return;
      response.req.socket.destroy();
    }
  }
}
