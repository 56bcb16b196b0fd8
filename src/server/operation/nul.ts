import { type ASTNode, GraphQLError } from 'graphql';
import { coded } from '../../error-codes.ts';

const rule = 'string contains the character U+0000; remove it.';

export function noNul(where?: string, node: ASTNode | null = null): GraphQLError {
  return new GraphQLError(where === undefined ? `The ${rule}` : `${where}: the ${rule}`, {
    nodes: node,
    extensions: coded('BAD_USER_INPUT'),
  });
}
