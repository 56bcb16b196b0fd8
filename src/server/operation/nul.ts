import { type ASTNode, GraphQLError } from 'graphql';
import { coded } from '../../error-codes.ts';

export function noNul(where: string, node: ASTNode | null = null): GraphQLError {
  return new GraphQLError(`${where}: the string contains the character U+0000; remove it.`, {
    nodes: node,
    extensions: coded('BAD_USER_INPUT'),
  });
}
