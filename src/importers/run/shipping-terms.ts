import type { JsonObject, SourceRecord } from '../record.ts';
import { idsOf, keyOf, notFound, type Reference, upsertRight } from './resolved.ts';
import type { Upsert } from './upserts.ts';

type Term = Extract<SourceRecord, { readonly kind: 'shippingTerm' }>['item'];

const field = 'freeShippingServiceLevels';

const levelsOf = (item: JsonObject): readonly Reference[] =>
  // The mappers create this item.
  ((item as unknown as Term).freeShippingServiceLevels ?? []).map((by, at) => ({
    model: 'ServiceLevel',
    by,
    path: [field, String(at)],
  }));

/** The upsert of shipping terms takes the ids of service levels; an unknown one fails its item. */
export const withLevelIds =
  (upsert: Upsert): Upsert =>
  async (target, items) => {
    const given = items.map(levelsOf);
    const idOf = await idsOf(
      target,
      given.flat().map(({ model, by }) => keyOf(model, by.source)),
    );
    const resolved = items.map(({ [field]: list, ...item }, at) => {
      const own = (given[at] ?? []).map((each) => ({ each, id: idOf(keyOf(each.model, each.by.source)) }));
      const ids = own.flatMap(({ id }) => id ?? []);
      return {
        item: { ...item, ...(list !== undefined && { freeShippingServiceLevelIds: ids }) },
        userErrors: own.flatMap(({ each, id }) => (id === undefined ? notFound(each) : [])),
      };
    });
    return upsertRight(upsert, target, resolved);
  };
