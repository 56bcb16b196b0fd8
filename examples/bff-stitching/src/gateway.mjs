// The gateway as a subschema: its endpoint, its executor and how its types merge with other services'.
import { readFileSync } from 'node:fs';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { createGraphQLError } from '@graphql-tools/utils';
import { buildSchema } from 'graphql';

// In your own project: import.meta.resolve('customer-gateway/schema.graphql'). The schema is read from a
// file, so that the BFF can start while the gateway is down, and without introspection.
const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** The maximum number of ids in `nodes(ids:)`. For more ids, one request contains several `nodes` fields. */
const maxBatchSize = 250;

/** Forwards the caller's token: the gateway decides what the caller may see. */
function headers({ context }) {
  const authorization = context?.request.headers.get('authorization');
  return authorization ? { authorization } : {};
}

/**
 * Passes the gateway's own errors to the caller unchanged. An error thrown here means that the gateway did
 * not respond.
 */
function asTheGatewaySays(error) {
  if (!error.originalError) return error;
  console.error(error.message);
  return createGraphQLError('The customer gateway cannot be reached.', {
    path: error.path,
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });
}

function executorOf(endpoint) {
  const ask = buildHTTPExecutor({ endpoint, headers });
  return async (request) => {
    const answer = await ask(request);
    return answer.errors ? { ...answer, errors: answer.errors.map(asTheGatewaySays) } : answer;
  };
}

function unknown(id) {
  return createGraphQLError(`There is no customer ${id}.`, { extensions: { code: 'NOT_FOUND' } });
}

export function gatewaySubschema(endpoint) {
  return {
    schema,
    executor: executorOf(endpoint),
    // Combines operations that start at the same time into one request.
    batch: true,
    merge: {
      Customer: {
        selectionSet: '{ id }',
        fieldName: 'nodes',
        key: ({ id }) => id,
        argsFromKeys: (ids) => ({ ids }),
        valuesFromResults: (customers, ids) => customers.map((customer, i) => customer ?? unknown(ids[i])),
        dataLoaderOptions: { maxBatchSize },
      },
    },
  };
}
