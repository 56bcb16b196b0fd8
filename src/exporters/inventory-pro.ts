import type { Row } from '../db/model/table.ts';
import { type DocumentOptions, type Form, linesOf, type Place } from './form.ts';
import { localTime } from './local-time.ts';
import type { CustomerRow, Page } from './page.ts';
import { warehouseRecord } from './source-id.ts';

export interface InventoryProOptions extends DocumentOptions {
  /** The time zone of the warehouse, whose times have no offset. */
  readonly timeZone: string;
}

/** The flat address: that of the same record. Other addresses are not in the warehouse. */
function placeOf(page: Page, row: CustomerRow, sourceId: string): Row<'Geolocation'> | null {
  const isKnown = ({ id }: Row<'Address'>) =>
    page.links(id).some((link) => link.system === 'WAREHOUSE' && link.sourceId === sourceId);
  const address = page.listed('Address', row.id).find(isKnown);
  return page.one('Geolocation', address?.geolocationId ?? null);
}

/** A customer as the warehouse sends it: absent texts are empty. */
function documentOf(page: Page, row: CustomerRow, timeZone: string): object {
  const { sourceId: shortID, createdAt, updatedAt } = warehouseRecord(page, row);
  const place = placeOf(page, row, shortID);
  return {
    ...{ shortID, name: row.name },
    ...{ address1: place?.streetLine1 ?? '', address2: place?.streetLine2 ?? '' },
    ...{ city: place?.locality ?? '', state: place?.state ?? '' },
    ...{ zip: place?.postalCode ?? '', country: place?.country ?? '' },
    ...{ phone: row.contactPhone ?? '', fax: row.contactFax ?? '' },
    ...{ email: row.contactEmail ?? '', contact: row.contactName ?? '' },
    active: row.discontinuedAt === null,
    ...{ created: localTime(createdAt, timeZone), modified: localTime(updatedAt, timeZone) },
  };
}

const pageSize = 250;

const response = (value: readonly object[], { first, total }: Place): object => ({
  value,
  totalCount: total,
  page: first / pageSize + 1,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  hasMore: first + value.length < total,
});

/** Customers as InventoryPro sends them, with the ids of its records. */
export function inventoryProForm({ timeZone, isLines }: InventoryProOptions): Form {
  return {
    needs: {},
    system: 'WAREHOUSE',
    isCounted: !isLines,
    text(page, place) {
      const documents = page.customers.map((row) => documentOf(page, row, timeZone));
      return linesOf(isLines ? documents : [response(documents, place)]);
    },
  };
}
