import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import { ConnectionQueue } from './connection-queue.ts';
import { readCounts } from './count.ts';
import { type CountedPage, readCountedPage } from './counted-page.ts';
import { type Dimension, type Facets, readFacets } from './facet.ts';
import { Feed } from './feed/feed.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import type { List } from './list.ts';
import { readMerged } from './merged.ts';
import { readPages } from './page.ts';
import type { Page, PageRequest } from './page-plan.ts';
import { DriverAdapter } from './prisma-adapter.ts';
import { readRows } from './rows.ts';
import { Session } from './session.ts';
import type { Columns } from './statement.ts';
import type { ColumnOf, ModelName, Row } from './table.ts';
import type { Where } from './where.ts';
import { WriteState } from './write-state.ts';

/** The reads that Prisma's query builder cannot express, available on every model of the client. */
export interface Reads<M extends ModelName> {
  rowsBy(
    session: Session,
    by: ColumnOf<M>,
    values: readonly string[],
    columns?: Columns,
  ): Promise<readonly Row<M>[]>;
  pages(
    session: Session,
    list: List<M>,
    request: PageRequest,
    parents: readonly string[],
    columns?: Columns,
  ): Promise<ReadonlyMap<string, Page<M>>>;
  /** Only for lists without a parent. */
  countedPage(
    session: Session,
    list: List<M>,
    request: PageRequest,
    columns?: Columns,
  ): Promise<CountedPage<M>>;
  counts(
    session: Session,
    list: List<M>,
    request: { readonly where: Where; readonly cap: number | null },
    parents: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
}

interface CustomerReads {
  facets(
    session: Session,
    list: List<'Customer'>,
    request: { readonly where: Where; readonly dimensions: readonly [Dimension, ...Dimension[]] },
    parents: readonly string[],
  ): Promise<ReadonlyMap<Dimension, Facets>>;
  merged(
    session: Session,
    ids: readonly string[],
    columns?: Columns,
  ): Promise<ReadonlyMap<string, Row<'Customer'>>>;
}

export interface DbOptions {
  /** The time limit of an expensive statement, in milliseconds. */
  readonly expensiveMs?: number;
}

function extend(pool: pg.Pool, adapter: DriverAdapter, { expensiveMs = 2_000 }: DbOptions) {
  const queue = new ConnectionQueue(pool, expensiveMs);
  const feed = new Feed(pool, queue);
  const writes = new WriteState(pool);
  const modelOf = (context: unknown) => Prisma.getExtensionContext(context).$name as ModelName;
  return Prisma.defineExtension({
    client: {
      /** Runs statements for a requester; aborting the signal stops them. */
      $session: (requester: Requester, signal?: AbortSignal) => new Session(queue, requester, signal),
      /** Shares the pool's connections between requesters. */
      $queue: queue,
      /** Runs Prisma's transactions in open ones. */
      $adapter: adapter,
      /** The feed of customer changes, for publishers and followers. */
      $feed: feed,
      /** Whether transactions fail because the database accepts no writes. */
      $writes: writes,
    },
    model: {
      $allModels: {
        rowsBy(session: Session, by: string, values: readonly string[], columns?: Columns) {
          return readRows(session, modelOf(this), by as never, values, columns);
        },
        pages: (...args: Parameters<Reads<ModelName>['pages']>) => readPages(...args),
        countedPage: (...args: Parameters<Reads<ModelName>['countedPage']>) => readCountedPage(...args),
        counts: (...args: Parameters<Reads<ModelName>['counts']>) => readCounts(...args),
      },
      customer: {
        facets: (...args: Parameters<CustomerReads['facets']>) => readFacets(...args),
        merged: (...args: Parameters<CustomerReads['merged']>) => readMerged(...args),
      },
    },
  });
}

const delegateOf = (model: ModelName): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

/** The extended Prisma client over the gateway's own pool. */
export function createDb(pool: pg.Pool, options: DbOptions = {}) {
  const adapter = new DriverAdapter(pool);
  return new PrismaClient({ adapter }).$extends(extend(pool, adapter, options));
}

export type Db = ReturnType<typeof createDb>;

interface Writes<M extends ModelName> {
  createMany(args: { readonly data: readonly Partial<Row<M>>[] }): Promise<unknown>;
  updateMany(args: { readonly where: Partial<Row<M>>; readonly data: Partial<Row<M>> }): Promise<unknown>;
  deleteMany(args: { readonly where: Partial<Row<M>> }): Promise<unknown>;
}

/** Prisma's methods that write a model that is known only by name. */
export function writesOf<M extends ModelName>(tx: Prisma.TransactionClient, model: M): Writes<M> {
  // Rows have the values that Prisma accepts: decimals and times as text.
  return tx[delegateOf(model) as keyof Prisma.TransactionClient] as unknown as Writes<M>;
}

/** The reads of a model that is known only by name. */
export function readsOf<M extends ModelName>(db: Db, model: M): Reads<M> {
  // The extension adds the same methods to every model; their types differ only in the model's rows.
  return db[delegateOf(model) as keyof Db] as unknown as Reads<M>;
}
