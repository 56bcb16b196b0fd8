import { graphql } from 'relay-runtime';

export const scopes = graphql`
  query scopesQuery {
    viewer {
      scopes
    }
  }
`;
