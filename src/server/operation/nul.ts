import { type ASTNode, GraphQLError } from 'graphql';

export function noNul(where: string, node: ASTNode | null = null): GraphQLError {
  return new GraphQLError(`${where}: A string cannot contain the character U+0000; leave it out.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
