import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import introspection from '../codegen/__generated__/introspection.ts';

/** The arguments that identify a list in the cache; paging arguments are not among them. */
const list = ['query', 'filter', 'orderBy'];

/** Apollo Client with the recommended setup for the gateway. */
export function apolloOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  before: readonly ApolloLink[] = [],
) {
  return new ApolloClient({
    cache: new InMemoryCache({
      possibleTypes: introspection.possibleTypes,
      typePolicies: {
        Query: { fields: { customers: relayStylePagination(list) } },
        Customer: { fields: { childAccounts: relayStylePagination(list) } },
      },
    }),
    link: ApolloLink.from([...before, new HttpLink({ uri: url, headers })]),
  });
}
