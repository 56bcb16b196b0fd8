import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { nameOf } from './statement.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type AdapterTransaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** An open transaction whose owner commits it or rolls it back. */
export interface LentTransaction {
  query(query: pg.QueryConfig): Promise<pg.QueryResult>;
}

/** The adapter prepares only statements with a name. */
const statementNameGenerator = ({ sql }: { readonly sql: string }): string => nameOf(sql);

const nothing = async (): Promise<void> => undefined;

/** Prisma's adapter, with its statements sent to an open transaction instead of the pool. */
function within(adapter: Adapter, client: LentTransaction): AdapterTransaction {
  const { provider, adapterName } = adapter;
  // The adapter sends each statement through its property `client`.
  const lent: Adapter = Object.create(adapter, { client: { value: client } });
  return {
    provider,
    adapterName,
    // With "phantom" queries, Prisma sends no COMMIT or ROLLBACK of its own.
    options: { usePhantomQuery: true },
    queryRaw: (query) => lent.queryRaw(query),
    executeRaw: (query) => lent.executeRaw(query),
    commit: nothing,
    rollback: nothing,
  };
}

/** Prisma's driver adapter over a pool, whose transactions can run in one that is already open. */
export class DriverAdapter extends PrismaPg {
  #lent: { readonly client: LentTransaction; taken(): void } | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool) {
    super(pool, { statementNameGenerator });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const lent = this.#lent;
      // Outside of `transaction`, without an account: only the maintenance pool sees rows.
      if (lent === undefined) return start(isolationLevel);
      this.#lent = undefined;
      lent.taken();
      return within(adapter, lent.client);
    };
    return adapter;
  }

  /**
   * Starts one of Prisma's transactions in an open one. Prisma does not say for which of its transactions it
   * asks the adapter, so they start one after the other; starting sends nothing to the database.
   */
  lend<T>(client: LentTransaction, start: () => Promise<T>): Promise<T> {
    const started = this.#turn.then(() => {
      let taken = (): void => undefined;
      const isTaken = new Promise<void>((resolve) => {
        taken = resolve;
      });
      this.#lent = { client, taken };
      const result = start();
      // A start that failed has not taken it.
      const isOver = result.catch(() => {
        if (this.#lent?.client === client) this.#lent = undefined;
      });
      return { result, turn: Promise.race([isTaken, isOver]).then(nothing) };
    });
    this.#turn = started.then(({ turn }) => turn);
    return started.then(({ result }) => result);
  }
}
