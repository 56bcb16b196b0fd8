import type { FilterName } from '../../db/read/filter/filters.ts';
import type { Where } from '../../db/read/list.ts';
import { builder } from '../relay/builder.ts';
import type { ListChoice } from '../relay/page-request.ts';
import { chosenList, sortInput } from './chosen-list.ts';

const columns = { NAME: ['name'], CREATED_AT: ['createdAt'] } as const;

const NamedSortField = builder.enumType('NamedSortField', {
  description: 'The fields that reference data and people can be ordered by.',
  values: {
    NAME: { description: 'The name, as in a dictionary; digits compare as numbers.' },
    CREATED_AT: { description: 'The creation time.' },
  } as const,
});

const sort = sortInput('NamedSort', 'objects with a name', NamedSortField);

/** The arguments of a list of objects with a name, with the choice and the price that follow from them. */
export const namedList = <N extends FilterName>(filter: N, rows: string, searched = ['name']) =>
  chosenList({ filter, rows, searched, columns, sort, usual: 'The default order' });

/** The choice, of rows that also have these values. */
export const withEqual = (
  { where, ...choice }: ListChoice,
  equal: NonNullable<Where['equal']>,
): ListChoice => ({
  ...choice,
  where: Object.keys(equal).length === 0 ? { ...where } : { ...where, equal },
});
