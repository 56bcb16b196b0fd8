import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { subscribe } from './subscribe.js';

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    cacheExchange, // or Graphcache, as above
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({ unsubscribe: subscribe(request, sink) }),
      }),
    }),
  ],
});
