import { raw, sql, table } from '../../db/model/table.ts';
import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import type { SourcedModel } from '../../domain/source/sourced.ts';
import type { JsonObject } from '../record.ts';
import { idsOf, keyOf, upsertRight } from './resolved.ts';
import type { Target } from './target.ts';
import type { Upsert } from './upserts.ts';

/** Objects that belong to another one, which some documents do not name. */
interface Owned {
  readonly model: SourcedModel;
  /** The field of the item, and the column of the row. */
  readonly field: 'customer' | 'carrier';
  readonly column: 'customer_id' | 'carrier_id';
  readonly message: string;
}

export const ofCustomer = (model: SourcedModel): Owned => ({
  ...{ model, field: 'customer', column: 'customer_id' },
  message:
    'The document does not name the customer, and no object has this record yet; import it with its customer.',
});

export const ofCarrier: Owned = {
  ...{ model: 'ServiceLevel', field: 'carrier', column: 'carrier_id' },
  message:
    'The document does not name the carrier, and no level has this record yet; import the carrier with `include[]=service_levels`.',
};

// The mappers create these items; an address has its source record in itself.
const sourceOf = ({ source, address }: JsonObject): SourceRecordKey =>
  (source ?? (address as { readonly source: unknown }).source) as SourceRecordKey;

/** The ids of the owners, by the ids of the objects. */
async function ownersOf({ reads }: Target, { model, column }: Owned, ids: readonly string[]) {
  const rows = await reads.run(sql`/* ownersOf */ select t.id, t.${raw(column)} from ${table(model).name} t
    where (t.account_id = ${reads.accountId} or t.account_id is null) and t.id = any(${[...ids]}::text[])`);
  return new Map(rows.map(([id, owner]) => [id, owner]));
}

/** An item that does not name its owner has that of the object with its record; an unknown one fails. */
export const withOwner =
  (owned: Owned, upsert: Upsert): Upsert =>
  async (target, items) => {
    const { model, field, message } = owned;
    const orphans = items.filter((item) => item[field] === undefined);
    if (orphans.length === 0) return upsert(target, items);
    const keyIn = (item: JsonObject) => keyOf(model, sourceOf(item));
    const idOf = await idsOf(target, orphans.map(keyIn));
    const owners = await ownersOf(
      target,
      owned,
      orphans.flatMap((item) => idOf(keyIn(item)) ?? []),
    );
    const resolved = items.map((item) => {
      if (item[field] !== undefined) return { item, userErrors: [] };
      const id = owners.get(idOf(keyIn(item)) ?? '');
      const userErrors = id == null ? [{ code: 'NOT_FOUND', path: [field], message } as const] : [];
      return { item: { ...item, [field]: { id } }, userErrors };
    });
    return upsertRight(upsert, target, resolved);
  };
