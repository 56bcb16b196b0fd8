import type { FilterName } from '../../db/read/filter/filters.ts';
import type { List, Where } from '../../db/read/list.ts';
import { builder } from '../relay/builder.ts';
import type { ListChoice } from '../relay/page-request.ts';
import { reads } from '../relay/reads.ts';
import { SortDirection } from '../relay/sort-direction.ts';
import { type ChoiceArgs, choiceCost, chooseFrom } from './choice.ts';
import { filterInput } from './input.ts';

const columns = { NAME: ['name'], CREATED_AT: ['createdAt'] } as const;

const NamedSortField = builder.enumType('NamedSortField', {
  description: 'The fields that reference data and people can be ordered by.',
  values: {
    NAME: { description: 'The name, as in a dictionary; digits compare as numbers.' },
    CREATED_AT: { description: 'The creation time.' },
  } as const,
});

const NamedSort = builder.inputType('NamedSort', {
  description: 'A sort key for objects with a name.',
  fields: (t) => ({
    field: t.field({ type: NamedSortField, required: true, description: 'The field to order by.' }),
    direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'The sort direction.' }),
  }),
});

export type NamedArgs = ChoiceArgs<keyof typeof columns>;

/** The arguments of a list of objects with a name, with the choice and the price that follow from them. */
export function namedList<N extends FilterName>(filter: N, rows: string, searched = ['name']) {
  const choose = chooseFrom({ filter, searched, columns });
  return {
    args: builder.args((t) => ({
      query: t.string({
        description: `Returns only the ${rows} whose ${searched.join(' or ')} contains every word, regardless of case and accents. At most 256 characters and 10 words.`,
      }),
      filter: t.field({
        type: filterInput(filter),
        description: `Returns only ${rows} that match this filter.`,
      }),
      orderBy: t.field({
        type: [NamedSort],
        description: `Orders the ${rows} by these keys, ties by the next key and finally by id. The usual order if absent, null or empty.`,
      }),
    })),
    choose,
    extensions: (list: List) => ({ ...choiceCost(list, choose), ...reads() }),
  };
}

/** The choice, of rows that also have these values. */
export const withEqual = (
  { where, ...choice }: ListChoice,
  equal: NonNullable<Where['equal']>,
): ListChoice => ({
  ...choice,
  where: Object.keys(equal).length === 0 ? { ...where } : { ...where, equal },
});
