import { graphql } from './__generated__';

export const customers = graphql(`
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
`);

export const customerName = graphql(`
  fragment CustomerName on Customer {
    name
    version
  }
`);

export const customerUpdate = graphql(`
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
`);

export const nodes = graphql(`
  query Nodes($ids: [ID!]!) {
    nodes(ids: $ids) {
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

/** One root field can fail while the other returns data. */
export const scopesAndNode = graphql(`
  query ScopesAndNode($id: ID!) {
    viewer {
      scopes
    }
    node(id: $id) {
      id
    }
  }
`);
