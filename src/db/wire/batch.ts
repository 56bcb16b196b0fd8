import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { Requester } from '../../fair-queue.ts';
import { type Observation, sending } from '../../observe/observation.ts';
import type { Span } from '../../observe/observer.ts';
import { Cancellation, type Signal } from '../../signal.ts';
import type { WorkClass } from '../../waiting-requests.ts';
import { cancel } from './cancel.ts';
import type { ConnectionSource, SharedBatches } from './connection-queue.ts';
import { breaksConnection } from './failure.ts';
import { type BatchReader, TextBatch, type TextRows, type TextStatement } from './text-batch.ts';

/** A statement, and the call that waits for its rows. */
interface Waiting {
  readonly statement: TextStatement;
  /** Whether it is sent again if the connection becomes silent. */
  readonly isRepeatable: boolean;
  readonly parent: Span | undefined;
  span: Span | undefined;
  resolve(rows: TextRows | Promise<TextRows>): void;
  reject(error: unknown): void;
}

/** The failure of a batch outside a transaction, so that none of its statements has taken effect. */
export interface Failure {
  readonly error: unknown;
  /** The index of the failed statement, counted from the first one of the part; that of another part is beyond its own. */
  readonly at: number;
  /** Whether a statement failed when it was prepared: it is unknown which one. */
  readonly isUnknown: boolean;
  /** Whether the failure is that of all statements. */
  readonly isWhole: boolean;
}

/** A session with statements in a batch. */
export interface Sender {
  readonly accountId: string;
  readonly signal: Signal | undefined;
  readonly observation: Observation | undefined;
  ended(part: Part): void;
  failed(part: Part, failure: Failure): void;
}

/** The statements of one session in a batch. */
export class Part {
  batch: Batch;
  readonly sender: Sender;
  readonly waiting: Waiting[] = [];
  /** The index of the first statement in the batch. */
  from = 0;
  observed: ReturnType<typeof sending> | undefined;

  constructor(batch: Batch, sender: Sender) {
    this.batch = batch;
    this.sender = sender;
  }

  get isAborted(): boolean {
    return this.sender.signal?.aborted === true;
  }

  add(statement: TextStatement, isRepeatable: boolean, parent: Span | undefined): Promise<TextRows> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ statement, isRepeatable, parent, span: undefined, resolve, reject });
    });
  }

  /** Whether an index of the batch is that of one of its statements, which are sent. */
  has(at: number): boolean {
    return this.observed !== undefined && at >= this.from && at < this.from + this.waiting.length;
  }

  reject(error: unknown): void {
    for (const { reject } of this.waiting) reject(error);
  }
}

const isNamed = ({ statement }: Waiting): boolean => Boolean(statement.name);

/** Statements before the failed one have taken effect in the transaction. */
function endAt(failedAt: number, { waiting, from }: Part, error: unknown, rows: readonly TextRows[]): void {
  for (const [at, { resolve, reject }] of waiting.entries())
    if (at < failedAt) resolve(rows[from + at] ?? []);
    else reject(error);
}

const cancelEveryMs = 100;

/** Statements that share a connection, a write and a transaction. Those of each account follow its selection. */
export class Batch implements BatchReader {
  readonly work: WorkClass;
  isOpen = true;
  readonly #source: ConnectionSource;
  readonly #requester: Requester;
  readonly #parts: Part[] = [];
  readonly #stop = new Cancellation();
  readonly #cancels: Promise<void>[] = [];
  readonly #shared: SharedBatches | undefined;
  #client: pg.PoolClient | undefined;
  #sentAt = 0;
  /** The number of statements sent, with those that select accounts. */
  #end = 0;

  /** Of several accounts only if it is one of the shared batches; the requester's turn counts for all. */
  constructor(source: ConnectionSource, requester: Requester, work: WorkClass, shared?: SharedBatches) {
    this.#source = source;
    this.#requester = requester;
    this.work = work;
    this.#shared = shared;
  }

  /** The number of its statements. */
  get size(): number {
    let size = 0;
    for (const { waiting } of this.#parts) size += waiting.length;
    return size;
  }

  join(sender: Sender): Part {
    const part = new Part(this, sender);
    this.#parts.push(part);
    sender.observation?.waits();
    return part;
  }

  /** Takes the parts of a batch that has no connection yet, which is not sent. */
  take(other: Batch): void {
    for (const part of other.#parts.splice(0)) {
      part.batch = this;
      this.#parts.push(part);
    }
    other.#stop.abort(undefined);
  }

  /** For a session that is aborted. Only if all are, the statement that runs is cancelled. */
  leave(part: Part): void {
    const reason = part.sender.signal?.reason;
    if (this.#parts.every(({ isAborted }) => isAborted)) {
      this.isOpen = false;
      this.#stop.abort(reason);
      void this.#cancel();
    } else part.reject(reason);
  }

  /** Sends the statements once there is a connection; it is open until then. */
  send(): void {
    this.#source.acquire(this.#requester, { work: this.work, signal: this.#stop }).then(
      (client) => this.#write(client),
      (error) => {
        this.#acquired();
        for (const part of this.#parts) {
          part.sender.ended(part);
          part.reject(error);
        }
      },
    );
  }

  #acquired(): void {
    this.isOpen = false;
    this.#shared?.left(this);
    for (const { sender } of this.#parts) sender.observation?.waited();
  }

  #write(client: pg.PoolClient): void {
    if (!this.#stop.aborted) this.#shared?.fill(this);
    this.#acquired();
    this.#client = client;
    if (this.#stop.aborted) {
      this.#release(false);
      for (const part of this.#parts) part.reject(this.#stop.reason);
      return;
    }
    const isPrepared = this.#parts.every(({ waiting }) => waiting.every(isNamed));
    const statements: TextStatement[] = [];
    for (const [accountId, parts] of this.#byAccount()) {
      statements.push(...this.#source.setUp(accountId, { work: this.work, isPrepared }));
      for (const part of parts) {
        part.from = statements.length;
        part.observed = sending(part.waiting, part.sender.observation, this.#source.observer);
        for (const { statement } of part.waiting) statements.push(statement);
      }
    }
    this.#end = statements.length;
    if (this.#shared !== undefined) this.#sentAt = performance.now();
    client.query(new TextBatch(statements, this));
  }

  /** In the order of their first parts; without aborted ones. */
  #byAccount(): ReadonlyMap<string, readonly Part[]> {
    const byAccount = new Map<string, Part[]>();
    for (const part of this.#parts) {
      if (part.isAborted) continue;
      const { accountId } = part.sender;
      const parts = byAccount.get(accountId);
      if (parts === undefined) byAccount.set(accountId, [part]);
      else parts.push(part);
    }
    return byAccount;
  }

  completed(rows: readonly TextRows[]): void {
    this.#shared?.took(performance.now() - this.#sentAt);
    this.#release(false);
    for (const { waiting, from, observed } of this.#parts) {
      // Otherwise it left before the batch was sent, and its statements are rejected.
      if (observed === undefined) continue;
      observed(rows, from);
      for (let at = 0; at < waiting.length; at++) waiting[at]?.resolve(rows[from + at] ?? []);
    }
  }

  failed(error: unknown, failedAt: number, rows: readonly TextRows[]): void {
    this.#shared?.took(performance.now() - this.#sentAt);
    const isBroken = breaksConnection(error);
    this.#release(isBroken);
    const isKnown = this.#parts.some((part) => part.has(failedAt));
    // Statements with names are prepared before the first one runs. Without names, the one that fails shows.
    const isUnknown =
      !isKnown && failedAt < this.#end && this.#parts.some(({ waiting }) => waiting.some(isNamed));
    const isWhole = isBroken || !(isKnown || isUnknown);
    for (const part of this.#parts) {
      const at = failedAt - part.from;
      part.observed?.(
        rows,
        part.from,
        isWhole || isUnknown || part.has(failedAt) ? { at, error } : undefined,
      );
      // The reason of the abort rather than the cancelled statement's error.
      if (part.isAborted) part.reject(part.sender.signal?.reason);
      else if (this.#source.isTransaction) endAt(at, part, error, rows);
      else part.sender.failed(part, { error, at, isUnknown, isWhole });
    }
  }

  /** Repeats cancel requests until the batch ends: the server ignores one that arrives between two statements. */
  async #cancel(): Promise<void> {
    while (this.#client !== undefined) {
      const sent = cancel(this.#client);
      this.#cancels.push(sent);
      await sent;
      await setTimeout(cancelEveryMs, undefined, { ref: false });
    }
  }

  #release(isBroken: boolean): void {
    const client = this.#client as pg.PoolClient;
    this.#client = undefined;
    for (const part of this.#parts) part.sender.ended(part);
    // Waits for cancel requests: a late one would stop the next statement on the connection.
    if (this.#cancels.length === 0) this.#source.release(client, isBroken);
    else void Promise.all(this.#cancels).then(() => this.#source.release(client, isBroken));
  }
}
