import type { InputFieldMap } from '@pothos/core';
import type { ModelName } from '../../db/model/table.ts';
import { type FilterName, filterNames } from '../../db/read/filter/filters.ts';
import type { List } from '../../db/read/list.ts';
import { builder } from '../relay/builder.ts';
import type { ListChoice } from '../relay/page-request.ts';
import { type ChoiceArgs, choiceCost, chooseFrom } from './choice.ts';
import { filterInput } from './input.ts';

const filterOf = (model: ModelName): FilterName | undefined => filterNames.find((name) => name === model);

interface NestedFilter {
  readonly args: InputFieldMap;
  readonly choose: (args: ChoiceArgs<never>) => ListChoice;
  readonly cost: object;
}

/** The argument `filter` of a list with one order, with the choice and the price that follow; none if its rows have no filter. */
export function nestedFilter(list: List): NestedFilter {
  const filter = filterOf(list.model);
  if (filter === undefined) return { args: {}, choose: () => ({}), cost: {} };
  const choose = chooseFrom({ filter, searched: [], columns: {} });
  return {
    args: builder.args((t) => ({
      filter: t.field({
        type: filterInput(filter),
        description: 'Returns only items that match this filter.',
      }),
    })),
    choose,
    cost: choiceCost(list, choose),
  };
}
