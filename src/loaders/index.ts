import { type Db, readsOf } from '../db/client.ts';
import type { Dimension, FacetValue } from '../db/facet.ts';
import type { List } from '../db/list.ts';
import type { Page, PageRequest } from '../db/page.ts';
import type { Session } from '../db/session.ts';
import type { Columns } from '../db/statement.ts';
import type { ColumnOf, ModelName, Row } from '../db/table.ts';
import type { Where } from '../db/where.ts';
import { Batch, type Load } from './batch.ts';
import { Lazy } from './lazy.ts';
import { createLevels, type Levels } from './levels.ts';

export interface Loader<V> {
  load(key: string): Lazy<V>;
}

/** Everything nested is loaded through these: one set a request, since a cache must not outlive its viewer. */
export interface Loaders {
  /** A row by its id, or by another column that is unique within the account. */
  row<M extends ModelName>(model: M, by?: ColumnOf<M>): Loader<Row<M> | null>;
  /** A page of a list, by the parent's id; '' where the list has no parent. */
  page<M extends ModelName>(list: List<M>, request: PageRequest): Loader<Page<M>>;
  /** The first rows of a list in its own order, where no caller pages. */
  first<M extends ModelName>(list: List<M>, limit: number, where?: Where): Loader<Page<M>>;
  count(list: List, where: Where, cap: number | null): Loader<number>;
  facet(list: List<'Customer'>, where: Where, dimension: Dimension): Loader<readonly FacetValue[]>;
  /** Forgets what was read; from now on it is read anew, in another session (a transaction's) where one is given. */
  forget(session?: Session): void;
  readonly levels: Levels;
}

/** What a request reads of a model's rows: one choice for all that it reads of them. Undefined: everything. */
export type Reads = (model: ModelName) => Columns;

/** One row for each key, in the keys' order; null where there is none. */
function inKeyOrder<R>(keys: readonly string[], rows: readonly R[], keyOf: (row: R) => string) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

const everything: Reads = () => undefined;

class RequestLoaders implements Loaders {
  readonly levels = createLevels();
  readonly #db: Db;
  readonly #own: Session;
  #session: Session;
  readonly #reads: Reads;
  readonly #batches = new Map<string, Batch<unknown>>();
  /** A request object is asked with for each parent; its key is made once. */
  readonly #keys = new WeakMap<object, string>();

  constructor(db: Db, session: Session, reads: Reads) {
    this.#db = db;
    this.#own = session;
    this.#session = session;
    this.#reads = reads;
  }

  forget(session = this.#own): void {
    this.#batches.clear();
    this.#session = session;
  }

  #batch<V>(key: string, load: Load<V>): Batch<V> {
    // The key tells the kind, the list or model, and the request: what it maps to was made by the same call below.
    const known = this.#batches.get(key) as Batch<V> | undefined;
    if (known !== undefined) return known;
    const made = new Batch<V>(load, this.levels);
    this.#batches.set(key, made as Batch<unknown>);
    return made;
  }

  #keyOf(request: object): string {
    const known = this.#keys.get(request);
    if (known !== undefined) return known;
    const key = JSON.stringify(request);
    this.#keys.set(request, key);
    return key;
  }

  #loader<V>(key: string, load: Load<V>): Loader<V> {
    const batch = this.#batch(key, load);
    return { load: (each) => Lazy.of(batch, each) };
  }

  #rows<M extends ModelName>(model: M, by: ColumnOf<M>): Batch<Row<M> | null> {
    return this.#batch<Row<M> | null>(`row ${model} ${by}`, async (keys) => {
      const read = readsOf(this.#db, model).rowsBy(this.#session, by, keys, this.#reads(model));
      const rows = inKeyOrder(keys, await this.levels.hold(read), (found) => String(found[by]));
      if (model !== 'Customer' || by !== 'id' || !rows.includes(null)) return rows;
      // The rows are customers' by what was just asked.
      return (await this.#merged(keys, rows as readonly (Row<'Customer'> | null)[])) as typeof rows;
    });
  }

  /** The id of a customer that was merged leads to what it was merged into. */
  async #merged(keys: readonly string[], rows: readonly (Row<'Customer'> | null)[]) {
    const missing = keys.filter((_, at) => rows[at] === null);
    const read = this.#db.customer.merged(this.#session, missing, this.#reads('Customer'));
    const targets = await this.levels.hold(read);
    return rows.map((row, at) => row ?? targets.get(keys[at] ?? '') ?? null);
  }

  /** What a page brought need not be asked for again by id. */
  #remember<M extends ModelName>(model: M, rows: readonly Row<M>[]): void {
    const byId = this.#rows(model, 'id' as ColumnOf<M>);
    for (const row of rows) if ('id' in row) byId.prime(String(row.id), row);
  }

  row<M extends ModelName>(model: M, by = 'id' as ColumnOf<M>): Loader<Row<M> | null> {
    const batch = this.#rows(model, by);
    return { load: (key) => Lazy.of(batch, key) };
  }

  page<M extends ModelName>(list: List<M>, request: PageRequest): Loader<Page<M>> {
    return this.#loader<Page<M>>(`page ${list.name} ${this.#keyOf(request)}`, async (parents) => {
      const reads = readsOf(this.#db, list.model);
      const columns = this.#reads(list.model);
      const pages = await this.levels.hold(reads.pages(this.#session, list, request, parents, columns));
      for (const found of pages.values()) this.#remember(list.model, found.rows);
      return parents.map((id) => pages.get(id) ?? new Error(`No page of ${list.name} for ${id}.`));
    });
  }

  first<M extends ModelName>(list: List<M>, limit: number, where: Where = {}): Loader<Page<M>> {
    return this.page(list, { order: [], where, limit, forward: true, after: null, before: null });
  }

  count(list: List, where: Where, cap: number | null): Loader<number> {
    return this.#loader(`count ${list.name} ${cap} ${this.#keyOf(where)}`, async (parents) => {
      const counts = await readsOf(this.#db, list.model).counts(this.#session, list, { where, cap }, parents);
      return parents.map((id) => counts.get(id) ?? 0);
    });
  }

  facet(list: List<'Customer'>, where: Where, dimension: Dimension): Loader<readonly FacetValue[]> {
    return this.#loader(`facet ${list.name} ${dimension} ${this.#keyOf(where)}`, async (parents) => {
      const read = this.#db.customer.facets(this.#session, list, { where, dimension }, parents);
      const facets = await this.levels.hold(read);
      return parents.map((id) => facets.get(id) ?? []);
    });
  }
}

export const createLoaders = (db: Db, session: Session, reads: Reads = everything): Loaders =>
  new RequestLoaders(db, session, reads);
