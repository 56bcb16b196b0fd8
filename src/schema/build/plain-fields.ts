import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

type ObjectFields = Readonly<Record<string, GraphQLField<unknown, unknown> | undefined>>;

/** The fields whose generated resolvers only return the property of the same name. */
function plainFieldsOf(type: GraphQLObjectType): ObjectFields {
  const { id, edges, nodes, pageInfo, cursor, node } = type.getFields() as ObjectFields;
  if (edges && pageInfo) return { edges, nodes, pageInfo };
  if (cursor && node) return { node };
  return type.getInterfaces().length > 0 ? { id } : {};
}

/** Pothos's resolvers create a promise for each id, and read a page's rows through its edges. */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(plainFieldsOf(type))) if (field) delete field.resolve;
  return schema;
}
