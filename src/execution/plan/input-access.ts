import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { InputAccess } from '../../schema/build/access-rules.ts';
import type { Rule } from '../../schema/build/rule.ts';
import type { ArgumentValues } from './request-plan.ts';

type Values = Readonly<Record<string, unknown>>;

const guardedTypes = new WeakMap<GraphQLInputType, boolean>();

const accessOf = ({ extensions }: { readonly extensions: Values }) =>
  extensions.access as InputAccess | undefined;

/** Whether the type has input fields that require scopes, at any depth. */
export function isGuarded(type: GraphQLInputType): boolean {
  const found = guardedTypes.get(type);
  if (found !== undefined) return found;
  const reachable = new Set([getNamedType(type)]);
  let guarded = false;
  // The loop also visits types that it adds.
  for (const each of reachable)
    if (isInputObjectType(each))
      for (const field of Object.values(each.getFields())) {
        guarded ||= accessOf(field) !== undefined;
        reachable.add(getNamedType(field.type));
      }
  guardedTypes.set(type, guarded);
  return guarded;
}

function collect(value: unknown, inputType: GraphQLInputType, rules: Map<string, Rule>): void {
  if (value === null || value === undefined || !isGuarded(inputType)) return;
  const type = getNullableType(inputType);
  if (isListType(type)) for (const each of [value].flat()) collect(each, type.ofType, rules);
  if (!isInputObjectType(type)) return;
  const fields = type.getFields();
  for (const name in value) {
    const given = (value as Values)[name];
    const field = given == null ? undefined : fields[name];
    if (field === undefined) continue;
    const access = accessOf(field);
    if (access !== undefined) rules.set(`${type.name}.${name}`, access(given));
    collect(given, field.type, rules);
  }
}

/** The rules of the input fields that the values have and that are not null, by `Type.field`. */
export function inputRules(declared: readonly GraphQLArgument[], values: Values): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const { name, type } of declared) collect(values[name], type, rules);
  return rules;
}

/** Whether input fields that require scopes have values, or can have them in a request. */
export const canHaveRules = ({ slot, fixed, definition }: ArgumentValues): boolean =>
  slot >= 0 || (!(fixed instanceof Error) && inputRules(definition.args, fixed).size > 0);
