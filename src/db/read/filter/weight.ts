import { prices } from '../../../prices.ts';
import { type Leaf, type Nested, partsOf } from './parts.ts';
import { existenceIn } from './relation.ts';
import { operatorsOf } from './text.ts';

/** The conditions of a filter, by what they cost. */
export interface Weight {
  /** On the ids of the filtered rows. */
  readonly byKey: number;
  /** On the columns of the filtered rows. */
  readonly own: number;
  /** On other rows. */
  readonly related: number;
  /** On rows that another condition finds. */
  readonly compared: number;
  /** Comparisons that neither an index nor a key column serves. */
  readonly computed: number;
  /** The prices of the conditions on other rows. */
  readonly units: number;
}

const none: Weight = { byKey: 0, own: 0, related: 0, compared: 0, computed: 0, units: 0 };

const sum = (weights: readonly Weight[]): Weight =>
  weights.reduce(
    (a, b) => ({
      byKey: a.byKey + b.byKey,
      own: a.own + b.own,
      related: a.related + b.related,
      compared: a.compared + b.compared,
      computed: a.computed + b.computed,
      units: a.units + b.units,
    }),
    none,
  );

function weighLeaf({ condition, value }: Leaf): Weight {
  const { type, price = 'filterCondition' } = condition;
  const given = Object(value);
  const count = type === 'StringFilter' ? operatorsOf(given).length : 1;
  const computed = condition.computed?.(value) ?? 0;
  if (price === 'filterByKey') return { ...none, byKey: count };
  if (price === 'filterCondition' || existenceIn(given) !== undefined)
    return { ...none, own: count, computed };
  return { ...none, related: count, computed, units: count * prices[price].units };
}

function weighNested({ name, filter, relation }: Nested): Weight {
  if (relation === undefined) return weigh(name, filter);
  if (relation.relation?.kind === 'one' && existenceIn(filter) !== undefined) return { ...none, own: 1 };
  const { byKey, own, related, compared, computed, units } = weigh(name, filter);
  const price = relation.price ?? 'filterRelated';
  return {
    ...none,
    related: related + 1,
    // The price of a relation includes one condition, and that of a reference what is computed for its few rows.
    compared: compared + Math.max(0, byKey + own - 1),
    computed: price === 'filterReference' ? 0 : computed,
    units: units + prices[price].units,
  };
}

export function weigh(name: string, filter: object): Weight {
  const { leaves, nested } = partsOf(name, filter);
  return sum([...leaves.map(weighLeaf), ...nested.map(weighNested)]);
}

export const maxConditions = 50;

export function conditionCount(name: string, filter: object): number {
  const { byKey, own, related, compared } = weigh(name, filter);
  return byKey + own + related + compared;
}
