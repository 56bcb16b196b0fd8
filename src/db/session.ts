import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import type { WorkClass } from '../waiting-requests.ts';
import { cancel } from './cancel.ts';
import type { ConnectionSource } from './connection-queue.ts';
import { breaksConnection } from './failure.ts';
import { inOnePiece } from './one-piece.ts';
import { TextQuery, type TextRows, type TextStatement } from './text-query.ts';

/** The connection of an open transaction, which the transaction itself returns to the pool. */
export function fromTransaction(
  client: pg.ClientBase,
  { expensiveMs }: Pick<ConnectionSource, 'expensiveMs'>,
): ConnectionSource {
  // Uses only the ClientBase part of PoolClient.
  const acquired = Promise.resolve(client as pg.PoolClient);
  return { acquire: () => acquired, release: () => undefined, isPipelined: true, expensiveMs };
}

export interface AloneOptions {
  /** Whether the statement takes one of the expensive slots, under a shorter timeout. */
  readonly isExpensive?: boolean;
}

const setting = (text: string): TextStatement => ({ text, values: [] });

/** The serving pool's connections use generic plans; statements that callers shape are planned for their values. */
const [planForValues, planOnce] = [
  setting('set plan_cache_mode = force_custom_plan'),
  setting('set plan_cache_mode = force_generic_plan'),
];

const resetTimeout = setting('reset statement_timeout');

/** Statements that are sent in one write on one connection, and answered one after the other. */
interface PipelinedBatch {
  readonly client: Promise<pg.PoolClient>;
  acquired: pg.PoolClient | undefined;
  readonly cancels: Promise<void>[];
  /** Sent as soon as the connection is acquired. */
  readonly waiting: TextQuery[];
  unanswered: number;
  /** Those of the unanswered that are the caller's, not settings of the connection. */
  cancellable: number;
  isSent: boolean;
  /** The server is closing the connection, or the connection's settings are unknown. */
  isBroken: boolean;
}

/**
 * Runs a request's statements for its account, until the request is aborted. Statements of one turn of the event loop
 * share a connection and one write: sending costs more than most of them take.
 */
export class Session {
  readonly accountId: string;
  readonly #requester: Requester;
  readonly #source: ConnectionSource;
  /** Aborted when the answer is no longer needed. */
  readonly #signal: AbortSignal | undefined;
  readonly #batches = new Set<PipelinedBatch>();
  #shared: PipelinedBatch | undefined;
  #isListening = false;

  constructor(source: ConnectionSource, requester: Requester, signal?: AbortSignal) {
    this.#source = source;
    this.#requester = requester;
    this.accountId = requester.accountId;
    this.#signal = signal;
  }

  /** Runs a short statement on a connection that the other statements of this turn share. */
  send(statement: TextStatement): Promise<TextRows> {
    if (!this.#source.isPipelined) return this.sendAlone(statement);
    if (this.#shared === undefined) {
      this.#shared = this.#open('short');
      queueMicrotask(() => {
        this.#shared = undefined;
      });
    }
    return this.#enqueue(this.#shared, statement);
  }

  /** Runs a statement on a connection of its own. */
  sendAlone(statement: TextStatement, { isExpensive = false }: AloneOptions = {}): Promise<TextRows> {
    const { isPipelined, expensiveMs } = this.#source;
    const batch = this.#open(isExpensive ? 'expensive' : 'long');
    if (!isPipelined) return this.#enqueue(batch, statement);
    this.#set(batch, planForValues);
    if (isExpensive) this.#set(batch, setting(`set statement_timeout = ${expensiveMs}`));
    const answer = this.#enqueue(batch, statement);
    if (isExpensive) this.#set(batch, resetTimeout);
    this.#set(batch, planOnce);
    return answer;
  }

  #open(work: WorkClass): PipelinedBatch {
    this.#signal?.throwIfAborted();
    this.#listen();
    const client = this.#source.acquire(this.#requester, { work, signal: this.#signal });
    const batch: PipelinedBatch = {
      client,
      acquired: undefined,
      cancels: [],
      waiting: [],
      unanswered: 0,
      cancellable: 0,
      isSent: false,
      isBroken: false,
    };
    this.#batches.add(batch);
    client.then(
      (acquired) => this.#flush(batch, acquired),
      (error) => {
        for (const query of batch.waiting) query.handleError(error);
      },
    );
    return batch;
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const stop = () => {
      for (const batch of this.#batches) this.#cancel(batch);
    };
    this.#signal?.addEventListener('abort', stop, { once: true });
  }

  #cancel({ client, cancels, cancellable }: PipelinedBatch): void {
    if (cancellable > 0) cancels.push(client.then(cancel, () => undefined));
  }

  #enqueue(batch: PipelinedBatch, statement: TextStatement): Promise<TextRows> {
    batch.unanswered += 1;
    batch.cancellable += 1;
    return new Promise((resolve, reject) => {
      const answered = (rows: TextRows) => {
        batch.cancellable -= 1;
        this.#complete(batch);
        resolve(rows);
      };
      const failed = (error: unknown) => {
        batch.cancellable -= 1;
        batch.isBroken ||= breaksConnection(error);
        this.#complete(batch);
        // The reason of the abort, rather than the cancelled statement's error.
        reject(this.#signal?.aborted ? this.#signal.reason : error);
      };
      batch.waiting.push(new TextQuery(statement, answered, failed));
    });
  }

  /** Changes a setting of the connection; where that fails, the connection is not used again. */
  #set(batch: PipelinedBatch, statement: TextStatement): void {
    batch.unanswered += 1;
    const failed = () => {
      batch.isBroken ||= batch.isSent;
      this.#complete(batch);
    };
    batch.waiting.push(new TextQuery(statement, () => this.#complete(batch), failed));
  }

  /** Sends the statements in one write. */
  #flush(batch: PipelinedBatch, client: pg.PoolClient): void {
    // Later statements would not be sent.
    if (this.#shared === batch) this.#shared = undefined;
    batch.acquired = client;
    const { waiting } = batch;
    if (this.#signal?.aborted) {
      for (const query of waiting) query.handleError(this.#signal.reason);
      return;
    }
    batch.isSent = true;
    inOnePiece(client, () => {
      for (const query of waiting) client.query(query);
    });
  }

  #complete(batch: PipelinedBatch): void {
    batch.unanswered -= 1;
    if (batch.unanswered === 0) this.#release(batch);
    // A cancel request stops one statement; the next one of the batch begins only now.
    else if (this.#signal?.aborted) this.#cancel(batch);
  }

  #release(batch: PipelinedBatch): void {
    this.#batches.delete(batch);
    const { acquired, cancels } = batch;
    if (acquired === undefined) return;
    const release = () => this.#source.release(acquired, batch.isBroken);
    // A late cancel request would stop the connection's next statement.
    if (cancels.length > 0) void Promise.all(cancels).then(release);
    else release();
  }
}
