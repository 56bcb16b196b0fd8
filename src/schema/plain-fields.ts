import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown> | undefined>>;

/** The fields whose generated resolvers only return the property of the same name. */
function plainFieldsOf(type: GraphQLObjectType): Fields {
  const { id, edges, nodes, pageInfo, cursor, node } = type.getFields() as Fields;
  if (edges && pageInfo) return { edges, nodes, pageInfo };
  if (cursor && node) return { node };
  return type.getInterfaces().length > 0 ? { id } : {};
}

/**
 * Removes resolvers of ids and of the parts of connections, so that they are read as plain properties.
 * Pothos's resolvers create a promise for each id, and read a page's rows through its edges.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(plainFieldsOf(type))) if (field) delete field.resolve;
  return schema;
}
