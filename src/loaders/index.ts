import DataLoader from 'dataloader';
import { type Db, readsOf } from '../db/client.ts';
import type { Dimension, FacetValue } from '../db/facet.ts';
import type { List } from '../db/list.ts';
import type { Page, PageRequest } from '../db/page.ts';
import type { ColumnOf, ModelName, Row } from '../db/table.ts';
import type { Where } from '../db/where.ts';
import { inKeyOrder } from './batch.ts';
import { createLevels } from './levels.ts';

type Within = <T>(work: () => T) => T;

const directly: Within = (work) => work();

/** Everything nested is loaded through these: one set a request, since a cache must not outlive its viewer. */
export interface Loaders {
  /** A row by its id, or by another column that is unique within the account. */
  row<M extends ModelName>(model: M, by?: ColumnOf<M>): DataLoader<string, Row<M> | null>;
  /** A page of a list, by the parent's id; '' where the list has no parent. */
  page<M extends ModelName>(list: List<M>, request: PageRequest): DataLoader<string, Page<M>>;
  /** The first rows of a list in its own order, where no caller pages. */
  first<M extends ModelName>(list: List<M>, limit: number, where?: Where): DataLoader<string, Page<M>>;
  count(list: List, where: Where, cap: number | null): DataLoader<string, number>;
  /** Forgets what was read; from now on, batches are run as `within` runs them (in a transaction, say). */
  forget(within?: Within): void;
  facet(
    list: List<'Customer'>,
    where: Where,
    dimension: Dimension,
  ): DataLoader<string, readonly FacetValue[]>;
}

export function createLoaders(db: Db, accountId: string): Loaders {
  const levels = createLevels();
  const loaders = new Map<string, unknown>();
  let within = directly;

  function loader<V>(key: string, load: (keys: readonly string[]) => Promise<readonly (V | Error)[]>) {
    const known = loaders.get(key);
    // The key tells the kind, the list or model, and the request: what it maps to was made by the same call below.
    if (known !== undefined) return known as DataLoader<string, V>;
    const made = new DataLoader<string, V>((keys) => within(() => load(keys)), {
      batchScheduleFn: levels.schedule,
    });
    loaders.set(key, made);
    return made;
  }

  function row<M extends ModelName>(model: M, by = 'id' as ColumnOf<M>) {
    return loader<Row<M> | null>(`row ${model} ${by}`, async (keys) => {
      const rows = await levels.hold(readsOf(db, model).rowsBy(accountId, by, keys));
      return inKeyOrder(keys, rows, (found) => String(found[by]));
    });
  }

  /** What a page brought need not be asked for again by id. */
  function remember<M extends ModelName>(model: M, rows: readonly Row<M>[]): void {
    const byId = row(model);
    for (const each of rows) if ('id' in each) byId.prime(String(each.id), each);
  }

  function page<M extends ModelName>(list: List<M>, request: PageRequest) {
    return loader<Page<M>>(`page ${list.name} ${JSON.stringify(request)}`, async (parents) => {
      const pages = await levels.hold(readsOf(db, list.model).pages(accountId, list, request, parents));
      for (const found of pages.values()) remember(list.model, found.rows);
      return parents.map((id) => pages.get(id) ?? new Error(`No page of ${list.name} for ${id}.`));
    });
  }

  return {
    row,
    page,
    forget(run = directly) {
      loaders.clear();
      within = run;
    },
    first: (list, limit, where = {}) =>
      page(list, { order: [], where, limit, forward: true, after: null, before: null }),
    count(list, where, cap) {
      return loader(`count ${list.name} ${JSON.stringify([where, cap])}`, async (parents) => {
        const counts = await readsOf(db, list.model).counts(accountId, list, { where, cap }, parents);
        return parents.map((id) => counts.get(id) ?? 0);
      });
    },
    facet(list, where, dimension) {
      return loader(`facet ${list.name} ${JSON.stringify([where, dimension])}`, async (parents) => {
        const facets = await levels.hold(db.customer.facets(accountId, list, { where, dimension }, parents));
        return parents.map((id) => facets.get(id) ?? []);
      });
    },
  };
}
