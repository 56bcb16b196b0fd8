import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { hasOneValue } from '../../execution/plan/argument-reader.ts';

/** Throws for an invalid value, without a message. */
export type Coerce = (value: unknown) => unknown;

const invalid = new Error('The value is invalid.');

interface Field {
  readonly name: string;
  readonly coerce: Coerce;
  readonly isRequired: boolean;
  readonly defaultValue: unknown;
}

const fieldsOf = (type: GraphQLInputObjectType): readonly Field[] =>
  Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => ({
    name,
    coerce: coercerOf(of),
    isRequired: isNonNullType(of),
    defaultValue,
  }));

function objectCoercer(type: GraphQLInputObjectType): Coerce {
  // On first use, since types can contain themselves.
  let fields: readonly Field[] | undefined;
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw invalid;
    fields ??= fieldsOf(type);
    const given = value as Readonly<Record<string, unknown>>;
    const coerced: Record<string, unknown> = {};
    let left = Object.keys(given).length;
    for (const { name, coerce, isRequired, defaultValue } of fields) {
      const each = given[name];
      if (each !== undefined) {
        left -= 1;
        coerced[name] = coerce(each);
      } else if (defaultValue !== undefined) coerced[name] = defaultValue;
      else if (isRequired) throw invalid;
    }
    if (left !== 0) throw invalid;
    if (type.isOneOf && !hasOneValue(coerced)) throw invalid;
    return coerced;
  };
}

function listCoercer(item: Coerce): Coerce {
  return (value) => {
    if (Array.isArray(value)) return value.map(item);
    // A value that is not a list counts as a list of one.
    return [item(value)];
  };
}

function presentCoercer(type: GraphQLInputType): Coerce {
  if (isListType(type)) return listCoercer(coercerOf(type.ofType));
  if (isInputObjectType(type)) return objectCoercer(type);
  if (isEnumType(type)) return (value) => type.parseValue(value);
  return (value) => {
    const parsed = 'parseValue' in type ? type.parseValue(value) : undefined;
    if (parsed === undefined) throw invalid;
    return parsed;
  };
}

const coercers = new WeakMap<GraphQLInputType, Coerce>();

/** Coerces valid values as graphql-js does, but without a path and an error handler for each value. */
export function coercerOf(type: GraphQLInputType): Coerce {
  const known = coercers.get(type);
  if (known !== undefined) return known;
  const present = presentCoercer(isNonNullType(type) ? type.ofType : type);
  const made: Coerce = isNonNullType(type)
    ? (value) => {
        if (value == null) throw invalid;
        return present(value);
      }
    : (value) => (value == null ? null : present(value));
  coercers.set(type, made);
  return made;
}
