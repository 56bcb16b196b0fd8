import { type Db, readsOf } from '../db/client.ts';
import type { ColumnOf, ModelName, Row } from '../db/model/table.ts';
import type { Grouped } from '../db/read/aggregate/group-key.ts';
import type { AmountSum, GroupRequest, Groups } from '../db/read/aggregate/groups.ts';
import type { OrderTotals } from '../db/read/aggregate/order-totals.ts';
import type { FacetValue } from '../db/read/facet.ts';
import { isCostly, isNested, type List, type Where } from '../db/read/list.ts';
import type { Page, PageRequest } from '../db/read/page-plan.ts';
import type { ColumnSet } from '../db/read/statement.ts';
import type { Session } from '../db/wire/session.ts';
import { Batch, createLevels, type Levels, type Load } from './batch.ts';
import { CountClaims } from './count-claims.ts';
import { FacetGroups, type FacetOf } from './facet-groups.ts';

export type Loader<V> = Pick<Batch<V>, 'load' | 'loadMany' | 'clear' | 'clearAll' | 'prime' | 'defer'>;

/** The loaders of all nested data. One set per request, since a cache must not outlive its viewer. */
export interface Loaders {
  row<M extends ModelName>(model: M, by?: ColumnOf<M>): Loader<Row<M> | null>;
  page<M extends ModelName>(list: List<M>, request: PageRequest): Loader<Page<M>>;
  first<M extends ModelName>(list: List<M>, limit: number, where?: Where): Loader<Page<M>>;
  count(list: List, where: Where, cap: number | null): Loader<number>;
  facet(list: List<'Customer'>, facet: FacetOf): Loader<readonly FacetValue[]>;
  groups(list: List<Grouped>, request: GroupRequest): Loader<Groups>;
  /** By `groupId`. */
  orderTotals(list: List<'Customer'>, totals: OrderTotals): Loader<readonly AmountSum[]>;
  /** Later reads use the given session (such as a transaction's), or else the request's own. */
  forget(session?: Session): void;
  readonly levels: Levels;
}

/** The columns that a request reads of a model's rows, by origin; undefined for all. */
export interface Reads {
  byKey(model: ModelName): ColumnSet;
  /** The columns of rows in a list's pages; includes those of `byKey`. */
  ofList(model: ModelName, list: string): ColumnSet;
  anywhere(model: ModelName): ColumnSet;
}

const everything = (): ColumnSet => undefined;
const whole: Reads = { byKey: everything, ofList: everything, anywhere: everything };

const countKey = (list: List, where: Where, cap: number | null): string =>
  `count ${list.name} ${cap} ${JSON.stringify(where)}`;

/** Whether matching is so expensive that a list's page and count should share it. */
const isExpensive = (list: List, where: Where): boolean => !isNested(list) && isCostly(list, where);

class RequestLoaders implements Loaders {
  readonly levels = createLevels();
  readonly #db: Db;
  readonly #own: Session;
  #session: Session;
  readonly #reads: Reads;
  readonly #batches = new Map<string, Batch<unknown>>();
  #counts: CountClaims | undefined;
  #facets: FacetGroups | undefined;
  readonly #byRequest = new Map<PageRequest, Batch<unknown>>();

  constructor(db: Db, session: Session, reads: Reads) {
    this.#db = db;
    this.#own = session;
    this.#session = session;
    this.#reads = reads;
  }

  forget(session = this.#own): void {
    this.#batches.clear();
    this.#byRequest.clear();
    this.#session = session;
  }

  get #claims(): CountClaims {
    this.#counts ??= new CountClaims();
    return this.#counts;
  }

  get #facetGroups(): FacetGroups {
    this.#facets ??= new FacetGroups();
    return this.#facets;
  }

  #batch<V>(key: string, load: Load<V>, absent: (key: string) => V | Error): Batch<V> {
    // The key contains the kind, the list or model, and the request: the same call created the batch.
    const known = this.#batches.get(key) as Batch<V> | undefined;
    if (known !== undefined) return known;
    const made = new Batch<V>(this.levels, load, absent);
    this.#batches.set(key, made as Batch<unknown>);
    return made;
  }

  row<M extends ModelName>(model: M, by = 'id' as ColumnOf<M>): Batch<Row<M> | null> {
    const load = async (keys: readonly string[]) => {
      const read = readsOf(this.#db, model).rowsBy(this.#session, by, keys, this.#reads.byKey(model));
      const found = new Map<string, Row<M> | null>();
      for (const row of await this.levels.hold(read)) found.set(String(row[by]), row);
      if (model === 'Customer' && by === 'id' && found.size < keys.length)
        await this.#findMerged(keys, found as Map<string, Row<ModelName> | null>);
      return found;
    };
    return this.#batch(`row ${model} ${by}`, load, () => null);
  }

  async #findMerged(keys: readonly string[], found: Map<string, Row<ModelName> | null>): Promise<void> {
    const missing = keys.filter((key) => !found.has(key));
    const read = this.#db.customer.merged(this.#session, missing, this.#reads.byKey('Customer'));
    for (const [id, row] of await this.levels.hold(read)) found.set(id, row);
  }

  #remember<M extends ModelName>(model: M, pages: ReadonlyMap<string, Page<M>>): void {
    this.row(model).primeFrom(function* () {
      for (const { rows } of pages.values())
        for (const row of rows) if ('id' in row) yield [String(row.id), row];
    });
  }

  page<M extends ModelName>(list: List<M>, request: PageRequest): Batch<Page<M>> {
    return this.#pages(list, request, this.#reads.ofList(list.model, list.name));
  }

  #pages<M extends ModelName>(
    list: List<M>,
    request: PageRequest,
    columns: ColumnSet,
    kind = 'page',
  ): Batch<Page<M>> {
    // A request object is shared by all parents of a field and belongs to a single list.
    const known = this.#byRequest.get(request) as unknown as Batch<Page<M>> | undefined;
    if (known !== undefined) return known;
    const load = async (parents: readonly string[]) => {
      const pages = await this.levels.hold(this.#readPages(list, request, parents, columns));
      this.#remember(list.model, pages);
      return pages;
    };
    const key = `${kind} ${list.name} ${JSON.stringify(request)}`;
    const batch = this.#batch(key, load, (id) => new Error(`No page of ${list.name} for ${id}.`));
    this.#byRequest.set(request, batch as unknown as Batch<unknown>);
    return batch;
  }

  async #readPages<M extends ModelName>(
    list: List<M>,
    request: PageRequest,
    parents: readonly string[],
    columns: ColumnSet,
  ): Promise<ReadonlyMap<string, Page<M>>> {
    const bringCount = isExpensive(list, request.where)
      ? await this.#claims.claim(countKey(list, request.where, null))
      : undefined;
    const reads = readsOf(this.#db, list.model);
    if (bringCount === undefined) return reads.pages(this.#session, list, request, parents, columns);
    const read = reads.countedPage(this.#session, list, request, columns);
    bringCount(read.then(({ total }) => new Map([['', total]])));
    return new Map([['', (await read).page]]);
  }

  first<M extends ModelName>(list: List<M>, limit: number, where: Where = {}): Batch<Page<M>> {
    const request = { order: [], where, limit, forward: true, after: null, before: null };
    return this.#pages(list, request, this.#reads.anywhere(list.model), 'first');
  }

  count(list: List, where: Where, cap: number | null): Batch<number> {
    const key = countKey(list, where, cap);
    const load = (parents: readonly string[]) => {
      const count = () => readsOf(this.#db, list.model).counts(this.#session, list, { where, cap }, parents);
      return isExpensive(list, where) ? this.#claims.offer(key, count) : count();
    };
    return this.#batch(key, load, () => 0);
  }

  facet(list: List<'Customer'>, facet: FacetOf): Batch<readonly FacetValue[]> {
    const { where, page } = facet;
    const load = (parents: readonly string[]) =>
      this.levels.hold(
        this.#facetGroups.read(list, facet, parents, (dimensions) =>
          this.#db.customer.facets(this.#session, list, { where, dimensions, page }, parents),
        ),
      );
    return this.#batch(`facet ${list.name} ${JSON.stringify(facet)}`, load, () => []);
  }

  groups(list: List<Grouped>, request: GroupRequest): Batch<Groups> {
    const load = (parents: readonly string[]) =>
      this.levels.hold(this.#db.customer.groups(this.#session, list, request, parents));
    const none = () => ({ groups: [], total: 0 });
    return this.#batch(`groups ${list.name} ${JSON.stringify(request)}`, load, none);
  }

  orderTotals(list: List<'Customer'>, totals: OrderTotals): Batch<readonly AmountSum[]> {
    const load = (groups: readonly string[]) =>
      this.levels.hold(this.#db.customer.orderTotals(this.#session, list, totals, groups));
    return this.#batch(`orderTotals ${list.name} ${JSON.stringify(totals)}`, load, () => []);
  }
}

export const createLoaders = (db: Db, session: Session, reads: Reads = whole): Loaders =>
  new RequestLoaders(db, session, reads);
