import { gql, type TypedDocumentNode } from '@apollo/client';

/** For Apollo's own tool, which looks for `gql`. */
export const scopes: TypedDocumentNode<{ readonly viewer: { readonly scopes: readonly string[] } }> = gql`
  query Scopes {
    viewer {
      scopes
    }
  }
`;
