import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/client.ts';
import { type Row, sql } from '../../db/model/table.ts';
import type { Session } from '../../db/wire/session.ts';
import { type Transaction, transaction } from '../../db/write/transaction.ts';
import type { Requester } from '../../fair-queue.ts';
import type { Observation } from '../../observe/observation.ts';
import type { Signal } from '../../signal.ts';
import { EventBuffer } from './event-buffer.ts';
import { Faults, Rejection } from './faults.ts';
import { claim, keep, type Request, readRequestKey } from './idempotency.ts';
import type { UserError } from './user-error.ts';
import { isRetryable, userErrorOf } from './violation.ts';

export interface Author {
  readonly accountId: string;
  /** The holder of the credentials; the account's connections are shared fairly between callers. */
  readonly caller: string;
  readonly actor: string | null;
  readonly actorType: Row<'CustomerEvent'>['actorType'];
}

export interface Write extends Transaction, Author {
  readonly faults: Faults;
  readonly events: EventBuffer;
}

/** The work's answer, or the part of it that a rejection has, with all user errors. */
export type Payload<A extends object> = Partial<A> & { readonly userErrors: readonly UserError[] };

type Work<A extends object> = (write: Write) => Promise<A>;

export interface WriterOptions {
  readonly db: Db;
  readonly author: Author;
  /** Stops waiting for a connection; does not interrupt a transaction that has begun. */
  readonly signal?: Signal | undefined;
  readonly observation?: Observation | undefined;
  /** Called when data read before is stale, with the session for further reads, if there is one. */
  readonly onChange: (session?: Session) => void;
}

const moreTries = 3;

async function retried<T>(work: () => Promise<T>, observation?: Observation): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === moreTries || !isRetryable(error)) throw error;
      observation?.tracer?.start('retry', { attempt: tries + 1 }, observation.executing).end({}, error);
      await sleep((5 + Math.random() * 20) * 2 ** tries);
    }
  }
}

function rejectedPayload<A extends object>(error: unknown): Payload<A> {
  const userError = userErrorOf(error);
  const rejection = userError === undefined ? error : new Rejection([userError]);
  if (!(rejection instanceof Rejection)) throw error;
  // The rejection's answer is a part of the work's answer.
  return { ...rejection.answer, userErrors: rejection.userErrors } as Payload<A>;
}

const done = <A extends object>(answer: A): Payload<A> => ({ ...answer, userErrors: [] });

/** Runs a request's mutations in order, each in its own transaction. */
export class Writer {
  readonly #options: WriterOptions;
  #endDryRun: (() => Promise<void>) | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  get requester(): Requester {
    return this.#options.author;
  }

  get signal(): Signal | undefined {
    return this.#options.signal;
  }

  async run<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    await this.settle();
    try {
      return await retried(
        () => (request.input.dryRun ? this.#tryOut(request, work) : this.#commit(request, work)),
        this.#options.observation,
      );
    } catch (error) {
      return rejectedPayload<A>(error);
    }
  }

  /** Rolls back the open dry run. Call it when a response is complete. */
  async settle(): Promise<void> {
    await this.#endDryRun?.();
  }

  #begin<T>(request: Request, work: (write: Write, key: string | undefined) => Promise<T>): Promise<T> {
    const { db, author, signal, observation } = this.#options;
    const span = observation?.tracer?.start('transaction', { name: request.name }, observation.executing);
    const done = transaction(
      db,
      author,
      (open) => {
        const faults = new Faults();
        return work(
          { ...open, ...author, faults, events: new EventBuffer() },
          readRequestKey(request, faults),
        );
      },
      { signal, observation, span },
    );
    if (span !== undefined)
      done.then(
        () => span.end(),
        (error) => span.end({}, error),
      );
    return done;
  }

  async #commit<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    const { db, author, onChange } = this.#options;
    let hasEvents = false;
    const payload = await this.#begin(request, async (write, key) => {
      const answered =
        key === undefined ? done(await work(write)) : await this.#once(write, key, request, work);
      hasEvents = await write.events.write(write);
      return answered;
    });
    if (hasEvents) db.$feed.changed(author.accountId);
    onChange();
    return payload;
  }

  /** Stores the answer under the key, even if it is a rejection: only the work is rolled back then. */
  async #once<A extends object>(
    write: Write,
    key: string,
    request: Request,
    work: Work<A>,
  ): Promise<Payload<A>> {
    const known = await claim(write, key, request);
    // The stored answer is an answer of `work`.
    if (known !== undefined) return { ...known.answer, userErrors: known.userErrors } as Payload<A>;
    await write.run(sql`savepoint work`);
    const payload = await work(write).then(done, async (error) => {
      if (!(error instanceof Rejection)) throw error;
      await write.run(sql`rollback to savepoint work`);
      write.events.discard();
      return rejectedPayload<A>(error);
    });
    const { userErrors, ...answer } = payload;
    await keep(write, key, { answer, userErrors });
    return payload;
  }

  /** Rolls back only when the response, which is read within the transaction, is complete. */
  #tryOut<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    const { onChange } = this.#options;
    return new Promise((resolve, reject) => {
      const over = this.#begin(request, async (write) => {
        const answer = await work(write);
        await write.events.insertUnnumbered(write);
        await new Promise<void>((end) => {
          const endDryRun = async () => {
            this.#endDryRun = undefined;
            end();
            await over;
            onChange();
          };
          this.#endDryRun = endDryRun;
          onChange(write.session);
          resolve(done(answer));
        });
        throw new Rejection([]);
      }).catch(reject);
    });
  }
}
