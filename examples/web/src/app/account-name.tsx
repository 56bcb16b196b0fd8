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

/** The name of the account that the customers belong to. */
export const AccountName = () => useLazyLoadQuery<accountNameQuery>(query, {}).viewer.account.name;
