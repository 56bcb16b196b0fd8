import type pg from 'pg';
import type { Requester } from '../../fair-queue.ts';
import { type Observation, sending } from '../../observe/observation.ts';
import type { Observer, Span } from '../../observe/observer.ts';
import type { Signal } from '../../signal.ts';
import { type Db, readsOf } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { type ColumnOf, type ModelName, type Row, type Sql, sql } from '../model/table.ts';
import { execute } from '../read/statement.ts';
import { type ConnectionSource, setAccount } from '../wire/connection-queue.ts';
import { breaksConnection } from '../wire/failure.ts';
import { Session } from '../wire/session.ts';
import type { TextRows } from '../wire/text-batch.ts';

export type Tx = Prisma.TransactionClient;

export interface Transaction {
  readonly accountId: string;
  readonly session: Session;
  /** Runs a custom statement. Statements of one turn are sent in one write and run in order. */
  run(statement: Sql): Promise<TextRows>;
  prisma<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Commits in the same write as the turn's statements, to hold locks briefly. Must be the last call. */
  commit(): Promise<void>;
  rows<M extends ModelName>(model: M, by: ColumnOf<M>, values: readonly string[]): Promise<readonly Row<M>[]>;
}

export interface TransactionOptions {
  /** Stops waiting for a connection. */
  readonly signal?: Signal | undefined;
  readonly observation?: Observation | undefined;
  /** The span that its statements are parts of. */
  readonly span?: Span | undefined;
}

/** The timeout exceeds that of any request; it only ends a transaction that was left open. */
const prismaOptions = { maxWait: 5_000, timeout: 15_000 } as const;

/** Prisma's error for a failed statement contains less than the statement's own error. */
const isPrismas = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError ||
  error instanceof Prisma.PrismaClientUnknownRequestError;

const over = (): Error => new Error('The transaction is over.');

class OpenTransaction implements Transaction, ConnectionSource {
  readonly accountId: string;
  readonly session: Session;
  readonly isTransaction = true;
  readonly observer: Observer | undefined;
  readonly #db: Db;
  readonly #client: pg.PoolClient;
  readonly #acquired: Promise<pg.PoolClient>;
  readonly #options: TransactionOptions;
  #hasBegun = false;
  #isOpen = false;
  #isOver = false;
  #prisma: Promise<Tx> | undefined;
  #endPrisma = (): void => undefined;
  #prismaFailure: unknown;

  constructor(
    db: Db,
    client: pg.PoolClient,
    requester: Requester,
    { observation, span }: TransactionOptions,
  ) {
    this.#db = db;
    this.observer = db.$queue.observer;
    this.#options = { observation, span };
    this.#client = client;
    this.#acquired = Promise.resolve(client);
    this.accountId = requester.accountId;
    const session = new Session(this, requester, undefined, observation);
    this.session = span === undefined ? session : session.under(span);
  }

  acquire(): Promise<pg.PoolClient> {
    // Afterwards the connection may serve another account.
    return this.#isOver ? Promise.reject(over()) : this.#acquired;
  }

  release(): void {}

  setUp(accountId: string) {
    if (this.#hasBegun) return [];
    this.#hasBegun = true;
    this.#isOpen = true;
    return [{ name: 'begin', text: 'begin', values: [] }, setAccount(accountId)];
  }

  run = (statement: Sql): Promise<TextRows> => execute(this.session, statement);

  rows: Transaction['rows'] = async (model, by, values) =>
    values.length === 0 ? [] : readsOf(this.#db, model).rowsBy(this.session, by, values);

  prisma = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    this.#prisma ??= this.#startPrisma();
    return work(await this.#prisma);
  };

  async #startPrisma(): Promise<Tx> {
    if (!this.#hasBegun) await this.run(sql`select`);
    const query = async (config: pg.QueryConfig) => {
      if (this.#isOver) throw over();
      const { observation, span: parent } = this.#options;
      const { text, values = [] } = config;
      const end = sending([{ statement: { text, values }, parent }], observation, this.observer);
      try {
        const result = await this.#client.query(config);
        end([result.rows], 0);
        return result;
      } catch (error) {
        end([], 0, { at: 0, error });
        this.#prismaFailure = error;
        throw error;
      }
    };
    return new Promise((resolve, reject) => {
      const untilTheEnd = (client: unknown) => {
        // Extensions give the inner client the same methods, which its types leave out.
        resolve(client as Tx);
        return new Promise<void>((end) => {
          this.#endPrisma = end;
          // The transaction may have ended while Prisma's own one started.
          if (this.#isOver) end();
        });
      };
      this.#db.$adapter
        .startWithin({ query }, () => this.#db.$transaction(untilTheEnd, prismaOptions))
        .catch(reject);
    });
  }

  commit = async (): Promise<void> => {
    if (!this.#isOpen) return;
    await this.run(sql`commit`);
    this.#isOpen = false;
  };

  causeOf(error: unknown): unknown {
    return isPrismas(error) ? (this.#prismaFailure ?? error) : error;
  }

  async end(error?: unknown): Promise<void> {
    this.#isOver = true;
    let isBroken = error !== undefined && breaksConnection(error);
    try {
      if (this.#isOpen) await this.#client.query('rollback');
    } catch {
      isBroken = true;
    } finally {
      this.#endPrisma();
      this.#db.$queue.release(this.#client, isBroken);
    }
  }
}

export async function transaction<T>(
  db: Db,
  requester: Requester,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { signal, observation } = options;
  observation?.waits();
  // Transactions take at most half of the slots, so that lookups still find free connections.
  const client = await db.$queue
    .acquire(requester, { work: 'transaction', signal })
    .finally(() => observation?.waited());
  const open = new OpenTransaction(db, client, requester, options);
  try {
    const result = await work(open);
    await open.commit();
    db.$writes.succeeded();
    await open.end();
    return result;
  } catch (error) {
    const cause = open.causeOf(error);
    db.$writes.failed(cause);
    await open.end(cause);
    throw cause;
  }
}
