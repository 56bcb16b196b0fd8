import { graphql, useLazyLoadQuery } from 'react-relay';
import type { accountNameQuery } from './__generated__/accountNameQuery.graphql.ts';

const query = graphql`
  query accountNameQuery {
    viewer {
      account {
        name
      }
    }
  }
`;

/** Whose customers these are. */
export const AccountName = () => useLazyLoadQuery<accountNameQuery>(query, {}).viewer.account.name;
