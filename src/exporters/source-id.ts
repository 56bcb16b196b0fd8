import type { SourceSystem } from '../domain/source-system.ts';
import type { CustomerRow, Page } from './page.ts';

/** The id of an object in a system: that of its first record that still exists there; undefined without one. */
function linkedId(page: Page, id: string, system: SourceSystem): string | undefined {
  return page.links(id).find((link) => link.system === system && link.goneAt === null)?.sourceId;
}

/** The id of an object in a system; the gateway's own if it has no record there. */
export const sourceIdOf = (page: Page, id: string, system: SourceSystem): string =>
  linkedId(page, id, system) ?? id;

/** The record of a customer in the warehouse: that of its short id, if it is one of several. */
export function warehouseId(page: Page, { id, shortId }: CustomerRow): string {
  const isOwn = page
    .links(id)
    .some(
      ({ system, sourceId, goneAt }) => system === 'WAREHOUSE' && sourceId === shortId && goneAt === null,
    );
  return isOwn && shortId !== null ? shortId : sourceIdOf(page, id, 'WAREHOUSE');
}
