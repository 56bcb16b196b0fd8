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
 * Makes resolvers that can reject their arguments or their caller return a rejected promise
 * instead of throwing. After a throw, an executor abandons the promises of sibling fields
 * and items; if one of them rejects later, the unhandled rejection would end the process.
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
