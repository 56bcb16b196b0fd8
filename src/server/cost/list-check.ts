import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { maxPageSize } from '../../schema/page-size.ts';
import { limitExceeded } from '../rejection.ts';

function check(value: unknown, inputType: GraphQLInputType, path: string): void {
  if (value === null || value === undefined) return;
  const type = getNullableType(inputType);
  if (isListType(type) && Array.isArray(value)) {
    if (value.length > maxPageSize)
      throw limitExceeded(`\`${path}\` has ${value.length} values; the maximum is ${maxPageSize}.`);
    for (const [at, each] of value.entries()) check(each, type.ofType, `${path}[${at}]`);
  }
  if (!isInputObjectType(type)) return;
  for (const [name, field] of Object.entries(type.getFields()))
    check((value as Readonly<Record<string, unknown>>)[name], field.type, `${path}.${name}`);
}

/**
 * Checks that no list in a field's arguments, at any depth, has
 * more values than the largest page. Covers literals and variables.
 */
export function checkLists(
  args: readonly GraphQLArgument[],
  values: Readonly<Record<string, unknown>>,
): void {
  for (const { name, type } of args) check(values[name], type, name);
}
