// Runs Hive Gateway with the supergraph in the file SUPERGRAPH. PORT=0 uses any free port.
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createGraphQLError, maskError } from 'graphql-yoga';
import { serve } from './serve.mjs';

/** Tells callers which service cannot be reached; masks all other internal errors. */
function mask(error, message, isDev) {
  // Several errors of one service arrive as one error, whose original error is not a GraphQL error.
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
  // GraphiQL with its scripts in the page: the router's own page, like its landing page, loads files from another
  // host.
  renderGraphiQL,
  landingPage: false,
  maskedErrors: { maskError: mask },
  // The services authorize requests themselves: each receives the caller's token. The request id is for logs.
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization'),
      'x-request-id': request.headers.get('x-request-id'),
    }),
  },
});

serve('One graph', gateway, '/graphql');
