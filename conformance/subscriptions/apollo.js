import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { OperationTypeNode, print } from 'graphql';
import { getToken } from './sign-in.js';
import { subscribe } from './subscribe.js';

const eventLink = new ApolloLink(
  ({ operationName, query, variables }) =>
    new Observable((observer) =>
      subscribe(
        { operationName, query: print(query), variables },
        {
          next: (result) => observer.next(result),
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        },
      ),
    ),
);

const tokenLink = new SetContextLink(async ({ headers }) => ({
  headers: { ...headers, authorization: `Bearer ${await getToken()}` },
}));

export const client = new ApolloClient({
  cache: new InMemoryCache(), // with the options above
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    eventLink,
    tokenLink.concat(new HttpLink({ uri: '/graphql' })),
  ),
});
