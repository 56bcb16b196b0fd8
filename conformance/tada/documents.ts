import { graphql } from './graphql';

export const customerName = graphql(`
  fragment CustomerName on Customer {
    name
    version
  }
`);

export const customers = graphql(
  `
    query Customers(
      $first: Int
      $after: String
      $last: Int
      $before: String
      $filter: CustomerFilter
      $orderBy: [CustomerSort!]
    ) {
      customers(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: $filter
        orderBy: $orderBy
      ) {
        totalCount
        edges {
          cursor
          node {
            id
            ...CustomerName
          }
        }
        pageInfo {
          startCursor
          endCursor
          hasNextPage
          hasPreviousPage
        }
      }
    }
  `,
  [customerName],
);

export const customerUpdate = graphql(
  `
    mutation CustomerUpdate($input: CustomerUpdateInput!) {
      customerUpdate(input: $input) {
        customer {
          id
          note
          ...CustomerName
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [customerName],
);

export const node = graphql(`
  query Node($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Customer {
        number
        creditLimit {
          value
        }
        metadata
        createdAt
      }
      ... on Account {
        accountName: name
      }
    }
  }
`);
