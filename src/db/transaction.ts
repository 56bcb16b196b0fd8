import type { Requester } from '../fair-queue.ts';
import { type Db, readsOf } from './client.ts';
import { ownProcess } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { fromTransaction, Session } from './session.ts';
import { execute } from './statement.ts';
import { type ColumnOf, type ModelName, type Row, raw, type Sql, sql } from './table.ts';
import type { TextRows } from './text-query.ts';

/** Prisma's own methods, within the transaction. */
export type Tx = Prisma.TransactionClient;

export interface Transaction {
  readonly tx: Tx;
  readonly accountId: string;
  /** Whatever else is to be read within the transaction is read in this. */
  readonly session: Session;
  /** Runs a statement of one's own; what is run in one turn goes out in one piece, and is done in that order. */
  run(statement: Sql): Promise<TextRows>;
  /** Commits, behind what is run in the same turn: its locks are held no longer than PostgreSQL takes. It is the last. */
  commit(): Promise<unknown>;
  /** The rows that the account sees of a model by the values of a column, as the transaction has left them. */
  rows<M extends ModelName>(model: M, by: ColumnOf<M>, values: readonly string[]): Promise<readonly Row<M>[]>;
}

/** Longer than a request may take: it is there for a transaction that nobody ends. */
const options = { maxWait: 5_000, timeout: 15_000 } as const;

/** What Prisma makes of a failed statement says less than the statement's own error. */
const isPrismas = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError ||
  error instanceof Prisma.PrismaClientUnknownRequestError;

/** Runs work in one transaction, which sees and writes the account's rows; rolls it back if the work throws. */
export function transaction<T>(
  db: Db,
  requester: Requester,
  work: (transaction: Transaction) => Promise<T>,
  /** Stops waiting for a connection; work that has begun is not interrupted. */
  signal?: AbortSignal,
): Promise<T> {
  // Statements that look rows up find connections free while all that transactions can use are in use.
  return db.$queue.holdSlot(requester, () => run(db, requester, work), { work: 'long', signal });
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
      // The extensions give the client inside the same methods; their types do not say so.
      const tx = client as unknown as Tx;
      const [process] = await tx.$queryRaw<readonly { readonly id: number }[]>(raw(ownProcess));
      connection = db.$connection(process?.id ?? 0);
      connection.onFailure = (error) => {
        failure = error;
      };
      const session = new Session(fromTransaction(connection, db.$queue), requester);
      const run: Transaction['run'] = (statement) => execute(session, statement);
      // Prisma commits too, when all is done: the chained transaction, in which there is nothing.
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
