import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { nameOf } from './connection.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type AdapterTransaction = Awaited<ReturnType<Adapter['startTransaction']>>;

export interface BorrowedTransaction {
  query(query: pg.QueryConfig): Promise<pg.QueryResult>;
}

/** The adapter prepares only statements with a name. */
const statementNameGenerator = ({ sql }: { readonly sql: string }): string => nameOf(sql);

const noOp = async (): Promise<void> => undefined;

/** Prisma's adapter, with its statements sent to an open transaction instead of the pool. */
function within(adapter: Adapter, client: BorrowedTransaction): AdapterTransaction {
  const { provider, adapterName } = adapter;
  // The adapter sends each statement through its property `client`.
  const borrowed: Adapter = Object.create(adapter, { client: { value: client } });
  return {
    provider,
    adapterName,
    // With "phantom" queries, Prisma sends no COMMIT or ROLLBACK of its own.
    options: { usePhantomQuery: true },
    queryRaw: (query) => borrowed.queryRaw(query),
    executeRaw: (query) => borrowed.executeRaw(query),
    commit: noOp,
    rollback: noOp,
  };
}

export class DriverAdapter extends PrismaPg {
  #borrowed: { readonly client: BorrowedTransaction; taken(): void } | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(pool: pg.Pool) {
    super(pool, { statementNameGenerator });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const borrowed = this.#borrowed;
      // Outside of `transaction`, without an account: only the maintenance pool sees rows.
      if (borrowed === undefined) return start(isolationLevel);
      this.#borrowed = undefined;
      borrowed.taken();
      return within(adapter, borrowed.client);
    };
    return adapter;
  }

  /** Prisma does not say which transaction it starts, so they start one after the other. */
  startWithin<T>(client: BorrowedTransaction, start: () => Promise<T>): Promise<T> {
    const started = this.#turn.then(() => {
      let taken = (): void => undefined;
      const isTaken = new Promise<void>((resolve) => {
        taken = resolve;
      });
      this.#borrowed = { client, taken };
      const result = start();
      const isOver = result.catch(() => {
        if (this.#borrowed?.client === client) this.#borrowed = undefined;
      });
      return { result, turn: Promise.race([isTaken, isOver]).then(noOp) };
    });
    this.#turn = started.then(({ turn }) => turn);
    return started.then(({ result }) => result);
  }
}
