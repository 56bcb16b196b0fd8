// As gateway/shapes.mjs, in PostGraphile's schema.
const newest = 'orderBy: [CREATED_AT_DESC, ROW_ID_DESC]';

const withTypenames = `query CustomerPage($accountId: String!, $first: Int!, $after: Cursor) {
  allCustomers(condition: { accountId: $accountId }, first: $first, after: $after, ${newest}) {
    edges { cursor node { ...CustomerRow __typename } __typename }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename }
    __typename
  }
}
fragment CustomerRow on Customer {
  rowId number name status createdAt
  carrierByCarrierId { ...CarrierPart __typename }
  accountGroupByAccountIdAndTypeId { ...TypePart __typename }
  addressByAccountIdAndRowIdAndBillToAddressId { ...AddressPart __typename }
  __typename
}
fragment CarrierPart on Carrier { rowId name code __typename }
fragment TypePart on AccountGroup { rowId name __typename }
fragment AddressPart on Address { rowId name phone __typename }`;

const bare = ({ __typename, rowId, ...row }) => ({ id: rowId, ...row });
const orNull = (row) => row && bare(row);

const rowOf = ({
  carrierByCarrierId: carrier,
  accountGroupByAccountIdAndTypeId: type,
  addressByAccountIdAndRowIdAndBillToAddressId: address,
  ...rest
}) => ({ ...bare(rest), carrier: orNull(carrier), type: orNull(type), billToAddress: orNull(address) });

const family = (level) =>
  level > 5
    ? 'rowId number name'
    : level % 2 === 1
      ? `rowId number name
          customersByAccountIdAndParentId(first: 3, ${newest}) { nodes { ${family(level + 1)} } }`
      : `rowId number name customerByAccountIdAndParentId { ${family(level + 1)} }`;

const familyOf = ({
  customersByAccountIdAndParentId: children,
  customerByAccountIdAndParentId: parent,
  ...row
}) => ({
  ...bare(row),
  ...(children && { childAccounts: children.nodes.map(familyOf) }),
  ...(parent && { parent: familyOf(parent) }),
});

/** @param {Record<string, import('../../types.mjs').Document>} list */
export const shapes = ({ list }) => ({
  apollo: {
    query: withTypenames,
    variables: ({ accountId }, cursor) => ({ accountId, first: 20, after: cursor }),
    answer: ({ allCustomers: { edges, pageInfo } }) => ({
      nodes: edges.map(({ node }) => rowOf(node)),
      hasNextPage: pageInfo.hasNextPage,
    }),
    walk: async ({ accountId }, ask) => (await ask({ accountId, first: 20 })).allCustomers.pageInfo.endCursor,
  },
  deep: {
    query: `query Deep($accountId: String!, $ids: [String!]) {
      allCustomers(condition: { accountId: $accountId }, filter: { rowId: { in: $ids } }, first: 5, ${newest}) {
        nodes { ${family(1)} }
      }
    }`,
    variables: ({ accountId, parents }) => ({ accountId, ids: parents }),
    answer: ({ allCustomers }) => allCustomers.nodes.map(familyOf),
  },
  cold: {
    query: list.query
      .replace('query List', 'query cold_list')
      .replace('allCustomers(', 'cold_rows: allCustomers(')
      .replace('nodes { rowId', 'nodes { cold_id: rowId'),
    variables: list.variables,
    answer: ({ cold_rows: { nodes } }) =>
      list.answer({
        allCustomers: { nodes: nodes.map(({ cold_id: rowId, ...row }) => ({ rowId, ...row })) },
      }),
  },
});
