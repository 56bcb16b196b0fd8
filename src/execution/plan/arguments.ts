import { type FieldNode, getArgumentValues, Kind, type ValueNode } from 'graphql';
import type { Args, Field } from './field-facts.ts';

/** The argument values of a field: the same for every request, or computed from the variables of each. */
export interface ArgumentValues {
  readonly definition: Field;
  readonly node: FieldNode;
  /** The index of the values among those of a request; -1 if they do not depend on variables. */
  readonly slot: number;
  /** The values that do not depend on variables, or the error if they are invalid. */
  readonly fixed: Args | Error;
}

const none: Args = {};

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value));
}

/** Returns the values for these variables, or the error if they are invalid. */
export function valuesOf(
  definition: Field,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>> = {},
): Args | Error {
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** `nextSlot` is the index of the values if they depend on variables. */
export function argumentsOf(definition: Field, node: FieldNode, nextSlot: number): ArgumentValues {
  if (definition.args.length === 0) return { definition, node, slot: -1, fixed: none };
  if (node.arguments?.some(({ value }) => hasVariable(value)))
    return { definition, node, slot: nextSlot, fixed: none };
  return { definition, node, slot: -1, fixed: valuesOf(definition, node) };
}
