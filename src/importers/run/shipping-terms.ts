import type { JsonObject, SourceRecord } from '../record.ts';
import { idsOf, keyOf, notFound, type Reference } from './resolved.ts';
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
    const errors = given.map((levels) =>
      levels.filter(({ model, by }) => idOf(keyOf(model, by.source)) === undefined).map(notFound),
    );
    const isRight = (at: number) => errors[at]?.length === 0;
    const right = items.flatMap(({ [field]: list, ...item }, at) => {
      const ids = given[at]?.flatMap(({ model, by }) => idOf(keyOf(model, by.source)) ?? []);
      return isRight(at)
        ? [{ ...item, ...(list !== undefined && { freeShippingServiceLevelIds: ids }) }]
        : [];
    });
    const results = (right.length === 0 ? [] : await upsert(target, right)).values();
    return errors.map((userErrors) =>
      userErrors.length > 0
        ? { outcome: null, userErrors }
        : (results.next().value ?? { outcome: null, userErrors }),
    );
  };
