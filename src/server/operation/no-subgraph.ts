import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Where the schema is not shown, a federation router is not shown it either. */
export function NoSubgraphRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.name.value === '_service' && context.getParentType() === context.getSchema().getQueryType())
        context.reportError(
          new GraphQLError(
            'The schema is not shown here, and `_service` is the schema: compose with the one that `customer-gateway schema --federation` prints.',
            { nodes: node },
          ),
        );
    },
  };
}
