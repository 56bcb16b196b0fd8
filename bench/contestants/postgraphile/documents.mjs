// The operations in PostGraphile's schema; the answers are converted to the bench's form.
import { lackOf } from '../../questions.mjs';
import { shapes } from './shapes.mjs';

const related = `
  carrierByCarrierId { rowId name code }
  paymentTermByPaymentTermId { rowId name }
  accountUserByAccountIdAndSalesRepId { rowId userByAccountIdAndUserId { rowId name email } }
  accountGroupByAccountIdAndTypeId { rowId name }
  addressByAccountIdAndRowIdAndBillToAddressId { rowId name phone }
  addressByAccountIdAndRowIdAndShipToAddressId { rowId name phone }`;

const brief = ({ rowId, number, name, status }) => ({ id: rowId, number, name, status });
const named = (row) => row && { id: row.rowId, name: row.name };
const address = (row) => row && { id: row.rowId, name: row.name, phone: row.phone };

function full(row) {
  const carrier = row.carrierByCarrierId;
  const rep = row.accountUserByAccountIdAndSalesRepId;
  const user = rep?.userByAccountIdAndUserId;
  return {
    ...brief(row),
    carrier: carrier && { ...named(carrier), code: carrier.code },
    paymentTerm: named(row.paymentTermByPaymentTermId),
    salesRep: rep && { id: rep.rowId, user: user && { ...named(user), email: user.email } },
    type: named(row.accountGroupByAccountIdAndTypeId),
    billToAddress: address(row.addressByAccountIdAndRowIdAndBillToAddressId),
    shipToAddress: address(row.addressByAccountIdAndRowIdAndShipToAddressId),
  };
}

const family = (row) => ({
  ...full(row),
  childAccounts: row.customersByAccountIdAndParentId.nodes.map(brief),
  priceGroups: row.customerPriceGroupsByAccountIdAndCustomerId.nodes.map((membership) =>
    named(membership.accountGroupByAccountIdAndGroupId),
  ),
});

const newest = 'orderBy: [CREATED_AT_DESC, ROW_ID_DESC]';

/** @type {Record<string, import('../../types.mjs').Document>} */
const flat = {
  point: {
    query: `query Point($accountId: String!, $number: String!) {
      customerByAccountIdAndNumber(accountId: $accountId, number: $number) { rowId number name status createdAt }
    }`,
    variables: ({ accountId, number }) => ({ accountId, number }),
    answer: ({ customerByAccountIdAndNumber: row }) => ({ ...brief(row), createdAt: row.createdAt }),
  },
  list: {
    query: `query List($accountId: String!) {
      allCustomers(condition: { accountId: $accountId }, first: 20, ${newest}) {
        nodes { rowId number name status ${related} }
      }
    }`,
    variables: ({ accountId }) => ({ accountId }),
    answer: ({ allCustomers }) => allCustomers.nodes.map(full),
  },
  nested: {
    query: `query Nested($accountId: String!, $ids: [String!], $first: Int) {
      allCustomers(condition: { accountId: $accountId }, filter: { rowId: { in: $ids } }, first: $first, ${newest}) {
        nodes {
          rowId number name status ${related}
          customersByAccountIdAndParentId(first: 10, ${newest}) { nodes { rowId number name status } }
          customerPriceGroupsByAccountIdAndCustomerId(first: 5) {
            nodes { accountGroupByAccountIdAndGroupId { rowId name } }
          }
        }
      }
    }`,
    variables: ({ accountId, parents, first }) => ({ accountId, ids: parents, first }),
    answer: ({ allCustomers }) => allCustomers.nodes.map(family),
  },
  page: {
    query: `query Page($accountId: String!, $after: Cursor, $first: Int, $offset: Int) {
      allCustomers(condition: { accountId: $accountId }, first: $first, offset: $offset, after: $after, ${newest}) {
        nodes { rowId number name status createdAt }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: ({ accountId }, cursor) => ({ accountId, after: cursor, first: 20 }),
    answer: ({ allCustomers: { nodes, pageInfo } }) => ({
      nodes: nodes.map((row) => ({ ...brief(row), createdAt: row.createdAt })),
      hasNextPage: pageInfo.hasNextPage,
    }),
    // The cursor of the row before the page; an offset is the only other way to reach that row.
    walk: async ({ accountId, depth }, ask) => {
      const { allCustomers } = await ask({ accountId, first: 1, offset: depth - 1 });
      return allCustomers.pageInfo.endCursor;
    },
  },
  filter: {
    query: `query Filter($accountId: String!, $status: CustomerStatus!, $city: String!, $word: String!) {
      allCustomers(
        condition: { accountId: $accountId, status: $status }
        filter: {
          addressesByAccountIdAndCustomerId: {
            some: { geolocationByAccountIdAndGeolocationId: { locality: { equalTo: $city } } }
          }
          customerSearchByAccountIdAndCustomerId: { document: { includes: $word } }
        }
        first: 20, ${newest}
      ) {
        nodes { rowId number name status }
        totalCount
      }
    }`,
    variables: ({ accountId, status, city, word }) => ({ accountId, status, city, word }),
    answer: ({ allCustomers: { nodes, totalCount } }) => ({ nodes: nodes.map(brief), totalCount }),
  },
  nodes: {
    query: `query Nodes($accountId: String!, $ids: [String!]) {
      allCustomers(condition: { accountId: $accountId }, filter: { rowId: { in: $ids } }) {
        nodes { rowId number name status }
      }
    }`,
    variables: ({ accountId, ids }) => ({ accountId, ids }),
    answer: ({ allCustomers }) => allCustomers.nodes.map(brief),
  },
  upsert: {
    query: `mutation Update($accountId: String!, $number: String!, $note: String!) {
      updateCustomerByAccountIdAndNumber(
        input: { accountId: $accountId, number: $number, customerPatch: { note: $note } }
      ) { customer { number note } }
    }`,
    variables: ({ accountId }, _cursor, [write]) => ({ accountId, number: write.number, note: write.note }),
    answer: (data) => data.updateCustomerByAccountIdAndNumber.customer,
  },
};

export const documents = { ...flat, ...shapes(flat) };

export const lacks = {
  ...lackOf('measured against the hand-written statements only'),
  subscribers: 'no subscription to changes of its tables without code for it',
  facets: 'no grouped counts without a plugin (@graphile/pg-aggregates)',
  entities: 'no federation',
  bulk: 'no bulk write; its upsert is an update',
  orders: 'no bulk write',
};
