import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { Requester } from '../../fair-queue.ts';
import { type Observation, sending } from '../../observe/observation.ts';
import type { Span } from '../../observe/observer.ts';
import type { Signal } from '../../signal.ts';
import type { WorkClass } from '../../waiting-requests.ts';
import { cancel } from './cancel.ts';
import type { ConnectionSource } from './connection-queue.ts';
import { breaksConnection } from './failure.ts';
import { TextBatch, type TextRows, type TextStatement } from './text-batch.ts';
import { isSilence } from './watchdog.ts';

const cancelEveryMs = 100;

const resolved = Promise.resolve();

export interface AloneOptions {
  readonly isExpensive?: boolean;
}

interface Waiting {
  readonly statement: TextStatement;
  readonly isRepeatable: boolean;
  readonly parent: Span | undefined;
  span: Span | undefined;
  resolve(rows: TextRows | Promise<TextRows>): void;
  reject(error: unknown): void;
}

interface Batch {
  readonly client: Promise<pg.PoolClient>;
  readonly work: WorkClass;
  readonly waiting: Waiting[];
  readonly cancels: Promise<void>[];
}

/** Statements of one turn share a connection and a write. Outside a transaction, they are repeatable. */
export class Session {
  readonly accountId: string;
  readonly #requester: Requester;
  readonly #source: ConnectionSource;
  readonly #signal: Signal | undefined;
  readonly #batches = new Set<Batch>();
  #shared: Batch | undefined;
  #isListening = false;
  readonly #observation: Observation | undefined;
  #root: Session = this;
  #parent: Span | undefined;

  constructor(source: ConnectionSource, requester: Requester, signal?: Signal, observation?: Observation) {
    this.#source = source;
    this.#requester = requester;
    this.accountId = requester.accountId;
    this.#signal = signal;
    this.#observation = observation;
  }

  /** A session whose statements are sent with those of this one, as parts of a span. */
  under(span: Span): Session {
    const session = new Session(this.#source, this.#requester, this.#signal, this.#observation);
    session.#root = this.#root;
    session.#parent = span;
    return session;
  }

  send(statement: TextStatement): Promise<TextRows> {
    return this.#root.#send('short', statement, !this.#source.isTransaction, this.#parent);
  }

  sendAlone(statement: TextStatement, { isExpensive = false }: AloneOptions = {}): Promise<TextRows> {
    if (this.#source.isTransaction) return this.send(statement);
    return this.#root.#send(isExpensive ? 'expensive' : 'long', statement, true, this.#parent);
  }

  #send(
    work: WorkClass,
    statement: TextStatement,
    isRepeatable: boolean,
    parent: Span | undefined,
  ): Promise<TextRows> {
    const batch = work === 'short' ? this.#sharedBatch() : this.#open(work);
    return new Promise((resolve, reject) => {
      batch.waiting.push({ statement, isRepeatable, parent, span: undefined, resolve, reject });
    });
  }

  #sharedBatch(): Batch {
    if (this.#shared !== undefined) return this.#shared;
    const batch = this.#open('short');
    this.#shared = batch;
    void resolved.then(() => {
      if (this.#shared === batch) this.#shared = undefined;
    });
    return batch;
  }

  #open(work: WorkClass): Batch {
    this.#signal?.throwIfAborted();
    this.#listen();
    const client = this.#source.acquire(this.#requester, { work, signal: this.#signal });
    const batch: Batch = { client, work, waiting: [], cancels: [] };
    this.#observation?.waits();
    client.then(
      (acquired) => {
        this.#observation?.waited();
        this.#flush(batch, acquired);
      },
      (error) => {
        this.#observation?.waited();
        rejectAll(batch, error);
      },
    );
    return batch;
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const stop = () => {
      for (const batch of this.#batches) void this.#cancel(batch);
    };
    this.#signal?.addEventListener('abort', stop, { once: true });
  }

  /** Repeats cancel requests until the batch ends: the server ignores one that arrives between two statements. */
  async #cancel(batch: Batch): Promise<void> {
    while (this.#batches.has(batch)) {
      const sent = batch.client.then(cancel);
      batch.cancels.push(sent);
      await sent;
      await setTimeout(cancelEveryMs, undefined, { ref: false });
    }
  }

  #flush(batch: Batch, client: pg.PoolClient): void {
    // Statements that arrive later must open a new batch, since this one is sent now.
    if (this.#shared === batch) this.#shared = undefined;
    if (this.#signal?.aborted) {
      this.#source.release(client, false);
      rejectAll(batch, this.#signal.reason);
      return;
    }
    this.#batches.add(batch);
    const { waiting } = batch;
    const isPrepared = waiting.every(({ statement }) => statement.name);
    const before = this.#source.setUp(this.accountId, { work: batch.work, isPrepared });
    const statements = [...before, ...waiting.map(({ statement }) => statement)];
    const end = sending(waiting, this.#observation, this.#source.observer);
    const query = new TextBatch(statements, {
      completed: (rows) => {
        end(rows, before.length);
        this.#release(batch, client, false);
        for (const [at, { resolve }] of waiting.entries()) resolve(rows[before.length + at] ?? []);
      },
      failed: (error, at, rows) => {
        this.#release(batch, client, breaksConnection(error));
        const failedAt = at - before.length;
        end(rows, before.length, { at: failedAt, error });
        // The reason of the abort rather than the cancelled statement's error.
        if (this.#signal?.aborted) rejectAll(batch, this.#signal.reason);
        else if (this.#source.isTransaction) endAt(failedAt, batch, error, rows.slice(before.length));
        else this.#fail(batch, error, failedAt);
      },
    });
    client.query(query);
  }

  /** Rejects the failed statement. The others have not taken effect, and are sent again. */
  #fail({ waiting, work }: Batch, error: unknown, failedAt: number): void {
    // Statements with names are prepared before the first one runs. Without names, the one that fails shows.
    const isUnknown = failedAt < 0 && waiting.some(({ statement }) => statement.name);
    const isWhole = breaksConnection(error) || (!isUnknown && waiting[failedAt] === undefined);
    for (const [at, { statement, isRepeatable, parent, resolve, reject }] of waiting.entries()) {
      if (isRepeatable && isSilence(error)) resolve(this.#send(work, statement, false, parent));
      else if (isWhole || at === failedAt) reject(error);
      else
        resolve(this.#send(work, isUnknown ? { ...statement, name: '' } : statement, isRepeatable, parent));
    }
  }

  #release(batch: Batch, client: pg.PoolClient, isBroken: boolean): void {
    this.#batches.delete(batch);
    const release = () => this.#source.release(client, isBroken);
    // Waits for cancel requests: a late one would stop the next statement on the connection.
    if (batch.cancels.length > 0) void Promise.all(batch.cancels).then(release);
    else release();
  }
}

function rejectAll({ waiting }: Batch, error: unknown): void {
  for (const { reject } of waiting) reject(error);
}

function endAt(failedAt: number, { waiting }: Batch, error: unknown, rows: readonly TextRows[]): void {
  for (const [at, { resolve, reject }] of waiting.entries())
    if (at < failedAt) resolve(rows[at] ?? []);
    else reject(error);
}
