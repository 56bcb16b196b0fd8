// Documents as clients send them: a page of Apollo Client, many levels, a subscription, and texts that no cache
// knows.
const withTypenames = `query CustomerPage($first: Int!, $after: String) {
  customers(first: $first, after: $after) {
    edges { cursor node { ...CustomerRow __typename } __typename }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename }
    __typename
  }
}
fragment CustomerRow on Customer {
  id number name status createdAt
  freightPreferences { carrier { ...CarrierPart __typename } __typename }
  type { ...TypePart __typename }
  billToAddress { ...AddressPart __typename }
  __typename
}
fragment CarrierPart on Carrier { id name code __typename }
fragment TypePart on AccountGroup { id name __typename }
fragment AddressPart on Address { id name phone __typename }`;

const bare = ({ __typename, ...row }) => row;
const orNull = (row) => row && bare(row);

const rowOf = ({ freightPreferences, type, billToAddress, ...rest }) => ({
  ...bare(rest),
  carrier: orNull(freightPreferences.carrier),
  type: orNull(type),
  billToAddress: orNull(billToAddress),
});

/** A customer down to the sixth level: children and parents in turn. */
const family = (level) =>
  level > 5
    ? 'id number name'
    : level % 2 === 1
      ? `id number name childAccounts(first: 3) { nodes { ${family(level + 1)} } }`
      : `id number name parentAccount { ${family(level + 1)} }`;

const familyOf = ({ childAccounts, parentAccount, ...row }) => ({
  ...row,
  ...(childAccounts && { childAccounts: childAccounts.nodes.map(familyOf) }),
  ...(parentAccount && { parent: familyOf(parentAccount) }),
});

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
    query: `query Deep($ids: [ID!]!) { customers(filter: { ids: $ids }, first: 5) { nodes { ${family(1)} } } }`,
    variables: ({ parents }) => ({ ids: parents }),
    answer: ({ customers }) => customers.nodes.map(familyOf),
  },
  subscribe: {
    query: 'subscription { customerChanged { cursor customer { number note } } }',
    variables: () => ({}),
    answer: (event) => event,
  },
  cold: {
    query: list.query
      .replace('query List { customers', 'query cold_list { cold_rows: customers')
      .replace('nodes { id', 'nodes { cold_id: id'),
    variables: list.variables,
    answer: ({ cold_rows: { nodes } }) =>
      list.answer({ customers: { nodes: nodes.map(({ cold_id: id, ...row }) => ({ id, ...row })) } }),
  },
});
