import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { tidyMessages } from '../db/write/outbox.ts';

export interface TidierOptions {
  readonly db: Db;
  readonly log: Logger;
  readonly pollMs?: number;
}

const usualPollMs = 60_000;

/** Clears and deletes expired messages where no messages are sent: otherwise, the deliverer does so. */
export class Tidier {
  readonly #options: TidierOptions;
  readonly #clock: NodeJS.Timeout;
  #running: Promise<void>;
  #isFailing = false;

  constructor(options: TidierOptions) {
    this.#options = options;
    this.#running = this.#tidy();
    this.#clock = setInterval(() => {
      this.#running = this.#running.then(() => this.#tidy());
    }, options.pollMs ?? usualPollMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#clock);
    await this.#running;
  }

  async #tidy(): Promise<void> {
    const { db, log } = this.#options;
    try {
      await tidyMessages(db);
      this.#isFailing = false;
    } catch (err) {
      if (!this.#isFailing) log.warn({ err }, 'expired messages cannot be cleared now');
      this.#isFailing = true;
    }
  }
}
