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
  /** The cost in addition to that of columns. */
  readonly units: number;
}

const none: Weight = { byKey: 0, own: 0, related: 0, compared: 0, units: 0 };

const sum = (weights: readonly Weight[]): Weight =>
  weights.reduce(
    (a, b) => ({
      byKey: a.byKey + b.byKey,
      own: a.own + b.own,
      related: a.related + b.related,
      compared: a.compared + b.compared,
      units: a.units + b.units,
    }),
    none,
  );

function weighLeaf({ condition, value }: Leaf): Weight {
  const { type, price = 'filterCondition', computed } = condition;
  // The value of a StringFilter is an object.
  const count = type === 'StringFilter' ? operatorsOf(value as object).length : 1;
  const units = (computed?.(value) ?? 0) * prices.filterContains.units;
  if (price === 'filterByKey') return { ...none, byKey: count };
  if (price === 'filterCondition') return { ...none, own: count, units };
  return { ...none, related: count, units: units + count * prices[price].units };
}

function weighNested({ name, filter, relation }: Nested): Weight {
  if (relation === undefined) return weigh(name, filter);
  if (!relation.relation?.isList && existenceIn(filter) !== undefined) return { ...none, own: 1 };
  const { byKey, own, related, compared, units } = weigh(name, filter);
  return {
    ...none,
    related: related + 1,
    // The price of the relation includes one condition.
    compared: compared + Math.max(0, byKey + own - 1),
    units: units + prices[relation.price ?? 'filterRelated'].units,
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
