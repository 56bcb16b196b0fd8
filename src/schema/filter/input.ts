import type { InputRef } from '@pothos/core';
import type { Condition } from '../../db/read/filter/condition.ts';
import { definitionOf, type Filter, type FilterName } from '../../db/read/filter/filters.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import './values.ts';

/** A field of a type that is registered under its name. */
const field = (t: InputFields, type: Condition['type'], description: string) =>
  // Pothos's types know only the names of scalars.
  t.field({ type: type as 'ID' | ['ID'], description });

/** Implements the input type of a filter. */
export function filterInput<N extends FilterName>(name: N): InputRef<Filter<N>> {
  const { description, rows, fields } = definitionOf(name);
  const input = `${name}Filter`;
  const capitalized = `${rows.charAt(0).toUpperCase()}${rows.slice(1)}`;
  const made = builder.inputType(input, {
    description,
    fields: (t) => ({
      and: field(
        t,
        [input],
        `Matches ${rows} that match all of these filters. An empty list does not restrict.`,
      ),
      or: field(
        t,
        [input],
        `Matches ${rows} that match at least one of these filters. An empty list matches nothing.`,
      ),
      not: field(
        t,
        input,
        `Matches ${rows} that do not match this filter. ${capitalized} without a value count as not matching it.`,
      ),
      ...Object.fromEntries(
        Object.entries(fields).map(([name, { type, description }]) => [
          name,
          field(
            t,
            type,
            typeof type === 'string' ? description : `${description} At most ${maxPageSize} values.`,
          ),
        ]),
      ),
    }),
  });
  // The fields above have the values of the filter's conditions.
  return made as unknown as InputRef<Filter<N>>;
}
