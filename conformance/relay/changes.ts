import { graphql } from 'relay-runtime';

export const changes = graphql`
  subscription changesSubscription($after: String) {
    customerChanged(after: $after) {
      cursor
      customer {
        id
        name
      }
    }
  }
`;

export const viewer = graphql`
  query changesQuery {
    viewer {
      account {
        id
      }
    }
  }
`;
