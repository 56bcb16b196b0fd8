import { stitchSchemas } from '@graphql-tools/stitch';
import { createYoga } from 'graphql-yoga';
import { gatewaySubschema } from './gateway.mjs';
import { ticketsSchema } from './tickets.mjs';

const ticketsSubschema = {
  schema: ticketsSchema,
  merge: {
    Customer: {
      selectionSet: '{ id }',
      // Not to be hidden with a transform: then a ticket's customer is null below another customer, without an error.
      fieldName: 'ticketCustomers',
      key: ({ id }) => id,
      argsFromKeys: (ids) => ({ ids }),
    },
  },
};

/** The gateway's graph and the tickets' as one, in this process. */
export function createBff(gatewayUrl) {
  return createYoga({
    schema: stitchSchemas({ subschemas: [gatewaySubschema(gatewayUrl), ticketsSubschema] }),
  });
}
