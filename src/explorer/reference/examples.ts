import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isLeafType,
} from 'graphql';
import { type FieldPath, operationOf, rootsOf } from './example.ts';
import { inputPaths, outputPaths } from './paths.ts';

/** Operations by the coordinate of the root field or the name of the type that they show. */
export type Examples = ReadonlyMap<string, string>;

const operationName = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

export function examplesOf(schema: GraphQLSchema): Examples {
  const outputs = outputPaths(schema);
  const inputs = inputPaths(schema);
  const examples = new Map<string, string>();
  for (const owner of rootsOf(schema))
    for (const field of Object.values(owner.getFields()))
      examples.set(
        `${owner.name}.${field.name}`,
        operationOf([{ owner, field }], { name: operationName(field.name) }),
      );
  const exampleOf = (type: GraphQLNamedType): string | undefined => {
    const output = isLeafType(type) ? showing(type, outputs) : undefined;
    const { name } = type;
    if (output) return operationOf(output.path, { ...output, name });
    const input = inputs.get(type);
    if (input && (isInputObjectType(type) || isLeafType(type)))
      return operationOf(input.path, { chain: input.chain, name });
    const path = outputs.get(type);
    return path && operationOf(path, { name });
  };
  const roots = new Set<string>(rootsOf(schema).map(({ name }) => name));
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || roots.has(type.name)) continue;
    const example = exampleOf(type);
    if (example) examples.set(type.name, example);
  }
  return examples;
}

/** The nearest object with a field of a scalar or enum. */
function showing(type: GraphQLNamedType, outputs: ReadonlyMap<GraphQLNamedType, FieldPath>) {
  for (const [owner, path] of outputs) {
    if (!isCompositeType(owner) || !('getFields' in owner)) continue;
    const field = Object.values(owner.getFields()).find(
      (each) => getNamedType(each.type) === type && each.deprecationReason == null && each.args.length === 0,
    );
    if (field) return { path, leaf: field.name };
  }
  return undefined;
}
