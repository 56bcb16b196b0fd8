import { type FacetPage, type Facets, facetKey } from '../db/read/facet.ts';
import type { Dimension } from '../db/read/facet-dimension.ts';
import type { List, Where } from '../db/read/list.ts';

export interface FacetOf {
  readonly where: Where;
  readonly dimension: Dimension;
  readonly page: FacetPage;
}

type Dimensions = readonly [Dimension, ...Dimension[]];

export type Count = (dimensions: Dimensions) => Promise<ReadonlyMap<Dimension, Facets>>;

interface FacetGroup {
  readonly dimensions: [Dimension, ...Dimension[]];
  readonly counted: ReturnType<Count>;
}

/** Combines facets over the same customers in one statement, if they are requested at the same time. */
export class FacetGroups {
  readonly #open = new Map<string, FacetGroup>();

  async read(
    list: List<'Customer'>,
    { where, dimension, page }: FacetOf,
    parents: readonly string[],
    count: Count,
  ): Promise<Facets> {
    const key = JSON.stringify([list.name, facetKey(where, dimension), page, parents]);
    const group = this.#open.get(key);
    if (group) group.dimensions.push(dimension);
    const { counted } = group ?? this.#begin(key, dimension, count);
    return (await counted).get(dimension) ?? new Map();
  }

  #begin(key: string, dimension: Dimension, count: Count): FacetGroup {
    const dimensions: FacetGroup['dimensions'] = [dimension];
    const counted = Promise.resolve().then(() => {
      this.#open.delete(key);
      return count(dimensions);
    });
    const group = { dimensions, counted };
    this.#open.set(key, group);
    return group;
  }
}
