import { type Db, readsOf } from './client.ts';
import { Prisma } from './generated/client.ts';
import { fromTransaction, Session } from './session.ts';
import type { ColumnOf, ModelName, Row } from './table.ts';

/** Prisma's own methods, within the transaction. */
export type Tx = Prisma.TransactionClient;

export interface Transaction {
  readonly tx: Tx;
  readonly accountId: string;
  /** Whatever else is to be read within the transaction is read in this. */
  readonly session: Session;
  /** The rows that the account sees of a model by the values of a column, as the transaction has left them. */
  rows<M extends ModelName>(model: M, by: ColumnOf<M>, values: readonly string[]): Promise<readonly Row<M>[]>;
}

/** Longer than a request may take: it is there for a transaction that nobody ends. */
const options = { isolationLevel: 'ReadCommitted', maxWait: 5_000, timeout: 15_000 } as const;

/** What Prisma makes of a failed statement says less than the statement's own error. */
const isPrismas = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError ||
  error instanceof Prisma.PrismaClientUnknownRequestError;

interface Opened {
  readonly processId: number;
}

/** One transaction for an account, which it sees and writes the rows of; taken back when the work throws. */
export async function transaction<T>(
  db: Db,
  accountId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  let failure: unknown;
  let connection: ReturnType<Db['$connection']> | undefined;
  try {
    // The extensions give the client inside the same methods; their types do not say so.
    return await db.$transaction(async (client) => {
      const tx = client as unknown as Tx;
      const [opened] = await tx.$queryRaw<readonly Opened[]>`/* accountOfTransaction */
        select set_config('app.account_id', ${accountId}, true), pg_backend_pid() as "processId"`;
      connection = db.$connection(opened?.processId ?? 0);
      connection.onFailure = (error) => {
        failure = error;
      };
      const session = new Session(fromTransaction(connection, false), accountId);
      const rows: Transaction['rows'] = async (model, by, values) =>
        values.length === 0 ? [] : readsOf(db, model).rowsBy(session, by, values);
      return work({ tx, accountId, session, rows });
    }, options);
  } catch (error) {
    throw isPrismas(error) && failure !== undefined ? failure : error;
  } finally {
    if (connection) connection.onFailure = undefined;
  }
}
