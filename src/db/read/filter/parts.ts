import type { Combined, Condition } from './condition.ts';
import { definitionOf } from './filters.ts';

/** A condition of a filter that is not a relation, with its value. */
export interface Leaf {
  readonly path: string;
  readonly condition: Condition;
  readonly value: unknown;
}

/** A filter within another one: in `and`, `or`, `not` or a relation. */
export interface Nested {
  readonly path: string;
  readonly name: string;
  readonly filter: object;
  readonly relation?: Condition;
}

function within(name: string, { and, or, not }: Combined): readonly Nested[] {
  return [
    ...(and ?? []).map((filter, at) => ({ path: `and[${at}]`, name, filter })),
    ...(or ?? []).map((filter, at) => ({ path: `or[${at}]`, name, filter })),
    ...(not ? [{ path: 'not', name, filter: not }] : []),
  ];
}

function related(path: string, relation: Condition, value: object): readonly Nested[] {
  const { to: name, kind } = relation.relation ?? {};
  if (name === undefined) return [];
  if (kind !== 'many') return [{ path, name, filter: value, relation }];
  return Object.entries(value).flatMap(([quantifier, given]) => {
    const isGroup = quantifier === 'count' || quantifier === 'sum';
    const [at, filter] = isGroup && given ? [`${quantifier}.of`, given.of ?? {}] : [quantifier, given];
    return filter ? [{ path: `${path}.${at}`, name, filter, relation }] : [];
  });
}

/** The conditions of a filter that are not null, and the filters within it, one level deep. */
export function partsOf(name: string, filter: object) {
  const { fields } = definitionOf(name);
  const conditions = Object.entries(filter).flatMap(([path, value]): readonly Leaf[] => {
    const condition = fields[path];
    return condition === undefined || value === null || value === undefined
      ? []
      : [{ path, condition, value }];
  });
  return {
    conditions,
    leaves: conditions.filter(({ condition }) => condition.relation === undefined),
    nested: [
      // The value of a relation is an object.
      ...conditions.flatMap(({ path, condition, value }) => related(path, condition, value as object)),
      ...within(name, filter),
    ],
  };
}
