import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import type { Observation } from '../observe/observation.ts';
import type { Observer } from '../observe/observer.ts';
import type { Signal } from '../signal.ts';
import { Feed } from './feed/feed.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import type { ModelName, Row } from './model/table.ts';
import { ConnectionQueue } from './wire/connection-queue.ts';
import { DriverAdapter } from './wire/prisma-adapter.ts';
import { Session } from './wire/session.ts';
import { WriteState } from './wire/write-state.ts';

interface DbOptions {
  readonly expensiveMs?: number;
  readonly observer?: Observer | undefined;
}

function extend(pool: pg.Pool, adapter: DriverAdapter, { expensiveMs = 2_000, observer }: DbOptions) {
  const queue = new ConnectionQueue(pool, expensiveMs, observer);
  const feed = new Feed(pool, queue);
  const writes = new WriteState(pool);
  return Prisma.defineExtension({
    client: {
      $session: (requester: Requester, signal?: Signal, observation?: Observation) =>
        new Session(queue, requester, signal, observation),
      $queue: queue,
      $adapter: adapter,
      $feed: feed,
      $writes: writes,
    },
  });
}

const delegateOf = (model: ModelName): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

export function createDb(pool: pg.Pool, options: DbOptions = {}) {
  const adapter = new DriverAdapter(pool);
  return new PrismaClient({ adapter }).$extends(extend(pool, adapter, options));
}

export type Db = ReturnType<typeof createDb>;
/** The client within a transaction of its own (`db.$transaction`). */
export type DbTransaction = Parameters<Parameters<Db['$transaction']>[0]>[0];

interface Writes<M extends ModelName> {
  createMany(args: { readonly data: readonly Partial<Row<M>>[] }): Promise<unknown>;
  updateMany(args: { readonly where: Partial<Row<M>>; readonly data: Partial<Row<M>> }): Promise<unknown>;
  deleteMany(args: { readonly where: Partial<Row<M>> }): Promise<unknown>;
}

export function writesOf<M extends ModelName>(tx: Prisma.TransactionClient, model: M): Writes<M> {
  // Rows have the values that Prisma accepts: decimals and times as text.
  return tx[delegateOf(model) as keyof Prisma.TransactionClient] as unknown as Writes<M>;
}
