import { type Dimension, type Facets, facetKey } from '../db/facet.ts';
import type { List } from '../db/list.ts';
import type { Where } from '../db/where.ts';

type Dimensions = readonly [Dimension, ...Dimension[]];

/** Counts facets of the same customers in one statement. */
export type Count = (dimensions: Dimensions) => Promise<ReadonlyMap<Dimension, Facets>>;

interface Group {
  readonly dimensions: [Dimension, ...Dimension[]];
  readonly counted: ReturnType<Count>;
}

/** Combines facets over the same customers in one statement, if they are requested at the same time. */
export class FacetGroups {
  readonly #open = new Map<string, Group>();

  async read(
    list: List<'Customer'>,
    where: Where,
    dimension: Dimension,
    parents: readonly string[],
    count: Count,
  ): Promise<Facets> {
    const key = JSON.stringify([list.name, facetKey(where, dimension), parents]);
    const group = this.#open.get(key);
    if (group) group.dimensions.push(dimension);
    const { counted } = group ?? this.#begin(key, dimension, count);
    return (await counted).get(dimension) ?? new Map();
  }

  #begin(key: string, dimension: Dimension, count: Count): Group {
    const dimensions: Group['dimensions'] = [dimension];
    const counted = Promise.resolve().then(() => {
      this.#open.delete(key);
      return count(dimensions);
    });
    const group = { dimensions, counted };
    this.#open.set(key, group);
    return group;
  }
}
