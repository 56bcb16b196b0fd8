import { stitchSchemas } from '@graphql-tools/stitch';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga } from 'graphql-yoga';
import { gatewaySubschema } from './gateway.mjs';
import { ticketsSchema } from './tickets.mjs';

const ticketsSubschema = {
  schema: ticketsSchema,
  merge: {
    Customer: {
      selectionSet: '{ id }',
      // Do not hide this field with a transform: a ticket's customer below another customer would be null
      // without an error.
      fieldName: 'ticketCustomers',
      key: ({ id }) => id,
      argsFromKeys: (ids) => ({ ids }),
    },
  },
};

/** A server of the stitched schema: the gateway and the tickets, in this process. */
export function createBff(gatewayUrl) {
  return createYoga({
    schema: stitchSchemas({ subschemas: [gatewaySubschema(gatewayUrl), ticketsSubschema] }),
    // GraphiQL with its scripts in the page: Yoga's own page, like its landing page, loads files from another host.
    renderGraphiQL,
    landingPage: false,
  });
}
