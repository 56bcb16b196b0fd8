// The operations in the peer's schema, which is that of the tables.
import { lackOf } from '../../questions.mjs';
import { shapes } from './shapes.mjs';

const related = `
  carrier { id name code }
  paymentTerm { id name }
  salesRep { id user { id name email } }
  type { id name }
  billToAddress { id name phone }
  shipToAddress { id name phone }`;

const rows = ({ edges }) => edges.map(({ node }) => node);

/** @type {Record<string, import('../../types.mjs').Document>} */
const flat = {
  point: {
    query: `query Point($number: String!) {
      customer(number: $number) { id number name status createdAt }
    }`,
    variables: ({ number }) => ({ number }),
    answer: ({ customer }) => customer,
  },
  list: {
    query: `query List { customers(first: 20) { edges { node { id number name status ${related} } } } }`,
    variables: () => ({}),
    answer: ({ customers }) => rows(customers),
  },
  nested: {
    query: `query Nested($ids: [ID!]!, $first: Int!) {
      customers(ids: $ids, first: $first) {
        edges {
          node {
            id number name status ${related}
            childAccounts(limit: 10) { id number name status }
            priceGroups(limit: 5) { group { id name } }
          }
        }
      }
    }`,
    variables: ({ parents, first }) => ({ ids: parents, first }),
    answer: ({ customers }) =>
      rows(customers).map(({ priceGroups, ...row }) => ({
        ...row,
        priceGroups: priceGroups.map(({ group }) => group),
      })),
  },
  page: {
    query: `query Page($after: String, $first: Int) {
      customers(first: $first, after: $after) {
        edges { node { id number name status createdAt } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: (_subjects, cursor) => ({ after: cursor, first: 20 }),
    answer: ({ customers }) => ({ nodes: rows(customers), hasNextPage: customers.pageInfo.hasNextPage }),
    walk: async ({ depth }, ask) => {
      let after = null;
      for (let done = 0; done < depth; done += 2_000) {
        const { customers } = await ask({ first: Math.min(2_000, depth - done), after });
        after = customers.pageInfo.endCursor;
      }
      return after;
    },
  },
  filter: {
    query: `query Filter($word: String!, $status: CustomerStatus!, $city: String!) {
      customers(first: 20, word: $word, status: $status, city: $city) {
        edges { node { id number name status } }
        totalCount
      }
    }`,
    variables: ({ word, status, city }) => ({ word, status, city }),
    answer: ({ customers }) => ({ nodes: rows(customers), totalCount: customers.totalCount }),
  },
  facets: {
    query: `query Facets($word: String!) {
      facets(word: $word) {
        statuses { value count }
        types { value { id name } count }
        carriers { value { id name } count }
      }
    }`,
    variables: ({ word }) => ({ word }),
    answer: ({ facets }) => facets,
  },
  nodes: {
    query: 'query Nodes($ids: [ID!]!) { customersById(ids: $ids) { id number name status } }',
    variables: ({ ids }) => ({ ids }),
    answer: ({ customersById }) => customersById,
  },
  upsert: {
    query: `mutation Upsert($number: String!, $note: String!) {
      upsertCustomer(number: $number, note: $note) { number note }
    }`,
    variables: (_subjects, _cursor, [{ number, note }]) => ({ number, note }),
    answer: ({ upsertCustomer }) => upsertCustomer,
  },
  bulk: {
    query: `mutation Bulk($customers: [UpsertInput!]!) {
      upsertCustomers(customers: $customers) { number note }
    }`,
    variables: (_subjects, _cursor, writes) => ({
      customers: writes.map(({ number, note }) => ({ number, note })),
    }),
    answer: ({ upsertCustomers }) => upsertCustomers,
  },
};

export const documents = { ...flat, ...shapes(flat) };

export const lacks = {
  ...lackOf('measured against the hand-written statements only'),
  subscribers: 'no subscription to changes of its tables without code for it',
  entities: 'no federation without a plugin',
  orders: 'no write by a source record',
  accounts: 'its server serves one account',
};
