import type { Row } from '../db/model/table.ts';
import type { CustomerRow, ListedModel, Page } from './page.ts';
import { isLinked, sourceIdOf, timesOf } from './source-id.ts';

/** A JSON:API resource of Commerce Layer. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: object;
  readonly relationships: object;
  readonly links: object;
  readonly meta: object;
}

export interface Identifier {
  readonly type: string;
  readonly id: string;
}

export const shopId = (page: Page, id: string): string => sourceIdOf(page, id, 'COMMERCE_LAYER');

/** The objects of a customer that the shop has: others would be added to it, and by an import to the gateway. */
export const listedInShop = <M extends ListedModel>(
  page: Page,
  model: M,
  { id }: CustomerRow,
): readonly Row<M>[] =>
  page.listed(model, id).filter((each) => 'id' in each && isLinked(page, String(each.id), 'COMMERCE_LAYER'));

export const identifier = ({ type, id }: Identifier): Identifier => ({ type, id });

export const toOne = (data: Identifier | null): object => ({ data: data && identifier(data) });
export const toMany = (data: readonly Identifier[]): object => ({ data: data.map(identifier) });

interface Created {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

/** A resource with the id and the times of the row's record in the shop. Rows without a time of their last change have one time. */
export function resource(
  page: Page,
  { mode }: CustomerRow,
  row: Created,
  type: string,
  attributes: object,
  relationships: object = {},
): Resource {
  const id = shopId(page, row.id);
  const { createdAt, updatedAt } = timesOf(page, row, 'COMMERCE_LAYER');
  return {
    ...{ id, type, links: { self: `/api/${type}/${encodeURIComponent(id)}` } },
    attributes: { ...attributes, created_at: createdAt, updated_at: updatedAt },
    ...{ relationships, meta: { mode: mode.toLowerCase() } },
  };
}
