import { type Form, linesOf } from './form.ts';
import { type OwnField, ownFieldNames, ownRecord } from './own-record.ts';
import { shopRecords } from './shop-records.ts';

export interface OwnFormOptions {
  readonly fields?: readonly OwnField[];
  readonly withShopRecords?: boolean;
}

/** The gateway's own form: a customer on each line, with all that belongs to it. */
export function ownForm({ fields = ownFieldNames, withShopRecords = false }: OwnFormOptions): Form {
  return {
    needs: { shopRecords: withShopRecords },
    text: (page) =>
      linesOf(
        page.customers.map((row) => ({
          ...ownRecord(row, page, fields),
          ...(withShopRecords && shopRecords(row, page)),
        })),
      ),
  };
}
