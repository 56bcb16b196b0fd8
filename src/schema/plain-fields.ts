import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown> | undefined>>;

/** The fields whose generated resolvers say no more than their names do. */
function plainFieldsOf(type: GraphQLObjectType): Fields {
  const { id, edges, nodes, pageInfo, cursor, node } = type.getFields() as Fields;
  if (edges && pageInfo) return { edges, nodes, pageInfo };
  if (cursor && node) return { node };
  return type.getInterfaces().length > 0 ? { id } : {};
}

/**
 * Lets ids, and the parts of connections, be read as the properties that they are: what Pothos puts there makes a
 * promise of each id, and reads a page's rows through its edges.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(plainFieldsOf(type))) if (field) delete field.resolve;
  return schema;
}
