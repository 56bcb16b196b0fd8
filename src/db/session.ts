import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import type { WorkClass } from '../waiting-requests.ts';
import { cancel } from './cancel.ts';
import type { ConnectionSource } from './connection-queue.ts';
import { breaksConnection } from './failure.ts';
import { inOnePiece } from './one-piece.ts';
import { newBatch, type PipelinedBatch, settings } from './pipelined-batch.ts';
import { TextQuery, type TextRows, type TextStatement } from './text-query.ts';
import { isSilence } from './watchdog.ts';

/** A connection source for an open transaction, which returns its connection to the pool itself. */
export function fromTransaction(
  client: pg.ClientBase,
  { expensiveMs }: Pick<ConnectionSource, 'expensiveMs'>,
): ConnectionSource {
  // Uses only the ClientBase part of PoolClient.
  const acquired = Promise.resolve(client as pg.PoolClient);
  return {
    acquire: () => acquired,
    release: () => undefined,
    isPipelined: true,
    isTransaction: true,
    expensiveMs,
  };
}

export interface AloneOptions {
  /** Whether the statement takes an expensive slot and has a shorter timeout. */
  readonly isExpensive?: boolean;
}

/**
 * Runs a request's statements for its account, until the request is aborted. Statements
 * of one turn of the event loop share a connection and one write, since a write costs
 * more than most of them do. Outside a transaction, every statement must be repeatable:
 * if the server does not respond, it is retried once on another connection.
 */
export class Session {
  readonly accountId: string;
  readonly #requester: Requester;
  readonly #source: ConnectionSource;
  /** Aborted once the result is not needed. */
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

  /** Runs a short statement on a connection shared with the other statements of this turn. */
  send(statement: TextStatement): Promise<TextRows> {
    return this.#send(statement, !this.#source.isTransaction);
  }

  /** Runs a statement on a separate connection. */
  sendAlone(statement: TextStatement, { isExpensive = false }: AloneOptions = {}): Promise<TextRows> {
    return this.#sendAlone(statement, isExpensive, !this.#source.isTransaction);
  }

  #send(statement: TextStatement, isRepeatable: boolean): Promise<TextRows> {
    if (!this.#source.isPipelined) return this.#sendAlone(statement, false, isRepeatable);
    if (this.#shared === undefined) {
      this.#shared = this.#open('short');
      queueMicrotask(() => {
        this.#shared = undefined;
      });
    }
    return this.#enqueue(this.#shared, statement, isRepeatable);
  }

  #sendAlone(statement: TextStatement, isExpensive: boolean, isRepeatable: boolean): Promise<TextRows> {
    const { isPipelined, expensiveMs } = this.#source;
    const batch = this.#open(isExpensive ? 'expensive' : 'long');
    if (!isPipelined) return this.#enqueue(batch, statement, isRepeatable);
    this.#set(batch, settings.planForValues);
    if (isExpensive) this.#set(batch, settings.timeout(expensiveMs));
    const answer = this.#enqueue(batch, statement, isRepeatable);
    if (isExpensive) this.#set(batch, settings.resetTimeout);
    this.#set(batch, settings.planOnce);
    return answer;
  }

  #open(work: WorkClass): PipelinedBatch {
    this.#signal?.throwIfAborted();
    this.#listen();
    const client = this.#source.acquire(this.#requester, { work, signal: this.#signal });
    const batch = newBatch(client, work);
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

  #enqueue(batch: PipelinedBatch, statement: TextStatement, isRepeatable: boolean): Promise<TextRows> {
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
        // Rejects with the reason of the abort rather than with the cancelled statement's error.
        if (this.#signal?.aborted) reject(this.#signal.reason);
        else if (isRepeatable && isSilence(error)) resolve(this.#repeat(batch, statement));
        else reject(error);
      };
      batch.waiting.push(new TextQuery(statement, answered, failed));
    });
  }

  #repeat({ work }: PipelinedBatch, statement: TextStatement): Promise<TextRows> {
    if (work === 'short') return this.#send(statement, false);
    return this.#sendAlone(statement, work === 'expensive', false);
  }

  /** Changes a setting of the connection; if that fails, the connection is not reused. */
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
    // Statements enqueued later must open a new batch, since this one is sent now.
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
    // A cancel request stops only one statement, and the next one of the batch starts now.
    else if (this.#signal?.aborted) this.#cancel(batch);
  }

  #release(batch: PipelinedBatch): void {
    this.#batches.delete(batch);
    const { acquired, cancels } = batch;
    if (acquired === undefined) return;
    const release = () => this.#source.release(acquired, batch.isBroken);
    // Waits for cancel requests: a late one would stop the next statement on the connection.
    if (cancels.length > 0) void Promise.all(cancels).then(release);
    else release();
  }
}
