import type { Requester } from '../../fair-queue.ts';
import type { Observation } from '../../observe/observation.ts';
import type { Span } from '../../observe/observer.ts';
import type { Signal } from '../../signal.ts';
import type { WorkClass } from '../../waiting-requests.ts';
import { Batch, type Failure, type Part, type Sender } from './batch.ts';
import type { ConnectionSource, SharedBatches } from './connection-queue.ts';
import type { TextRows, TextStatement } from './text-batch.ts';
import { isSilence } from './watchdog.ts';

export interface AloneOptions {
  readonly isExpensive?: boolean;
}

/** Sends statements, several in one write. Outside a transaction, they are repeatable. */
export class Session implements Sender {
  readonly accountId: string;
  readonly signal: Signal | undefined;
  readonly observation: Observation | undefined;
  readonly #requester: Requester;
  readonly #source: ConnectionSource;
  readonly #parts = new Set<Part>();
  /** The last part of a batch that other sessions share. */
  #shared: Part | undefined;
  /** The last part of a batch of look-ups without other sessions. */
  #own: Part | undefined;
  #isListening = false;
  #root: Session = this;
  #parent: Span | undefined;

  constructor(source: ConnectionSource, requester: Requester, signal?: Signal, observation?: Observation) {
    this.#source = source;
    this.#requester = requester;
    this.accountId = requester.accountId;
    this.signal = signal;
    this.observation = observation;
  }

  /** A session whose statements are sent with those of this one, as parts of a span. */
  under(span: Span): Session {
    const session = new Session(this.#source, this.#requester, this.signal, this.observation);
    session.#root = this.#root;
    session.#parent = span;
    return session;
  }

  send(statement: TextStatement): Promise<TextRows> {
    const { shared, isTransaction } = this.#source;
    const part = shared && statement.name ? this.#root.#sharedPart(shared) : this.#root.#ownPart();
    return part.add(statement, !isTransaction, this.#parent);
  }

  sendAlone(statement: TextStatement, { isExpensive = false }: AloneOptions = {}): Promise<TextRows> {
    if (this.#source.isTransaction) return this.send(statement);
    return this.#root.#open(isExpensive ? 'expensive' : 'long').add(statement, true, this.#parent);
  }

  #sharedPart(batches: SharedBatches): Part {
    this.#begin();
    if (this.#shared?.batch.isOpen !== true) this.#shared = this.#joined(batches.batchFor(this.#requester));
    return this.#shared;
  }

  #ownPart(): Part {
    if (this.#own?.batch.isOpen !== true) this.#own = this.#open('short');
    return this.#own;
  }

  #open(work: WorkClass): Part {
    this.#begin();
    const batch = new Batch(this.#source, this.#requester, work);
    const part = this.#joined(batch);
    batch.send();
    return part;
  }

  /** Throws if the session is aborted. */
  #begin(): void {
    this.signal?.throwIfAborted();
    if (this.#isListening) return;
    this.#isListening = true;
    const stop = () => {
      for (const part of this.#parts) part.batch.leave(part);
    };
    this.signal?.addEventListener('abort', stop, { once: true });
  }

  #joined(batch: Batch): Part {
    const part = batch.join(this);
    this.#parts.add(part);
    return part;
  }

  /** Keeps no reference to the part, which would keep those of other sessions, and so on. */
  ended(part: Part): void {
    this.#parts.delete(part);
    if (part === this.#shared) this.#shared = undefined;
    if (part === this.#own) this.#own = undefined;
  }

  /** Rejects the failed statement. The others have not taken effect, and are sent again, without other sessions. */
  failed({ batch, waiting }: Part, { error, at: failedAt, isUnknown, isWhole }: Failure): void {
    const send = (statement: TextStatement, isRepeatable: boolean, parent: Span | undefined) =>
      (batch.work === 'short' ? this.#ownPart() : this.#open(batch.work)).add(
        statement,
        isRepeatable,
        parent,
      );
    for (const [at, { statement, isRepeatable, parent, resolve, reject }] of waiting.entries())
      if (isRepeatable && isSilence(error)) resolve(send(statement, false, parent));
      else if (isWhole || at === failedAt) reject(error);
      else resolve(send(isUnknown ? { ...statement, name: '' } : statement, isRepeatable, parent));
  }
}
