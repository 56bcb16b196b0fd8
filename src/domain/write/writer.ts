import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/client.ts';
import type { Session } from '../../db/session.ts';
import { sql } from '../../db/table.ts';
import { type Transaction, transaction } from '../../db/transaction.ts';
import type { Requester } from '../../fair-queue.ts';
import { Faults, Refusal } from './faults.ts';
import { claim, keep, keyOf, type Request } from './idempotency.ts';
import { Told } from './told.ts';
import type { UserError } from './user-error.ts';
import { isWorthAnotherTry, userErrorOf } from './violation.ts';

/** Who writes, and for which account. */
export interface Author {
  readonly accountId: string;
  /** The holder of the credentials, among whom the account's connections are shared. */
  readonly caller: string;
  /** What events say of it: an account user's id or a service's name. */
  readonly actor: string | null;
}

/** What the work of a mutation is handed. */
export interface Write extends Transaction, Author {
  readonly faults: Faults;
  /** What the transaction says when it is done. */
  readonly told: Told;
}

/** The answer of the work, or as much of it as a refusal has, and all that was wrong. */
export type Payload<A extends object> = Partial<A> & { readonly userErrors: readonly UserError[] };

type Work<A extends object> = (write: Write) => Promise<A>;

export interface WriterOptions {
  readonly db: Db;
  readonly author: Author;
  /** Stops waiting for a connection; a transaction that has begun is not interrupted. */
  readonly signal?: AbortSignal | undefined;
  /** Told when what was read before is no longer true, and in which session it is to be read from now on. */
  readonly onChange: (session?: Session) => void;
}

const moreTries = 3;

/** A transaction that another was in the way of is done again, after a pause that is not the same for any two. */
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

/** A refusal as the payload that it is; what else was thrown is a fault of ours. */
function refused<A extends object>(error: unknown): Payload<A> {
  const userError = userErrorOf(error);
  const refusal = userError === undefined ? error : new Refusal([userError]);
  if (!(refusal instanceof Refusal)) throw error;
  // The work says with the refusal what of its answer there is.
  return { ...refusal.answer, userErrors: refusal.userErrors } as Payload<A>;
}

const done = <A extends object>(answer: A): Payload<A> => ({ ...answer, userErrors: [] });

/** Does a request's mutations, one after the other, each in one transaction. */
export class Writer {
  readonly #options: WriterOptions;
  #endDryRun: (() => Promise<void>) | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** The party that work outside of the database is shared by. */
  get requester(): Requester {
    return this.#options.author;
  }

  /** Does a mutation: all of it, or nothing and why. */
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

  /** Takes back the dry run whose answer has been read. To be called when an answer is complete. */
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

  /** Under a key the answer is kept too, also when it is a refusal; the work alone is taken back then. */
  async #once<A extends object>(
    write: Write,
    key: string,
    request: Request,
    work: Work<A>,
  ): Promise<Payload<A>> {
    const known = await claim(write, key, request);
    // What was kept is what `work` answered.
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

  /** The transaction stays open until the answer is complete, which is read within it; then it is taken back. */
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
