import { type FieldNode, type GraphQLField, type GraphQLNamedType, getArgumentValues } from 'graphql';
import { hasVariables } from './collect.ts';
import type { PlannedField } from './plan.ts';

export const none = (): Readonly<Record<string, unknown>> => ({});

export function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): PlannedField['args'] {
  if (hasVariables(node)) return (variables) => getArgumentValues(definition, node, variables);
  try {
    const values = getArgumentValues(definition, node);
    return () => values;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** JavaScript types of values that graphql-js need not serialize. */
const plain: Readonly<Record<string, string>> = { String: 'string', ID: 'string', Boolean: 'boolean' };

type LeafType = GraphQLNamedType & { serialize(value: unknown): unknown };
type Serialize = (value: unknown) => unknown;

const serializers = new WeakMap<LeafType, Serialize>();

export function serializerOf(type: LeafType): Serialize {
  const known = serializers.get(type);
  if (known !== undefined) return known;
  const expected = plain[type.name];
  const serialize: Serialize =
    expected === undefined
      ? (value) => type.serialize(value)
      : (value) => (typeof value === expected ? value : type.serialize(value));
  serializers.set(type, serialize);
  return serialize;
}
