import { GraphQLError } from 'graphql';

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * Where an item of a list fails at once, graphql-js waits for none of the items before it, and their failures reach
 * nobody. Those are its own, and told by the path that it gave them; any other still fails the tests.
 */
export function allowAbandonedErrors(): void {
  const listeners = process.listeners('unhandledRejection') as Listener[];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason, promise) => {
    if (reason instanceof GraphQLError && reason.path !== undefined) return;
    for (const listener of listeners) listener(reason, promise);
  });
}
