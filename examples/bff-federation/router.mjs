// Hive Gateway over the supergraph of the file that SUPERGRAPH names. PORT=0 takes any port that is free.
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createGraphQLError, maskError } from 'graphql-yoga';
import { serve } from './serve.mjs';

/** A service that is away is no secret; what else goes wrong inside is. */
function mask(error, message, isDev) {
  // Several errors of one service arrive as one error, whose cause is no GraphQL error.
  const [first] = error?.originalError?.errors ?? [];
  if (first !== undefined) {
    const { nodes, path } = error;
    return mask(
      createGraphQLError(first.message, { nodes, path, extensions: first.extensions }),
      message,
      isDev,
    );
  }
  const { code, serviceName } = error?.extensions ?? {};
  if (code !== 'SUBREQUEST_HTTP_ERROR') return maskError(error, message, isDev);
  return createGraphQLError(
    `The service \`${serviceName}\` cannot be reached at the moment; try again soon.`,
    {
      nodes: error.nodes,
      path: error.path,
      extensions: { code: 'SERVICE_UNAVAILABLE', serviceName },
    },
  );
}

const gateway = createGatewayRuntime({
  supergraph: readFileSync(process.env.SUPERGRAPH ?? 'supergraph.graphql', 'utf8'),
  logging: 'error',
  maskedErrors: { maskError: mask },
  // The services themselves say who may see what: each gets the caller's token, and the request's id for its log.
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization'),
      'x-request-id': request.headers.get('x-request-id'),
    }),
  },
});

serve('One graph', gateway, '/graphql');
