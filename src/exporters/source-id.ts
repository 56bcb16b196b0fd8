import type { SourceSystem } from '../domain/source-system.ts';
import type { CustomerRow, Page, SourceLink } from './page.ts';

/** The first record of an object that the system still has; undefined without one. */
const linkOf = (page: Page, id: string, system: SourceSystem): SourceLink | undefined =>
  page.links(id).find((link) => link.system === system && link.goneAt === null);

/** Whether an object has a record that its system still has. */
export const isLinked = (page: Page, id: string, system: SourceSystem): boolean =>
  linkOf(page, id, system) !== undefined;

/** The id of an object in a system; the gateway's own if it has no record there. */
export const sourceIdOf = (page: Page, id: string, system: SourceSystem): string =>
  linkOf(page, id, system)?.sourceId ?? id;

interface Dated {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

export interface Times {
  readonly createdAt: string;
  readonly updatedAt: string;
}

const timesIn = (link: SourceLink | undefined, { createdAt, updatedAt = createdAt }: Dated): Times => ({
  createdAt: link?.sourceCreatedAt ?? createdAt,
  updatedAt: link?.sourceModifiedAt ?? updatedAt,
});

/** The times that the object's record states, or else those in the gateway. */
export const timesOf = (page: Page, row: Dated, system: SourceSystem): Times =>
  timesIn(linkOf(page, row.id, system), row);

/** The id and the times of a customer in the warehouse: of several records, those of its short id. */
export function warehouseRecord(page: Page, row: CustomerRow): Times & { readonly sourceId: string } {
  const links = page.links(row.id).filter(({ system, goneAt }) => system === 'WAREHOUSE' && goneAt === null);
  const link = links.find(({ sourceId }) => sourceId === row.shortId) ?? links[0];
  return { sourceId: link?.sourceId ?? row.id, ...timesIn(link, row) };
}
