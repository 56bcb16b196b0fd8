// The gateway as a subschema: where it is, how it is asked, and by what its types are merged with others'.
import { readFileSync } from 'node:fs';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { createGraphQLError } from '@graphql-tools/utils';
import { buildSchema } from 'graphql';

// In a project of one's own: import.meta.resolve('customer-gateway/schema.graphql'). A file, so that the gateway need
// not be there, nor show its schema, when the BFF starts.
const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

/** How many ids `nodes(ids:)` takes; beyond them there are several, in one request. */
const maxBatchSize = 250;

/** The gateway decides who sees what: it is asked with the caller's token. */
function headers({ context }) {
  const authorization = context?.request.headers.get('authorization');
  return authorization ? { authorization } : {};
}

/** The gateway's own errors go to the caller as they are. One that was thrown here tells that it did not answer. */
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
    // What is wanted at the same moment goes in one request.
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
