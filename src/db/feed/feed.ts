import type pg from 'pg';
import type { ClientConfig } from '../connection.ts';
import type { ConnectionSource } from '../connection-queue.ts';
import type { Pooling } from '../pool.ts';
import { Session } from '../session.ts';
import type { Row } from '../table.ts';
import { Listener } from './listener.ts';
import { Notifier } from './notifier.ts';
import { changesPerRead, readChanges } from './read.ts';

export type Change = Row<'CustomerEvent'>;

/** The polling interval of all followers, which bounds the delay after a lost notification. */
const lookMs = 5_000;

export interface FollowOptions {
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
}

/** The state that the followers of one account share. */
interface Topic {
  followers: number;
  /** The number of notifications and polls so far. */
  told: number;
  readonly waiting: Set<() => void>;
  /**
   * Reads in progress, by position and number of notifications. A follower with the same key shares the read.
   */
  readonly reading: Map<string, Promise<readonly Change[]>>;
}

/** The configuration of a connection past a pooler, which does not deliver notifications in transaction mode. */
function directly(config: pg.PoolConfig & Pooling): ClientConfig {
  return config.directUrl === undefined ? config : { ...config, connectionString: config.directUrl };
}

/** Publishes the changes of each account in order. The only state of a follower is its position. */
export class Feed {
  readonly #pool: pg.Pool;
  readonly #source: ConnectionSource;
  readonly #notifier: Notifier;
  readonly #topics = new Map<string, Topic>();
  #listener: Listener | undefined;
  #clock: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool, source: ConnectionSource) {
    this.#pool = pool;
    this.#source = source;
    this.#notifier = new Notifier(source);
  }

  /** The number of followers. */
  get followers(): number {
    let followers = 0;
    for (const topic of this.#topics.values()) followers += topic.followers;
    return followers;
  }

  /** Notifies followers. Must be called after each commit with changes. */
  changed(accountId: string): void {
    this.#notifier.notify(accountId);
  }

  /**
   * Yields the changes after a position, then each new change as it is committed, until the signal is
   * aborted. Changes are read only on request; a failed read is retried, and `onFailure` receives the error.
   */
  async *follow(accountId: string, after: string, options: FollowOptions): AsyncGenerator<Change> {
    for await (const changes of this.batches(accountId, after, options)) yield* changes;
  }

  /** Like `follow`, but yields all changes of one read together. */
  async *batches(
    accountId: string,
    after: string,
    { signal, onFailure }: FollowOptions,
  ): AsyncGenerator<readonly Change[]> {
    if (signal.aborted) return;
    const topic = this.#join(accountId);
    // A follower is removed when it stops, not when its current read ends.
    const leave = () => this.#leave(accountId, topic);
    signal.addEventListener('abort', leave, { once: true });
    try {
      for (let position = after; !signal.aborted; ) {
        const { told } = topic;
        const found = (await this.#read(topic, accountId, position).catch(onFailure)) ?? [];
        if (signal.aborted) return;
        position = found.at(-1)?.position ?? position;
        if (found.length > 0) yield found;
        if (found.length < changesPerRead) await untilTold(topic, told, signal);
      }
    } finally {
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) leave();
    }
  }

  #read(topic: Topic, accountId: string, position: string): Promise<readonly Change[]> {
    const place = `${position} ${topic.told}`;
    const known = topic.reading.get(place);
    if (known !== undefined) return known;
    const read = readChanges(new Session(this.#source, { accountId, caller: 'changes' }), position);
    topic.reading.set(place, read);
    return read.finally(() => topic.reading.delete(place));
  }

  #join(accountId: string): Topic {
    const known = this.#topics.get(accountId);
    const topic = known ?? { followers: 0, told: 0, waiting: new Set(), reading: new Map() };
    topic.followers += 1;
    this.#topics.set(accountId, topic);
    this.#listener ??= new Listener({
      config: directly(this.#pool.options),
      onNotice: (account) => this.#tell(account),
    });
    this.#clock ??= setInterval(() => this.#tell(), lookMs).unref();
    return topic;
  }

  #leave(accountId: string, topic: Topic): void {
    topic.followers -= 1;
    if (topic.followers === 0 && this.#topics.get(accountId) === topic) this.#topics.delete(accountId);
    if (this.#topics.size > 0) return;
    this.#listener?.close();
    this.#listener = undefined;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  /** Wakes the followers of an account, or of all accounts. */
  #tell(accountId?: string): void {
    for (const [id, topic] of this.#topics)
      if (accountId === undefined || accountId === id) {
        topic.told += 1;
        for (const wake of topic.waiting) wake();
      }
  }
}

/** Resolves when there was a notification since `told`, or when the signal is aborted. */
function untilTold(topic: Topic, told: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      signal.removeEventListener('abort', wake);
      topic.waiting.delete(wake);
      resolve();
    };
    topic.waiting.add(wake);
    signal.addEventListener('abort', wake);
    if (topic.told !== told || signal.aborted) wake();
  });
}
