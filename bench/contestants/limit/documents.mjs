import { randomUUID } from 'node:crypto';
import { documents as questions } from './questions.mjs';

// Parameter values of each statement, in order; the answers already have the bench's form.
const newId = () => `cus_${randomUUID().replaceAll('-', '')}`;
const newOrderId = () => `ord_${randomUUID().replaceAll('-', '')}`;
const newIds = (prefix, { length }) =>
  Array.from({ length }, () => `${prefix}_${randomUUID().replaceAll('-', '')}`);
const customers = (data) => data.customers;
const ids = ({ accountId, ids }) => [accountId, ids];

/** @type {Record<string, import('../../types.mjs').Document>} */
export const documents = {
  point: { variables: ({ accountId, number }) => [accountId, number], answer: (data) => data.customer },
  list: { variables: ({ accountId }) => [accountId], answer: customers },
  nested: { variables: ({ accountId, parents, first }) => [accountId, parents, first], answer: customers },
  page: {
    variables: ({ accountId }, cursor) => [accountId, ...cursor],
    answer: ({ customers: { nodes, hasNextPage } }) => ({ nodes, hasNextPage }),
    walk: async ({ before }) => before,
  },
  filter: {
    variables: ({ accountId, status, city, word }) => [accountId, status, city, word],
    answer: customers,
  },
  facets: { variables: ({ accountId, word }) => [accountId, word], answer: (data) => data },
  nodes: { variables: ids, answer: (data) => data.nodes },
  entities: { variables: ids, answer: (data) => data.nodes },
  apollo: {
    variables: ({ accountId }, cursor) => [accountId, ...cursor],
    answer: ({ customers: { edges, pageInfo } }) => ({
      nodes: edges.map(({ node }) => node),
      hasNextPage: pageInfo.hasNextPage,
    }),
    walk: async ({ second }) => second,
  },
  deep: { variables: ({ accountId, parents }) => [accountId, parents], answer: customers },
  subscribe: { variables: () => [], answer: (event) => event },
  cold: { variables: ({ accountId }) => [accountId], answer: customers },
  upsert: {
    variables: ({ accountId }, _cursor, [{ number, note }]) => [accountId, newId(), number, note],
    answer: (data) => data.customers[0],
  },
  bulk: {
    variables: ({ accountId }, _cursor, writes) => [
      accountId,
      writes.map(newId),
      writes.map(({ number }) => number),
      writes.map(({ note }) => note),
    ],
    answer: customers,
  },
  whole: {
    variables: ({ accountId, carrierId, paymentTermId }, _cursor, writes) => [
      ...[accountId, carrierId, paymentTermId],
      ...['cus', 'adr', 'adr', 'geo', 'geo'].map((prefix) => newIds(prefix, writes)),
      writes.map(({ number }) => number),
      writes.map(({ note }) => note),
    ],
    answer: customers,
  },
  orders: {
    variables: ({ accountId }, _cursor, writes) => [
      accountId,
      writes.map(newOrderId),
      writes.map(({ number }) => `bench-${number}`),
      writes.map(({ number }) => number),
      writes.map(({ note }) => note),
    ],
    answer: (data) => data.orders,
  },
  ...questions,
};

export const lacks = {};
