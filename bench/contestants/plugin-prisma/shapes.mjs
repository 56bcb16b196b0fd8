// As gateway/shapes.mjs, in the peer's schema.
const withTypenames = `query CustomerPage($first: Int!, $after: String) {
  customers(first: $first, after: $after) {
    edges { cursor node { ...CustomerRow __typename } __typename }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename }
    __typename
  }
}
fragment CustomerRow on Customer {
  id number name status createdAt
  carrier { ...CarrierPart __typename }
  type { ...TypePart __typename }
  billToAddress { ...AddressPart __typename }
  __typename
}
fragment CarrierPart on Carrier { id name code __typename }
fragment TypePart on AccountGroup { id name __typename }
fragment AddressPart on Address { id name phone __typename }`;

const bare = ({ __typename, ...row }) => row;
const orNull = (row) => row && bare(row);

const rowOf = ({ carrier, type, billToAddress, ...rest }) => ({
  ...bare(rest),
  carrier: orNull(carrier),
  type: orNull(type),
  billToAddress: orNull(billToAddress),
});

const family = (level) =>
  level > 5
    ? 'id number name'
    : level % 2 === 1
      ? `id number name childAccounts(limit: 3) { ${family(level + 1)} }`
      : `id number name parent { ${family(level + 1)} }`;

/** @param {Record<string, import('../../types.mjs').Document>} list */
export const shapes = ({ list }) => ({
  apollo: {
    query: withTypenames,
    variables: (_subjects, cursor) => ({ first: 20, after: cursor }),
    answer: ({ customers: { edges, pageInfo } }) => ({
      nodes: edges.map(({ node }) => rowOf(node)),
      hasNextPage: pageInfo.hasNextPage,
    }),
    walk: async (_subjects, ask) => (await ask({ first: 20 })).customers.pageInfo.endCursor,
  },
  deep: {
    query: `query Deep($ids: [ID!]!) { customers(ids: $ids, first: 5) { edges { node { ${family(1)} } } } }`,
    variables: ({ parents }) => ({ ids: parents }),
    answer: ({ customers }) => customers.edges.map(({ node }) => node),
  },
  cold: {
    query: list.query
      .replace('query List { customers', 'query cold_list { cold_rows: customers')
      .replace('node { id', 'node { cold_id: id'),
    variables: list.variables,
    answer: ({ cold_rows: { edges } }) =>
      list.answer({
        customers: { edges: edges.map(({ node: { cold_id: id, ...row } }) => ({ node: { id, ...row } })) },
      }),
  },
});
