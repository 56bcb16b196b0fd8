import { GraphQLError } from 'graphql';

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * If an item of a list fails synchronously, graphql-js does not await the items before it, and their errors are unhandled
 * rejections. These have a path, which graphql-js added, and are ignored; any other one fails the tests.
 */
export function allowAbandonedErrors(): void {
  const listeners = process.listeners('unhandledRejection') as Listener[];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason, promise) => {
    if (reason instanceof GraphQLError && reason.path !== undefined) return;
    for (const listener of listeners) listener(reason, promise);
  });
}
