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

/**
 * Lets the resolvers that can refuse their arguments or their caller reject, never throw. An executor that meets a
 * thrown error forgets the promises of the fields and items beside it, and one of them that fails later would end the
 * process as an unhandled rejection.
 */
export function withoutThrowing(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve && (field.args.length > 0 || roots.includes(type)))
        field.resolve = rejecting(field.resolve);
  }
  return schema;
}
