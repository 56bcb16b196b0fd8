import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Requester } from '../fair-queue.ts';
import { clientOf } from './connection.ts';
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
import { readRows } from './rows.ts';
import { Session } from './session.ts';
import { type Columns, nameOf } from './statement.ts';
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

/** The adapter prepares only statements with a name. */
const statementNameGenerator = ({ sql }: { readonly sql: string }): string => nameOf(sql);

function extend(pool: pg.Pool, { expensiveMs = 2_000 }: DbOptions) {
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
      /** Returns the client connected to a server process, on which one of Prisma's transactions runs. */
      $connection: (processId: number) => clientOf(pool, processId),
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
  const adapter = new PrismaPg(pool, { statementNameGenerator });
  return new PrismaClient({ adapter }).$extends(extend(pool, options));
}

export type Db = ReturnType<typeof createDb>;

/** The reads of a model that is known only by name. */
export function readsOf<M extends ModelName>(db: Db, model: M): Reads<M> {
  // The extension adds the same methods to every model; their types differ only in the model's rows.
  return db[delegateOf(model) as keyof Db] as unknown as Reads<M>;
}
