import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import type { Observation } from '../observe/observation.ts';
import type { Observer } from '../observe/observer.ts';
import type { Signal } from '../signal.ts';
import { Feed } from './feed/feed.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import type { ColumnOf, ModelName, Row } from './model/table.ts';
import type { Grouped } from './read/aggregate/group-key.ts';
import { type AmountSum, type GroupRequest, type Groups, readGroups } from './read/aggregate/groups.ts';
import { type OrderTotals, readOrderTotals } from './read/aggregate/order-totals.ts';
import { type CountedPage, readCountedPage } from './read/counted-page.ts';
import { type FacetRequest, type Facets, readFacets } from './read/facet.ts';
import type { Dimension } from './read/facet-dimension.ts';
import type { List, Where } from './read/list.ts';
import { readCounts, readPages } from './read/page.ts';
import type { Page, PageRequest } from './read/page-plan.ts';
import { type ColumnSet, readMerged, readRows } from './read/statement.ts';
import { ConnectionQueue } from './wire/connection-queue.ts';
import { DriverAdapter } from './wire/prisma-adapter.ts';
import { Session } from './wire/session.ts';
import { WriteState } from './wire/write-state.ts';

/** The reads that Prisma's query builder cannot express, available on every model of the client. */
export interface Reads<M extends ModelName> {
  rowsBy(
    session: Session,
    by: ColumnOf<M>,
    values: readonly string[],
    columns?: ColumnSet,
  ): Promise<readonly Row<M>[]>;
  pages(
    session: Session,
    list: List<M>,
    request: PageRequest,
    parents: readonly string[],
    columns?: ColumnSet,
  ): Promise<ReadonlyMap<string, Page<M>>>;
  countedPage(
    session: Session,
    list: List<M>,
    request: PageRequest,
    columns?: ColumnSet,
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
    request: FacetRequest,
    parents: readonly string[],
  ): Promise<ReadonlyMap<Dimension, Facets>>;
  merged(
    session: Session,
    ids: readonly string[],
    columns?: ColumnSet,
  ): Promise<ReadonlyMap<string, Row<'Customer'>>>;
  orderTotals(
    session: Session,
    list: List<'Customer'>,
    totals: OrderTotals,
    groups: readonly string[],
  ): Promise<ReadonlyMap<string, readonly AmountSum[]>>;
  groups(
    session: Session,
    list: List<Grouped>,
    request: GroupRequest,
    parents: readonly string[],
  ): Promise<ReadonlyMap<string, Groups>>;
}

interface DbOptions {
  readonly expensiveMs?: number;
  readonly observer?: Observer | undefined;
}

function extend(pool: pg.Pool, adapter: DriverAdapter, { expensiveMs = 2_000, observer }: DbOptions) {
  const queue = new ConnectionQueue(pool, expensiveMs, observer);
  const feed = new Feed(pool, queue);
  const writes = new WriteState(pool);
  const modelOf = (context: unknown) => Prisma.getExtensionContext(context).$name as ModelName;
  return Prisma.defineExtension({
    client: {
      $session: (requester: Requester, signal?: Signal, observation?: Observation) =>
        new Session(queue, requester, signal, observation),
      $queue: queue,
      $adapter: adapter,
      $feed: feed,
      $writes: writes,
    },
    model: {
      $allModels: {
        rowsBy(session: Session, by: string, values: readonly string[], columns?: ColumnSet) {
          return readRows(session, modelOf(this), by as never, values, columns);
        },
        pages: (...args: Parameters<Reads<ModelName>['pages']>) => readPages(...args),
        countedPage: (...args: Parameters<Reads<ModelName>['countedPage']>) => readCountedPage(...args),
        counts: (...args: Parameters<Reads<ModelName>['counts']>) => readCounts(...args),
      },
      customer: {
        facets: (...args: Parameters<CustomerReads['facets']>) => readFacets(...args),
        merged: (...args: Parameters<CustomerReads['merged']>) => readMerged(...args),
        groups: (...args: Parameters<CustomerReads['groups']>) => readGroups(...args),
        orderTotals: (...args: Parameters<CustomerReads['orderTotals']>) => readOrderTotals(...args),
      },
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

export function readsOf<M extends ModelName>(db: Db, model: M): Reads<M> {
  // The extension adds the same methods to every model; their types differ only in the model's rows.
  return db[delegateOf(model) as keyof Db] as unknown as Reads<M>;
}
