import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectFieldNode,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import type { Args, FieldDefinition } from './field-facts.ts';

type Values = Readonly<Record<string, unknown>>;

/** Reads a value for the variables of a request; undefined if it is missing or invalid. */
export type Read<T = unknown> = (variables: Values) => T | undefined;

export function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value));
}

/** The number of values in a literal, with itself. */
export function countValues(value: ValueNode): number {
  let count = 1;
  if (value.kind === Kind.LIST) for (const each of value.values) count += countValues(each);
  if (value.kind === Kind.OBJECT) for (const each of value.fields) count += countValues(each.value);
  return count;
}

const leftOut = Symbol('left out');

const constant =
  (value: unknown): Read =>
  () =>
    value;

const variableReader =
  (name: string, isNonNull: boolean, absent: unknown): Read =>
  (variables) => {
    const value = variables[name];
    if (value === undefined) return absent;
    return value === null && isNonNull ? undefined : value;
  };

const leafReader =
  (node: ValueNode, type: GraphQLInputType): Read =>
  (variables) =>
    valueFromAST(node, type, variables);

/** `absent` is the result for a variable without a value. */
function reader(node: ValueNode, type: GraphQLInputType, absent?: unknown): Read {
  const isNonNull = isNonNullType(type);
  if (node.kind === Kind.VARIABLE) return variableReader(node.name.value, isNonNull, absent);
  if (node.kind === Kind.NULL) return constant(isNonNull ? undefined : null);
  if (isNonNull) return reader(node, type.ofType);
  if (isListType(type)) return listReader(node.kind === Kind.LIST ? node.values : [node], type.ofType);
  if (isInputObjectType(type))
    return node.kind === Kind.OBJECT ? objectReader(type, node.fields) : constant(undefined);
  return hasVariable(node) ? leafReader(node, type) : constant(valueFromAST(node, type));
}

function listReader(nodes: readonly ValueNode[], type: GraphQLInputType): Read {
  const absent = isNonNullType(type) ? undefined : null;
  const items = nodes.map((node) => reader(node, type, absent));
  return (variables) => {
    const values: unknown[] = [];
    for (const read of items) {
      const value = read(variables);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
}

function absentField({ type, defaultValue }: GraphQLArgument | GraphQLInputField): unknown {
  if (defaultValue !== undefined) return defaultValue;
  return isNonNullType(type) ? undefined : leftOut;
}

function fieldsReader(
  declared: readonly (GraphQLArgument | GraphQLInputField)[],
  given: readonly (ArgumentNode | ObjectFieldNode)[],
): Read<Values> {
  const nodes = new Map(given.map((node) => [node.name.value, node.value]));
  const fields: { readonly name: string; readonly read: Read }[] = [];
  for (const field of declared) {
    const { name, type } = field;
    const [node, absent] = [nodes.get(name), absentField(field)];
    if (node !== undefined) fields.push({ name, read: reader(node, type, absent) });
    else if (absent !== leftOut) fields.push({ name, read: constant(absent) });
  }
  return (variables) => {
    const values: Record<string, unknown> = {};
    for (const { name, read } of fields) {
      const value = read(variables);
      if (value === undefined) return undefined;
      if (value !== leftOut) values[name] = value;
    }
    return values;
  };
}

/** Whether the object has exactly one field, which is not null, as a type with `@oneOf` requires. */
export function hasOneValue(object: Values): boolean {
  let [fields, nulls] = [0, 0];
  for (const name in object) {
    fields += 1;
    if (object[name] === null) nulls += 1;
  }
  return fields === 1 && nulls === 0;
}

function objectReader(type: GraphQLInputObjectType, given: readonly ObjectFieldNode[]): Read {
  const read = fieldsReader(Object.values(type.getFields()), given);
  if (!type.isOneOf) return read;
  return (variables) => {
    const values = read(variables);
    return values && hasOneValue(values) ? values : undefined;
  };
}

/** Reads the arguments of a field as graphql-js does, without visiting the document again. */
export const argumentReader = ({ args }: FieldDefinition, { arguments: given = [] }: FieldNode): Read<Args> =>
  fieldsReader(args, given);
