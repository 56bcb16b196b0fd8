import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
} from 'graphql';

function externalValue(value: unknown, inputType: GraphQLInputType): unknown {
  const type = getNullableType(inputType);
  if (Array.isArray(value) && isListType(type)) return value.map((each) => externalValue(each, type.ofType));
  if (isEnumType(type)) return type.serialize(value);
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const field = fields[name];
      return field === undefined || each == null ? [] : [[name, externalValue(each, field.type)]];
    }),
  );
}

/** An input object as its caller would give it: with the names of enum values, and without nulls. */
export function externalInput(schema: GraphQLSchema, typeName: string, value: object): unknown {
  const type = schema.getType(typeName);
  if (!isInputType(type)) throw new Error(`The schema has no input type ${typeName}.`);
  return externalValue(value, type);
}
