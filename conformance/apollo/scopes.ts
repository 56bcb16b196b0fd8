import { gql, type TypedDocumentNode } from '@apollo/client';

/** Written with `gql`, the tag that Apollo's manifest generator searches for. */
export const scopes: TypedDocumentNode<{ readonly viewer: { readonly scopes: readonly string[] } }> = gql`
  query Scopes {
    viewer {
      scopes
    }
  }
`;
