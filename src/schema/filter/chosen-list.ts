import type { InputRef } from '@pothos/core';
import type { FilterName } from '../../db/read/filter/filters.ts';
import type { List } from '../../db/read/list.ts';
import { builder } from '../relay/builder.ts';
import { reads } from '../relay/reads.ts';
import { SortDirection } from '../relay/sort-direction.ts';
import { type Choosable, choiceCost, chooseFrom } from './choice.ts';
import { filterInput } from './input.ts';

/** The input type of a sort key: one of the fields, with a direction. */
export const sortInput = <F extends string>(name: string, rows: string, field: InputRef<F>) =>
  builder.inputType(name, {
    description: `A sort key for ${rows}.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'The field to order by.' }),
      direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'The sort direction.' }),
    }),
  });

interface ChosenList<N extends FilterName, F extends string> extends Choosable<F> {
  readonly filter: N;
  /** The noun for the rows: "orders". */
  readonly rows: string;
  readonly sort: ReturnType<typeof sortInput<F>>;
  /** The order without `orderBy`. */
  readonly usual?: string;
}

/** The arguments of a list, with the choice and the price that follow from them. */
export function chosenList<N extends FilterName, F extends string>({
  rows,
  sort,
  usual = 'Newest first',
  ...choosable
}: ChosenList<N, F>) {
  const choose = chooseFrom(choosable);
  const texts = choosable.searched.join(' or ');
  return {
    args: builder.args((t) => ({
      query: t.string({
        description: `Returns only the ${rows} whose ${texts} contains every word, regardless of case and accents. At most 256 characters and 10 words.`,
      }),
      filter: t.field({
        type: filterInput(choosable.filter),
        description: `Returns only ${rows} that match this filter.`,
      }),
      orderBy: t.field({
        type: [sort],
        description: `Orders the ${rows} by these keys, ties by the next key and finally by id. ${usual} if absent, null or empty.`,
      }),
    })),
    choose,
    extensions: (list: List) => ({ ...choiceCost(list, choose), ...reads() }),
  };
}
