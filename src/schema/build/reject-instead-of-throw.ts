import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

function rejecting(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

const made = new WeakSet<GraphQLSchema>();

/** After a throw, graphql-js abandons sibling promises; one that rejects later would end the process. */
export function rejectInsteadOfThrow(schema: GraphQLSchema): GraphQLSchema {
  if (made.has(schema)) return schema;
  made.add(schema);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve && (field.args.length > 0 || roots.includes(type)))
        field.resolve = rejecting(field.resolve);
  }
  return schema;
}
