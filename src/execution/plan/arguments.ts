import { type FieldNode, getArgumentValues, Kind, type ValueNode } from 'graphql';
import type { Args, Field, FieldFacts } from './field-facts.ts';
import { type ListCheck, listCheckOf } from './list-check.ts';

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

/** The arguments of an operation's fields; the same node and definition have the same values. */
export class OperationArguments {
  readonly listChecks: ListCheck[] = [];
  /** The number of values that depend on variables. */
  slots = 0;
  readonly #known = new Map<Field, Map<FieldNode, ArgumentValues>>();

  of({ takesList }: FieldFacts, definition: Field, node: FieldNode): ArgumentValues {
    const ofNodes = this.#known.get(definition) ?? new Map<FieldNode, ArgumentValues>();
    this.#known.set(definition, ofNodes);
    const known = ofNodes.get(node);
    if (known !== undefined) return known;
    const args = this.#make(definition, node);
    ofNodes.set(node, args);
    if (takesList) this.listChecks.push(...listCheckOf(args));
    return args;
  }

  #make(definition: Field, node: FieldNode): ArgumentValues {
    if (definition.args.length === 0) return { definition, node, slot: -1, fixed: none };
    if (!node.arguments?.some(({ value }) => hasVariable(value)))
      return { definition, node, slot: -1, fixed: valuesOf(definition, node) };
    this.slots += 1;
    return { definition, node, slot: this.slots - 1, fixed: none };
  }
}
