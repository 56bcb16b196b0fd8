import { type Db, readsOf } from './client.ts';
import { Prisma } from './generated/client.ts';
import { HeldConnection } from './held-connection.ts';
import type { ColumnOf, ModelName, Row } from './table.ts';

/** Prisma's own methods, within the transaction. */
export type Tx = Prisma.TransactionClient;

/** Runs work so that whatever it reads is read within the transaction. */
export type Within = <T>(work: () => T) => T;

export interface Transaction {
  readonly tx: Tx;
  readonly accountId: string;
  readonly within: Within;
  /** The rows that the account sees of a model by the values of a column, as the transaction has left them. */
  rows<M extends ModelName>(model: M, by: ColumnOf<M>, values: readonly string[]): Promise<readonly Row<M>[]>;
}

/** Longer than a request may take: it is there for a transaction that nobody ends. */
const options = { isolationLevel: 'ReadCommitted', maxWait: 5_000, timeout: 15_000 } as const;

/** What Prisma makes of a failed statement says less than the statement's own error. */
const isPrismas = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError ||
  error instanceof Prisma.PrismaClientUnknownRequestError;

/** One transaction for an account, which it sees and writes the rows of; taken back when the work throws. */
export async function transaction<T>(
  db: Db,
  accountId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const held = new HeldConnection();
  const rows: Transaction['rows'] = async (model, by, values) =>
    values.length === 0 ? [] : held.run(() => readsOf(db, model).rowsBy(accountId, by, values));
  try {
    return await held.run(() =>
      // The extensions give the client inside the same methods; their types do not say so.
      db.$transaction(async (client) => {
        const tx = client as unknown as Tx;
        await tx.$queryRaw`/* accountOfTransaction */ select set_config('app.account_id', ${accountId}, true)`;
        return work({ tx, accountId, within: held.run, rows });
      }, options),
    );
  } catch (error) {
    throw isPrismas(error) && held.failure !== undefined ? held.failure : error;
  } finally {
    held.end();
  }
}
