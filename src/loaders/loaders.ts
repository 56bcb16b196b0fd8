import type { ColumnOf, ModelName, Row } from '../db/model/table.ts';
import type { Grouped } from '../db/read/aggregate/group-key.ts';
import type { AmountSum, GroupRequest, Groups } from '../db/read/aggregate/groups.ts';
import type { OrderTotals } from '../db/read/aggregate/order-totals.ts';
import type { FacetValue } from '../db/read/facet.ts';
import type { List, Where } from '../db/read/list.ts';
import type { Page, PageRequest } from '../db/read/page-plan.ts';
import type { ColumnSet } from '../db/read/statement.ts';
import type { Session } from '../db/wire/session.ts';
import type { Batch, Levels } from './batch.ts';
import type { FacetOf } from './facet-groups.ts';

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
