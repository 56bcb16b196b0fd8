import type { CustomerRow, Page } from './page.ts';
import { sourceIdOf } from './source-id.ts';

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

export const identifier = ({ type, id }: Identifier): Identifier => ({ type, id });

export const toOne = (data: Identifier | null): object => ({ data: data && identifier(data) });
export const toMany = (data: readonly Identifier[]): object => ({ data: data.map(identifier) });

interface Created {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

/** A resource with the id of the row's record in the shop. Rows without a time of their last change have one time. */
export function resource(
  page: Page,
  { mode }: CustomerRow,
  row: Created,
  type: string,
  attributes: object,
  relationships: object = {},
): Resource {
  const id = shopId(page, row.id);
  return {
    ...{ id, type, links: { self: `/api/${type}/${encodeURIComponent(id)}` } },
    attributes: { ...attributes, created_at: row.createdAt, updated_at: row.updatedAt ?? row.createdAt },
    ...{ relationships, meta: { mode: mode.toLowerCase() } },
  };
}
