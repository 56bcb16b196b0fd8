// Another team's service: invoices, and their fields on the gateway's customers. PORT=0 uses any free port.
import { readFileSync } from 'node:fs';
import { createSchema, createYoga } from 'graphql-yoga';
import { serve } from '../serve.mjs';
import { allInvoices, invoiceById, invoicesOf } from './invoices.mjs';
import { pageOf } from './page.mjs';

const sdl = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/** The types and fields that a router requires of every subgraph. */
const machinery = `
  directive @link(url: String!, import: [String!]) repeatable on SCHEMA
  directive @key(fields: String!) repeatable on OBJECT
  directive @shareable on OBJECT | FIELD_DEFINITION
  scalar _Any
  union _Entity = Customer | Invoice
  type _Service { sdl: String! }
  extend type Query {
    _service: _Service!
    _entities(representations: [_Any!]!): [_Entity]!
  }`;

const resolvers = {
  Query: {
    invoices: (_root, page) => pageOf(allInvoices(), page),
    _service: () => ({ sdl }),
    // Resolves any customer id without a check: the gateway knows whether the customer exists.
    _entities: (_root, { representations }) =>
      representations.map((each) => (each.__typename === 'Invoice' ? invoiceById(each.id) : each)),
  },
  Customer: { invoices: ({ id }, page) => pageOf(invoicesOf(id), page) },
  Invoice: { customer: ({ customerId }) => ({ __typename: 'Customer', id: customerId }) },
};

const yoga = createYoga({
  schema: createSchema({ typeDefs: [sdl, machinery], resolvers }),
  logging: 'warn',
  // Only the router calls this service. Yoga's pages load files from another host.
  graphiql: false,
  landingPage: false,
});

serve('Invoices', yoga, yoga.graphqlEndpoint);
