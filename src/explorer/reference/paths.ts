import {
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { Chain } from './argument-values.ts';
import { type FieldPath, rootsOf } from './example.ts';

/** A customer leads to most types; `paymentTermDelete` fails on the demo data, which shows user errors. */
const preferred = ['customer', 'customers', 'paymentTermDelete'];

const rank = (name: string): number => {
  const at = preferred.indexOf(name);
  return at < 0 ? preferred.length : at;
};

function rootPaths(schema: GraphQLSchema): readonly (readonly FieldPath[])[] {
  return rootsOf(schema).map((owner) =>
    Object.values(owner.getFields())
      .map((field): FieldPath => [{ owner, field }])
      .sort(([a], [b]) => rank(a.field.name) - rank(b.field.name)),
  );
}

/** The shortest path from a root field to each output type; paths through queries come first. */
export function outputPaths(schema: GraphQLSchema): ReadonlyMap<GraphQLNamedType, FieldPath> {
  const paths = new Map<GraphQLNamedType, FieldPath>();
  for (const starts of rootPaths(schema)) {
    let level = starts;
    while (level.length > 0) level = level.flatMap((path) => next(path, paths));
  }
  return paths;
}

/** Records where a path ends, and returns its continuations; none if a path to the same type is known. */
function next(path: FieldPath, paths: Map<GraphQLNamedType, FieldPath>): readonly FieldPath[] {
  const last = path[path.length - 1] ?? path[0];
  const end = getNamedType(last.field.type);
  if (paths.has(end)) return [];
  paths.set(end, path);
  // Fields below an interface need a fragment, and other paths lead to them, too.
  if (!isObjectType(end) || isAbstractType(end)) return [];
  return Object.values(end.getFields())
    .filter(({ deprecationReason }) => deprecationReason == null)
    .map((field): FieldPath => [...path, { owner: end, field }]);
}

export interface InputPath {
  readonly path: FieldPath;
  readonly chain: Chain;
}

export function inputPaths(schema: GraphQLSchema): ReadonlyMap<GraphQLNamedType, InputPath> {
  const paths = new Map<GraphQLNamedType, InputPath>();
  let level = rootPaths(schema)
    .flat()
    .flatMap((path) =>
      path[0].field.args.map(({ name, type }) => ({ path, chain: [name], type: getNamedType(type) })),
    );
  while (level.length > 0)
    level = level.flatMap(({ path, chain, type }) => {
      if (paths.has(type)) return [];
      paths.set(type, { path, chain });
      return isInputObjectType(type) ? insideOf(type, path, chain) : [];
    });
  return paths;
}

const insideOf = (type: GraphQLInputObjectType, path: FieldPath, chain: Chain) =>
  Object.values(type.getFields()).map((field) => ({
    path,
    chain: [...chain, field.name],
    type: getNamedType(field.type),
  }));
