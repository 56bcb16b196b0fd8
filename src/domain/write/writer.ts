import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/client.ts';
import type { Session } from '../../db/session.ts';
import { type Row, sql } from '../../db/table.ts';
import { type Transaction, transaction } from '../../db/transaction.ts';
import type { Requester } from '../../fair-queue.ts';
import { Faults, Refusal } from './faults.ts';
import { claim, keep, keyOf, type Request } from './idempotency.ts';
import { Told } from './told.ts';
import type { UserError } from './user-error.ts';
import { isWorthAnotherTry, userErrorOf } from './violation.ts';

/** The caller of a mutation and its account. */
export interface Author {
  readonly accountId: string;
  /** The holder of the credentials; the account's connections are shared fairly between callers. */
  readonly caller: string;
  /** The actor in events: an account user's id or a service's name. */
  readonly actor: string | null;
  readonly actorType: Row<'CustomerEvent'>['actorType'];
}

/** The context of a mutation's work. */
export interface Write extends Transaction, Author {
  readonly faults: Faults;
  /** Change events that the transaction writes when it is done. */
  readonly told: Told;
}

/** The work's answer, or the part of it that a refusal has, with all user errors. */
export type Payload<A extends object> = Partial<A> & { readonly userErrors: readonly UserError[] };

type Work<A extends object> = (write: Write) => Promise<A>;

export interface WriterOptions {
  readonly db: Db;
  readonly author: Author;
  /** Stops waiting for a connection; does not interrupt a transaction that has begun. */
  readonly signal?: AbortSignal | undefined;
  /** Called when data read before is stale, with the session for further reads, if there is one. */
  readonly onChange: (session?: Session) => void;
}

const moreTries = 3;

/** Retries a transaction after a conflict, with exponential backoff and jitter. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === moreTries || !isWorthAnotherTry(error)) throw error;
      await sleep((5 + Math.random() * 20) * 2 ** tries);
    }
  }
}

/** Converts a refusal or a constraint violation to a payload; rethrows any other error as internal. */
function refused<A extends object>(error: unknown): Payload<A> {
  const userError = userErrorOf(error);
  const refusal = userError === undefined ? error : new Refusal([userError]);
  if (!(refusal instanceof Refusal)) throw error;
  // The refusal's answer is a part of the work's answer.
  return { ...refusal.answer, userErrors: refusal.userErrors } as Payload<A>;
}

const done = <A extends object>(answer: A): Payload<A> => ({ ...answer, userErrors: [] });

/** Runs a request's mutations in order, each in its own transaction. */
export class Writer {
  readonly #options: WriterOptions;
  #endDryRun: (() => Promise<void>) | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** The requester for fair queues of work outside of the database. */
  get requester(): Requester {
    return this.#options.author;
  }

  /** Runs a mutation: everything is committed, or nothing is and the payload has the reasons. */
  async run<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    await this.settle();
    try {
      return await retried(() =>
        request.input.dryRun ? this.#tryOut(request, work) : this.#commit(request, work),
      );
    } catch (error) {
      return refused<A>(error);
    }
  }

  /** Rolls back the open dry run. Call it when a response is complete. */
  async settle(): Promise<void> {
    await this.#endDryRun?.();
  }

  #begin<T>(request: Request, work: (write: Write, key: string | undefined) => Promise<T>): Promise<T> {
    const { db, author, signal } = this.#options;
    return transaction(
      db,
      author,
      (open) => {
        const faults = new Faults();
        return work({ ...open, ...author, faults, told: new Told() }, keyOf(request, faults));
      },
      signal,
    );
  }

  async #commit<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    const { db, author, onChange } = this.#options;
    let hasTold = false;
    const payload = await this.#begin(request, async (write, key) => {
      const answered =
        key === undefined ? done(await work(write)) : await this.#once(write, key, request, work);
      hasTold = await write.told.write(write);
      return answered;
    });
    if (hasTold) db.$feed.changed(author.accountId);
    onChange();
    return payload;
  }

  /** Stores the answer under the key, even if it is a refusal: only the work is rolled back then. */
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
      if (!(error instanceof Refusal)) throw error;
      await write.run(sql`rollback to savepoint work`);
      write.told.forget();
      return refused<A>(error);
    });
    const { userErrors, ...answer } = payload;
    await keep(write, key, { answer, userErrors });
    return payload;
  }

  /**
   * Keeps the transaction open until the response, which is read within it, is complete; then rolls it back.
   */
  #tryOut<A extends object>(request: Request, work: Work<A>): Promise<Payload<A>> {
    const { onChange } = this.#options;
    return new Promise((resolve, reject) => {
      const over = this.#begin(request, async (write) => {
        const answer = await work(write);
        await write.told.show(write);
        await new Promise<void>((end) => {
          this.#endDryRun = async () => {
            this.#endDryRun = undefined;
            end();
            await over;
            onChange();
          };
          onChange(write.session);
          resolve(done(answer));
        });
        throw new Refusal([]);
      }).catch(reject);
    });
  }
}
