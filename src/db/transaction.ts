import type { Requester } from '../fair-queue.ts';
import { type Db, readsOf } from './client.ts';
import { ownProcess } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { fromTransaction, Session } from './session.ts';
import { execute } from './statement.ts';
import { type ColumnOf, type ModelName, type Row, raw, type Sql, sql } from './table.ts';
import type { TextRows } from './text-query.ts';

/** Prisma's methods within the transaction. */
export type Tx = Prisma.TransactionClient;

export interface Transaction {
  readonly tx: Tx;
  readonly accountId: string;
  /** The session for all other reads within the transaction. */
  readonly session: Session;
  /** Runs a custom statement. Statements of one turn are sent in one write and run in order. */
  run(statement: Sql): Promise<TextRows>;
  /**
   * Commits after the statements of the same turn, so that locks are
   * held only as long as PostgreSQL needs. Must be the last call.
   */
  commit(): Promise<unknown>;
  /**
   * Reads the rows of a model visible to the account, by the
   * values of a column, including the transaction's changes.
   */
  rows<M extends ModelName>(model: M, by: ColumnOf<M>, values: readonly string[]): Promise<readonly Row<M>[]>;
}

/** The timeout exceeds that of any request; it only ends a transaction that was left open. */
const options = { maxWait: 5_000, timeout: 15_000 } as const;

/** Prisma's error for a failed statement contains less than the statement's own error. */
const isPrismas = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError ||
  error instanceof Prisma.PrismaClientUnknownRequestError;

/** Runs work in one transaction that reads and writes the account's rows; rolls back if the work throws. */
export function transaction<T>(
  db: Db,
  requester: Requester,
  work: (transaction: Transaction) => Promise<T>,
  /** Aborts the wait for a connection; work that has begun is not interrupted. */
  signal?: AbortSignal,
): Promise<T> {
  // Transactions take at most half of the slots, so that lookups still find free connections.
  return db.$queue.holdSlot(requester, () => run(db, requester, work), { work: 'transaction', signal });
}

async function run<T>(
  db: Db,
  requester: Requester,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { accountId } = requester;
  let failure: unknown;
  let connection: ReturnType<Db['$connection']> | undefined;
  try {
    const result = await db.$transaction(async (client) => {
      // Extensions give the inner client the same methods, which its types leave out.
      const tx = client as unknown as Tx;
      const [process] = await tx.$queryRaw<readonly { readonly id: number }[]>(raw(ownProcess));
      connection = db.$connection(process?.id ?? 0);
      connection.onFailure = (error) => {
        failure = error;
      };
      const session = new Session(fromTransaction(connection, db.$queue), requester);
      const run: Transaction['run'] = (statement) => execute(session, statement);
      // Prisma commits again at the end: the chained transaction, which is empty.
      const commit = () => run(sql`commit and chain`);
      const rows: Transaction['rows'] = async (model, by, values) =>
        values.length === 0 ? [] : readsOf(db, model).rowsBy(session, by, values);
      const [opened, done] = await Promise.allSettled([
        run(sql`/* account */ select set_config('app.account_id', ${accountId}, true)`),
        work({ tx, accountId, session, run, commit, rows }),
      ]);
      if (opened.status === 'rejected') throw opened.reason;
      if (done.status === 'rejected') throw done.reason;
      return done.value;
    }, options);
    db.$writes.succeeded();
    return result;
  } catch (error) {
    const cause = isPrismas(error) && failure !== undefined ? failure : error;
    db.$writes.failed(cause);
    throw cause;
  } finally {
    if (connection) connection.onFailure = undefined;
  }
}
