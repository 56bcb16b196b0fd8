import type { InputRef } from '@pothos/core';
import type { Condition } from '../../db/read/filter/condition.ts';
import { definitionOf, type Filter, type FilterName, filterNames } from '../../db/read/filter/filters.ts';
import { relationRule } from '../build/access-rules.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import './values.ts';

type Field = Pick<Condition, 'type' | 'description' | 'relation'>;

const inputName = (name: string): string => `${name}Filter`;

/** The fields of an input type by their declarations. Types are found by the names under which they are registered. */
function inputFields(t: InputFields, name: string, fields: Readonly<Record<string, Field>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { type, description, relation }]) => {
      const rule = relation && relationRule(name, relation.to);
      const extensions = rule && { access: () => rule };
      // Pothos's types know only the names of scalars.
      return [
        field,
        t.field({ type: type as 'ID' | ['ID'], description, ...(extensions && { extensions }) }),
      ];
    }),
  );
}

function combinations(input: string, rows: string): Readonly<Record<string, Field>> {
  const capitalized = `${rows.charAt(0).toUpperCase()}${rows.slice(1)}`;
  return {
    and: {
      type: [input],
      description: `Matches ${rows} that match all of these filters. An empty list has no effect.`,
    },
    or: {
      type: [input],
      description: `Matches ${rows} that match at least one of these filters. An empty list matches nothing.`,
    },
    not: {
      type: input,
      description: `Matches ${rows} that do not match this filter. ${capitalized} without a value count as not matching it.`,
    },
  };
}

const withLimit = ({ description, ...field }: Field): Field => ({
  ...field,
  description: typeof field.type === 'string' ? description : `${description} At most ${maxPageSize} values.`,
});

function implementFilter(name: FilterName) {
  const { description, rows, fields } = definitionOf(name);
  const conditions = Object.entries(fields).map(([field, condition]) => [field, withLimit(condition)]);
  return builder.inputType(inputName(name), {
    description,
    fields: (t) =>
      inputFields(t, name, {
        ...combinations(inputName(name), rows),
        ...Object.fromEntries(conditions),
      }),
  });
}

function implementSumFilter(name: string): void {
  const { rows } = definitionOf(name);
  const of = { type: inputName(name), description: `Adds up only these ${rows}; all if absent or null.` };
  builder.inputType(`${name}SumFilter`, {
    description: `A range of the sum of the ${rows} in a list, in one currency; 0 if none has an amount in it. At least one bound is given; both are inclusive.`,
    fields: (t) => ({
      ...inputFields(t, name, { of }),
      currencyCode: t.string({
        required: true,
        description: `The currency, by its ISO 4217 code in upper or lower case: \`USD\`. Amounts in other currencies are not added.`,
      }),
      from: t.field({ type: 'Decimal', description: 'The smallest sum.' }),
      to: t.field({ type: 'Decimal', description: 'The largest sum.' }),
    }),
  });
}

function implementListFilter(name: string): void {
  const { rows, amount } = definitionOf(name);
  const type = inputName(name);
  const sum: Field = { type: `${name}SumFilter`, description: `Matches lists by the sum of their ${rows}.` };
  builder.inputType(`${name}ListFilter`, {
    description: `The conditions that a list of ${rows} must match. All given fields must match.`,
    fields: (t) =>
      inputFields(t, name, {
        some: {
          type,
          description: `Matches lists in which at least one of the ${rows} matches; \`{}\` matches lists that are not empty.`,
        },
        none: {
          type,
          description: `Matches lists in which none of the ${rows} matches; \`{}\` matches empty lists.`,
        },
        every: { type, description: `Matches lists in which all ${rows} match, including empty lists.` },
        count: { type: `${name}CountFilter`, description: `Matches lists by their number of ${rows}.` },
        ...(amount && { sum }),
      }),
  });
  if (amount) implementSumFilter(name);
  builder.inputType(`${name}CountFilter`, {
    description: `A range of the number of ${rows} in a list. At least one bound is given; both are inclusive.`,
    fields: (t) =>
      inputFields(t, name, {
        of: { type, description: `Counts only these ${rows}; all if absent or null.` },
        from: { type: 'Int', description: 'The smallest number.' },
        to: { type: 'Int', description: 'The largest number; 0 matches lists without any.' },
      }),
  });
}

const inputs = new Map(filterNames.map((name) => [name, implementFilter(name)]));

const listed = filterNames
  .flatMap((name) => Object.values(definitionOf(name).fields))
  .flatMap(({ relation }) => (relation?.kind === 'many' ? [relation.to] : []));
for (const name of new Set(listed)) implementListFilter(name);

/** The input type of a filter. */
export const filterInput = <N extends FilterName>(name: N): InputRef<Filter<N>> =>
  // Each name has an input type, whose fields have the values of the filter's conditions.
  inputs.get(name) as unknown as InputRef<Filter<N>>;
