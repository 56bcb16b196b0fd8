import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Rejects `_service` where the schema is hidden. */
export function NoSubgraphRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.name.value === '_service' && context.getParentType() === context.getSchema().getQueryType())
        context.reportError(
          new GraphQLError(
            '`_service` returns the schema, which this gateway hides; use the schema that its command `schema --federation` prints.',
            { nodes: node },
          ),
        );
    },
  };
}
