import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { type OpenRun, openRuns, rederiveBatch } from '../domain/customer/survivorship/rederive.ts';

interface RederiverOptions {
  readonly db: Db;
  readonly log: Logger;
  readonly pollMs?: number;
}

const usualPollMs = 1_000;

/**
 * Derives customers again after a change of the rules. Any number of processes do so: each batch is a transaction that
 * locks its run, so that a killed process leaves nothing to clean up.
 */
export class Rederiver {
  readonly #options: Required<RederiverOptions>;
  readonly #stopping = new AbortController();
  readonly #loop: Promise<void>;
  #isFailing = false;

  constructor(options: RederiverOptions) {
    this.#options = { pollMs: usualPollMs, ...options };
    this.#loop = this.#run();
  }

  /** Resolves when the present batch is committed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const hasMore = await this.#round();
      // Random, so that the polls of several processes spread.
      if (!hasMore) await pause(this.#options.pollMs * (0.75 + Math.random() / 2), signal);
    }
  }

  /** One batch of each run, so that accounts take turns. Returns whether one of them has more. */
  async #round(): Promise<boolean> {
    let hasMore = false;
    try {
      for (const run of await openRuns(this.#options.db)) {
        if (this.#stopping.signal.aborted) return false;
        if (await this.#batch(run)) hasMore = true;
      }
    } catch (err) {
      this.#failed(err);
    }
    return hasMore;
  }

  async #batch(run: OpenRun): Promise<boolean> {
    try {
      const hasMore = await rederiveBatch(this.#options.db, run);
      this.#isFailing = false;
      return hasMore;
    } catch (err) {
      this.#failed(err);
      return false;
    }
  }

  #failed(err: unknown): void {
    if (!this.#isFailing) this.#options.log.warn({ err }, 'customers cannot be derived again now');
    this.#isFailing = true;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
