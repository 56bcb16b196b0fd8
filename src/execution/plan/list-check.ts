import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { maxPageSize } from '../../schema/relay/page-size.ts';
import type { ArgumentValues } from './request-plan.ts';

export class ListTooLong extends Error {
  override readonly name = 'ListTooLong';
  readonly path: string;
  readonly length: number;

  constructor(path: string, length: number) {
    super(`\`${path}\` has ${length} values; the maximum is ${maxPageSize}.`);
    this.path = path;
    this.length = length;
  }
}

/** The arguments of a field that are checked for each request, or the error if they are the same for all requests. */
export type ListCheck = ArgumentValues | ListTooLong;

const listTypes = new WeakMap<GraphQLInputType, boolean>();

export function holdsList(type: GraphQLInputType): boolean {
  const found = listTypes.get(type);
  if (found !== undefined) return found;
  const reachable = new Set([getNullableType(type)]);
  let holds = false;
  // The loop also visits types that it adds.
  for (const each of reachable) {
    if (isListType(each)) holds = true;
    else if (isInputObjectType(each))
      for (const field of Object.values(each.getFields())) reachable.add(getNullableType(field.type));
  }
  listTypes.set(type, holds);
  return holds;
}

function check(value: unknown, inputType: GraphQLInputType, path: string): void {
  if (value === null || value === undefined || !holdsList(inputType)) return;
  const type = getNullableType(inputType);
  if (isListType(type) && Array.isArray(value)) {
    if (value.length > maxPageSize) throw new ListTooLong(path, value.length);
    if (holdsList(type.ofType))
      for (const [at, each] of value.entries()) check(each, type.ofType, `${path}[${at}]`);
  }
  if (!isInputObjectType(type)) return;
  const fields = type.getFields();
  // Coerced values have their fields in the order of the type.
  for (const name in value) {
    const inner = (value as Readonly<Record<string, unknown>>)[name];
    const field = typeof inner === 'object' ? fields[name] : undefined;
    if (field !== undefined) check(inner, field.type, `${path}.${name}`);
  }
}

/** No list, at any depth, in a literal or a variable, may have more values than the largest page. */
export function checkLists(
  declared: readonly GraphQLArgument[],
  values: Readonly<Record<string, unknown>>,
): void {
  for (const { name, type } of declared) check(values[name], type, name);
}

export function listCheckOf(args: ArgumentValues): readonly ListCheck[] {
  if (args.slot >= 0) return [args];
  if (args.fixed instanceof Error) return [];
  try {
    checkLists(args.definition.args, args.fixed);
    return [];
  } catch (error) {
    if (error instanceof ListTooLong) return [error];
    throw error;
  }
}
