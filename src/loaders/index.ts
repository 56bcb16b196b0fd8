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
import type { Observation } from '../observe/observation.ts';
import type { Attributes, Tracer } from '../observe/observer.ts';
import { Batch, createLevels } from './batch.ts';
import { CountClaims } from './count-claims.ts';
import { FacetGroups, type FacetOf } from './facet-groups.ts';
import type { Loaders, Reads } from './loaders.ts';

export type { Loader, Loaders, Reads } from './loaders.ts';

const everything = (): ColumnSet => undefined;
const whole: Reads = { byKey: everything, ofList: everything, anywhere: everything };

const countKey = (list: List, where: Where, cap: number | null): string =>
  `count ${list.name} ${cap} ${JSON.stringify(where)}`;

/** Whether matching is so expensive that a list's page and count should share it. */
const isExpensive = (list: List, where: Where): boolean => !isNested(list) && isCostly(list, where);

function* rowsById<M extends ModelName>(
  pages: ReadonlyMap<string, Page<M>>,
): Iterable<readonly [string, Row<M>]> {
  for (const { rows } of pages.values()) for (const row of rows) if ('id' in row) yield [String(row.id), row];
}

/** Loads the values of keys in a session; a key without a value is missing in the result. */
type LoadIn<V> = (keys: readonly string[], session: Session) => Promise<ReadonlyMap<string, V>>;

class RequestLoaders implements Loaders {
  readonly levels = createLevels();
  readonly #db: Db;
  readonly #own: Session;
  #session: Session;
  readonly #reads: Reads;
  readonly #observation: Observation | undefined;
  readonly #batches = new Map<string, Batch<unknown>>();
  #counts: CountClaims | undefined;
  #facets: FacetGroups | undefined;
  readonly #byModel = new Map<ModelName, Batch<unknown>>();
  readonly #byRequest = new Map<PageRequest, Batch<unknown>>();

  constructor(db: Db, session: Session, reads: Reads, observation: Observation | undefined) {
    this.#db = db;
    this.#own = session;
    this.#session = session;
    this.#reads = reads;
    this.#observation = observation;
  }

  forget(session = this.#own): void {
    this.#batches.clear();
    this.#byModel.clear();
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

  /** The name has the kind and the list or model; the key, also the request. */
  #batch<V>(name: string, key: string, load: LoadIn<V>, absent: (key: string) => V | Error): Batch<V> {
    // The same call created the batch.
    const known = this.#batches.get(key) as Batch<V> | undefined;
    if (known !== undefined) return known;
    const made: Batch<V> = new Batch<V>(this.levels, (keys) => this.#load(made, name, keys, load), absent);
    this.#batches.set(key, made as Batch<unknown>);
    return made;
  }

  #load<V>(
    batch: Batch<V>,
    name: string,
    keys: readonly string[],
    load: LoadIn<V>,
  ): Promise<ReadonlyMap<string, V>> {
    const observation = this.#observation;
    observation?.batch(keys.length);
    const tracer = observation?.tracer;
    if (tracer === undefined) return load(keys, this.#session);
    const { fields, paths } = batch;
    return this.#trace(tracer, { name, keys: keys.length, fields, paths }, (session) => load(keys, session));
  }

  async #trace<V>(
    tracer: Tracer,
    attributes: Attributes,
    load: (session: Session) => Promise<ReadonlyMap<string, V>>,
  ): Promise<ReadonlyMap<string, V>> {
    const span = tracer.start('batch', attributes, this.#observation?.executing);
    try {
      const found = await load(this.#session.under(span));
      span.end({ rows: found.size });
      return found;
    } catch (error) {
      span.end({}, error);
      throw error;
    }
  }

  /** Called for each object of a level: rows by id are found without making their name. */
  row<M extends ModelName>(model: M, by = 'id' as ColumnOf<M>): Batch<Row<M> | null> {
    if (by !== 'id') return this.#rowsBy(model, by);
    // The same call created the batch.
    const known = this.#byModel.get(model) as unknown as Batch<Row<M> | null> | undefined;
    if (known !== undefined) return known;
    const batch = this.#rowsBy(model, by);
    this.#byModel.set(model, batch as unknown as Batch<unknown>);
    return batch;
  }

  #rowsBy<M extends ModelName>(model: M, by: ColumnOf<M>): Batch<Row<M> | null> {
    const load: LoadIn<Row<M> | null> = async (keys, session) => {
      const read = readsOf(this.#db, model).rowsBy(session, by, keys, this.#reads.byKey(model));
      const found = new Map<string, Row<M> | null>();
      for (const row of await this.levels.hold(read)) found.set(String(row[by]), row);
      if (model === 'Customer' && by === 'id' && found.size < keys.length)
        await this.#findMerged(session, keys, found as Map<string, Row<ModelName> | null>);
      return found;
    };
    const name = `row ${model} ${by}`;
    return this.#batch(name, name, load, () => null);
  }

  async #findMerged(
    session: Session,
    keys: readonly string[],
    found: Map<string, Row<ModelName> | null>,
  ): Promise<void> {
    const missing = keys.filter((key) => !found.has(key));
    const read = this.#db.customer.merged(session, missing, this.#reads.byKey('Customer'));
    for (const [id, row] of await this.levels.hold(read)) found.set(id, row);
  }

  #remember<M extends ModelName>(model: M, pages: ReadonlyMap<string, Page<M>>): void {
    this.row(model).primeFrom(() => rowsById(pages));
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
    const load: LoadIn<Page<M>> = async (parents, session) => {
      const pages = await this.levels.hold(this.#readPages(session, list, request, parents, columns));
      this.#remember(list.model, pages);
      return pages;
    };
    const name = `${kind} ${list.name}`;
    const key = `${name} ${JSON.stringify(request)}`;
    const batch = this.#batch(name, key, load, (id) => new Error(`No page of ${list.name} for ${id}.`));
    this.#byRequest.set(request, batch as unknown as Batch<unknown>);
    return batch;
  }

  async #readPages<M extends ModelName>(
    session: Session,
    list: List<M>,
    request: PageRequest,
    parents: readonly string[],
    columns: ColumnSet,
  ): Promise<ReadonlyMap<string, Page<M>>> {
    const bringCount = isExpensive(list, request.where)
      ? await this.#claims.claim(countKey(list, request.where, null))
      : undefined;
    const reads = readsOf(this.#db, list.model);
    if (bringCount === undefined) return reads.pages(session, list, request, parents, columns);
    const read = reads.countedPage(session, list, request, columns);
    bringCount(read.then(({ total }) => new Map([['', total]])));
    return new Map([['', (await read).page]]);
  }

  first<M extends ModelName>(list: List<M>, limit: number, where: Where = {}): Batch<Page<M>> {
    const request = { order: [], where, limit, forward: true, after: null, before: null };
    return this.#pages(list, request, this.#reads.anywhere(list.model), 'first');
  }

  count(list: List, where: Where, cap: number | null): Batch<number> {
    const key = countKey(list, where, cap);
    const load: LoadIn<number> = (parents, session) => {
      const count = () => readsOf(this.#db, list.model).counts(session, list, { where, cap }, parents);
      return isExpensive(list, where) ? this.#claims.offer(key, count) : count();
    };
    return this.#batch(`count ${list.name}`, key, load, () => 0);
  }

  facet(list: List<'Customer'>, facet: FacetOf): Batch<readonly FacetValue[]> {
    const { where, page } = facet;
    const load: LoadIn<readonly FacetValue[]> = (parents, session) =>
      this.levels.hold(
        this.#facetGroups.read(list, facet, parents, (dimensions) =>
          this.#db.customer.facets(session, list, { where, dimensions, page }, parents),
        ),
      );
    const name = `facet ${list.name}`;
    return this.#batch(name, `${name} ${JSON.stringify(facet)}`, load, () => []);
  }

  groups(list: List<Grouped>, request: GroupRequest): Batch<Groups> {
    const load: LoadIn<Groups> = (parents, session) =>
      this.levels.hold(this.#db.customer.groups(session, list, request, parents));
    const none = () => ({ groups: [], total: 0 });
    const name = `groups ${list.name}`;
    return this.#batch(name, `${name} ${JSON.stringify(request)}`, load, none);
  }

  orderTotals(list: List<'Customer'>, totals: OrderTotals): Batch<readonly AmountSum[]> {
    const load: LoadIn<readonly AmountSum[]> = (groups, session) =>
      this.levels.hold(this.#db.customer.orderTotals(session, list, totals, groups));
    const name = `orderTotals ${list.name}`;
    return this.#batch(name, `${name} ${JSON.stringify(totals)}`, load, () => []);
  }
}

export const createLoaders = (
  db: Db,
  session: Session,
  reads: Reads = whole,
  observation?: Observation,
): Loaders => new RequestLoaders(db, session, reads, observation);
