import { builder } from './builder.ts';

export const SortDirection = builder.enumType('SortDirection', {
  description: 'The direction of an order. Nulls sort last in both directions.',
  values: {
    ASC: { description: 'Ascending: smallest, earliest or alphabetically first values first.' },
    DESC: { description: 'Descending: largest, latest or alphabetically last values first.' },
  } as const,
});
