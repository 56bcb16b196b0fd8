import type pg from 'pg';
import type { Signal } from '../../signal.ts';
import type { Row } from '../model/table.ts';
import type { ClientConfig } from '../wire/connection.ts';
import type { ConnectionSource } from '../wire/connection-queue.ts';
import type { Pooling } from '../wire/pool.ts';
import { Session } from '../wire/session.ts';
import { Listener } from './listener.ts';
import { Notifier } from './notifier.ts';
import { changesPerRead, readChanges } from './read.ts';

export type Change = Row<'CustomerEvent'>;

/** The polling interval of all followers, which bounds the delay after a lost notification. */
const lookMs = 5_000;

interface FollowOptions {
  readonly signal: Signal;
  readonly onFailure: (error: unknown) => void;
}

interface Topic {
  followers: number;
  notices: number;
  readonly waiting: Set<() => void>;
  /** By position and number of notifications; followers with the same key share the read. */
  readonly reading: Map<string, Promise<readonly Change[]>>;
}

/** The configuration of a connection past a pooler, which does not deliver notifications in transaction mode. */
function directly(config: pg.PoolConfig & Pooling): ClientConfig {
  return config.directUrl === undefined ? config : { ...config, connectionString: config.directUrl };
}

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

  get followers(): number {
    let followers = 0;
    for (const topic of this.#topics.values()) followers += topic.followers;
    return followers;
  }

  /** Notifies followers. Must be called after each commit with changes. */
  changed(accountId: string): void {
    this.#notifier.notify(accountId);
  }

  /** Changes are read only on request. A failed read is retried, and `onFailure` receives the error. */
  async *follow(accountId: string, after: string, options: FollowOptions): AsyncGenerator<Change> {
    for await (const changes of this.batches(accountId, after, options)) yield* changes;
  }

  async *batches(
    accountId: string,
    after: string,
    { signal, onFailure }: FollowOptions,
  ): AsyncGenerator<readonly Change[]> {
    if (signal.aborted) return;
    const topic = this.#join(accountId);
    const leave = () => this.#leave(accountId, topic);
    signal.addEventListener('abort', leave, { once: true });
    try {
      for (let position = after; !signal.aborted; ) {
        const { notices } = topic;
        const found = (await this.#read(topic, accountId, position).catch(onFailure)) ?? [];
        if (signal.aborted) return;
        position = found.at(-1)?.position ?? position;
        if (found.length > 0) yield found;
        if (found.length < changesPerRead) await untilNotified(topic, notices, signal);
      }
    } finally {
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) leave();
    }
  }

  #read(topic: Topic, accountId: string, position: string): Promise<readonly Change[]> {
    const key = `${position} ${topic.notices}`;
    const known = topic.reading.get(key);
    if (known !== undefined) return known;
    const read = readChanges(new Session(this.#source, { accountId, caller: 'changes' }), position);
    topic.reading.set(key, read);
    return read.finally(() => topic.reading.delete(key));
  }

  #join(accountId: string): Topic {
    const known = this.#topics.get(accountId);
    const topic = known ?? { followers: 0, notices: 0, waiting: new Set(), reading: new Map() };
    topic.followers += 1;
    this.#topics.set(accountId, topic);
    this.#listener ??= new Listener({
      config: directly(this.#pool.options),
      onNotice: (account) => this.#notify(account),
    });
    this.#clock ??= setInterval(() => this.#notify(), lookMs).unref();
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

  #notify(accountId?: string): void {
    for (const [id, topic] of this.#topics)
      if (accountId === undefined || accountId === id) {
        topic.notices += 1;
        for (const wake of topic.waiting) wake();
      }
  }
}

function untilNotified(topic: Topic, seen: number, signal: Signal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      signal.removeEventListener('abort', wake);
      topic.waiting.delete(wake);
      resolve();
    };
    topic.waiting.add(wake);
    signal.addEventListener('abort', wake);
    if (topic.notices !== seen || signal.aborted) wake();
  });
}
