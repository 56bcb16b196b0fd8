// The operations in the gateway's schema; the answers are converted to the bench's flat form.
import { questions } from './questions.mjs';
import { shapes } from './shapes.mjs';

const related = `
  freightPreferences { carrier { id name code } }
  defaults { paymentTerm { id name } salesRep { id user { id name email } } }
  type { id name }
  billToAddress { id name phone }
  shipToAddress { id name phone }`;

function full({ freightPreferences, defaults, ...rest }) {
  return {
    ...rest,
    carrier: freightPreferences.carrier,
    paymentTerm: defaults?.paymentTerm ?? null,
    salesRep: defaults?.salesRep ?? null,
  };
}

const family = ({ childAccounts, priceGroups, ...row }) => ({
  ...full(row),
  childAccounts: childAccounts.nodes,
  priceGroups: priceGroups.nodes,
});

const written = ({ customer, userErrors }) => {
  if (userErrors.length > 0) throw new Error(`The upsert failed: ${JSON.stringify(userErrors)}`);
  return customer;
};

const upsertInput = ({ number, note }) => ({ by: { number }, note });

const source = (sourceId) => ({ system: 'AUGNO', sourceId });

const addressInput = (sourceId, note) => ({
  source: source(sourceId),
  name: 'Receiving',
  phone: '555-0100',
  streetLine1: note,
  locality: 'Springfield',
  state: 'IL',
  postalCode: '62701',
  country: 'US',
});

const wholeInput = ({ carrierId, paymentTermId }, { number, note }) => ({
  by: { source: source(`bench-${number}`) },
  number: `bench-${number}`,
  name: note,
  note,
  status: 'PREFERRED',
  contactInfo: { name: 'Jane Smith', email: `${number}@bench.example`, phone: '555-0100' },
  freightPreferences: { status: 'BILLED_FREIGHT', carrier: { id: carrierId } },
  defaults: { paymentTerm: { id: paymentTermId } },
  metadata: { note },
  billToAddress: addressInput(`bench-bill-${number}`, note),
  shipToAddress: addressInput(`bench-ship-${number}`, note),
});

const orderInput = ({ number, note }) => ({
  source: { system: 'COMMERCE_LAYER', sourceId: `bench-${number}` },
  customer: { number },
  number: note,
  status: 'PLACED',
  total: { amount: '1250.5', currencyCode: 'USD' },
  placedAt: '2026-01-01T00:00:00Z',
});

const orderOf = ({ order, userErrors }) => {
  if (userErrors.length > 0) throw new Error(`The upsert failed: ${JSON.stringify(userErrors)}`);
  return order;
};

/** @type {Record<string, import('../../types.mjs').Document>} */
const flat = {
  point: {
    query: `query Point($number: String!) {
      customer(by: { number: $number }) { id number name status createdAt }
    }`,
    variables: ({ number }) => ({ number }),
    answer: ({ customer }) => customer,
  },
  list: {
    query: `query List { customers(first: 20) { nodes { id number name status ${related} } } }`,
    variables: () => ({}),
    answer: ({ customers }) => customers.nodes.map(full),
  },
  nested: {
    query: `query Nested($ids: [ID!]!, $first: Int!) {
      customers(filter: { ids: $ids }, first: $first) {
        nodes {
          id number name status ${related}
          childAccounts(first: 10) { nodes { id number name status } }
          priceGroups(first: 5) { nodes { id name } }
        }
      }
    }`,
    variables: ({ parents, first }) => ({ ids: parents, first }),
    answer: ({ customers }) => customers.nodes.map(family),
  },
  page: {
    query: `query Page($after: String, $first: Int) {
      customers(first: $first, after: $after) {
        nodes { id number name status createdAt }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: (_subjects, cursor) => ({ after: cursor, first: 20 }),
    answer: ({ customers: { nodes, pageInfo } }) => ({ nodes, hasNextPage: pageInfo.hasNextPage }),
    walk: async ({ depth }, ask) => {
      let after = null;
      for (let done = 0; done < depth; done += 250) {
        const { customers } = await ask({ first: Math.min(250, depth - done), after });
        after = customers.pageInfo.endCursor;
      }
      return after;
    },
  },
  filter: {
    query: `query Filter($word: String!, $status: CustomerStatus!, $city: String!) {
      customers(first: 20, query: $word, filter: { statuses: [$status], address: { locality: { equals: $city } } }) {
        nodes { id number name status }
        totalCount
      }
    }`,
    variables: ({ word, status, city }) => ({ word, status, city }),
    answer: ({ customers }) => customers,
  },
  facets: {
    query: `query Facets($word: String!) {
      customers(query: $word) {
        facets {
          statuses { value count }
          types { value { id name } count }
          carriers { value { id name } count }
        }
      }
    }`,
    variables: ({ word }) => ({ word }),
    answer: ({ customers }) => customers.facets,
  },
  nodes: {
    query: `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Customer { number name status } } }`,
    variables: ({ ids }) => ({ ids }),
    answer: ({ nodes }) => nodes,
  },
  entities: {
    query: `query Entities($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Customer { id number name status } }
    }`,
    variables: ({ ids }) => ({ representations: ids.map((id) => ({ __typename: 'Customer', id })) }),
    answer: ({ _entities }) => _entities,
  },
  upsert: {
    query: `mutation Upsert($input: CustomerUpsertInput!) {
      customerUpsert(input: $input) { customer { number note } userErrors { message } }
    }`,
    variables: (_subjects, _cursor, [write]) => ({ input: upsertInput(write) }),
    answer: ({ customerUpsert }) => written(customerUpsert),
  },
  bulk: {
    query: `mutation Bulk($input: CustomersUpsertInput!) {
      customersUpsert(input: $input) { results { customer { number note } userErrors { message } } }
    }`,
    variables: (_subjects, _cursor, writes) => ({ input: { items: writes.map(upsertInput) } }),
    answer: ({ customersUpsert }) => customersUpsert.results.map(written),
  },
  whole: {
    query: `mutation Whole($input: CustomersUpsertInput!) {
      customersUpsert(input: $input) { results { customer { number note } userErrors { message } } }
    }`,
    variables: (subjects, _cursor, writes) => ({
      input: { items: writes.map((write) => wholeInput(subjects, write)) },
    }),
    answer: ({ customersUpsert }) => customersUpsert.results.map(written),
  },
  orders: {
    query: `mutation Orders($input: OrdersUpsertInput!) {
      ordersUpsert(input: $input) { results { order { number } userErrors { message } } }
    }`,
    variables: (_subjects, _cursor, writes) => ({ input: { items: writes.map(orderInput) } }),
    answer: ({ ordersUpsert }) => ordersUpsert.results.map(orderOf),
  },
};

export const documents = { ...flat, ...shapes(flat), ...questions };

export const lacks = {};
