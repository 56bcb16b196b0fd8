import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import {
  claimMessages,
  type Message,
  recordFailure,
  recordSent,
  releaseMessage,
} from '../db/write/outbox.ts';
import { maxAttempts, pauseAfter } from './schedule.ts';
import { sendMessage } from './webhook.ts';

export interface DelivererOptions {
  readonly db: Db;
  readonly log: Logger;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly timeoutMs?: number;
  readonly pollMs?: number;
}

/** Deliveries of a process at the same time. */
const slots = 8;

const [usualTimeoutMs, usualPollMs] = [15_000, 1_000];

/** The time after the end of a request in which its result must be recorded. */
const recordMs = 45_000;

const recordPauseMs = 1_000;

/** The part of a shutdown's time in which results are recorded and claims released. */
const releaseMs = 2_000;

/**
 * Sends the messages of the outbox to the operator's webhook. Any number of processes do so: a claim expires, so
 * that another process repeats what a killed one has not finished. No connection is held during a request.
 */
export class Deliverer {
  readonly #options: Required<DelivererOptions>;
  readonly #leaseMs: number;
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #aborting = new AbortController();
  readonly #loop: Promise<void>;
  #after = '';
  #onFreeSlot = (): void => undefined;
  #isUnreachable = false;
  #isRejected = false;

  constructor(options: DelivererOptions) {
    this.#options = { timeoutMs: usualTimeoutMs, pollMs: usualPollMs, ...options };
    this.#leaseMs = this.#options.timeoutMs + recordMs;
    this.#loop = this.#run();
  }

  /** Claims no more, waits for running requests, and releases the claims of those that take too long. */
  async stop(timeoutMs: number): Promise<void> {
    this.#stopping.abort();
    this.#onFreeSlot();
    const timer = setTimeout(() => this.#aborting.abort(), Math.max(0, timeoutMs - releaseMs));
    await this.#loop;
    await Promise.all(this.#running);
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const claimed = await this.#claim(slots - this.#running.size);
      for (const message of claimed) this.#start(message);
      this.#after = lastAccount(claimed, this.#after);
      if (this.#running.size === slots) await this.#untilFreeSlot();
      // Random, so that the polls of several processes spread.
      else if (claimed.length === 0) await pause(this.#options.pollMs * (0.75 + Math.random() / 2), signal);
    }
  }

  async #claim(most: number): Promise<readonly Message[]> {
    const { db, log } = this.#options;
    try {
      const claimed = await claimMessages(db, { most, leaseMs: this.#leaseMs, after: this.#after });
      this.#isUnreachable = false;
      return claimed;
    } catch (err) {
      if (!this.#isUnreachable) log.warn({ err }, 'outbox cannot be read now');
      this.#isUnreachable = true;
      return [];
    }
  }

  async #untilFreeSlot(): Promise<void> {
    const freed = new Promise<void>((resolve) => {
      this.#onFreeSlot = resolve;
    });
    if (this.#running.size === slots && !this.#stopping.signal.aborted) await freed;
  }

  #start(message: Message): void {
    const delivery = this.#deliver(message).finally(() => {
      this.#running.delete(delivery);
      this.#onFreeSlot();
    });
    this.#running.add(delivery);
  }

  async #deliver(message: Message): Promise<void> {
    const save = await this.#send(message).then(
      (error) => this.#result(message, error),
      () => () => releaseMessage(this.#options.db, message),
    );
    await this.#record(message, save);
  }

  async #send(message: Message): Promise<string | undefined> {
    if (message.attempts > maxAttempts) return 'the gateway stopped during the last attempt';
    return sendMessage(this.#options, message, this.#aborting.signal);
  }

  #result(message: Message, error: string | undefined): () => Promise<unknown> {
    const { db, log } = this.#options;
    const { id: messageId, topic, attempts } = message;
    const facts = { messageId, topic, attempts, error };
    if (error === undefined) {
      if (this.#isRejected) log.info(facts, 'messages are delivered again');
      this.#isRejected = false;
      return () => recordSent(db, message);
    }
    const pauseMs = pauseAfter(attempts);
    if (pauseMs === undefined) log.error(facts, 'message failed');
    else if (!this.#isRejected) log.warn(facts, 'messages cannot be delivered now');
    this.#isRejected = true;
    return () => recordFailure(db, message, { error, pauseMs });
  }

  /** Retries until the claim expires; then another process repeats the delivery. */
  async #record({ id: messageId, topic }: Message, save: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#aborting;
    const until = performance.now() + recordMs;
    for (;;) {
      try {
        await save();
        return;
      } catch (err) {
        if (signal.aborted || performance.now() > until) {
          this.#options.log.warn({ err, messageId, topic }, 'result of a message not recorded');
          return;
        }
        await pause(recordPauseMs, signal);
      }
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);

/** The greatest account after the former one; the turn starts again if there is none. */
const lastAccount = (claimed: readonly Message[], former: string): string =>
  claimed.reduce((last, { accountId }) => {
    const isLater = accountId > former && accountId > last;
    return isLater ? accountId : last;
  }, '');
