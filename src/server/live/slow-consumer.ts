import type { GraphQLError } from 'graphql';
import { refused } from '../limits/refused.ts';

/** The error that ends a subscriber that is behind, with the cursor of the last change that it was sent. */
export const slowConsumer = (ms: number, cursor: string): GraphQLError =>
  refused({
    code: 'SLOW_CONSUMER',
    status: 503,
    message: `The subscriber was more than ${ms / 1_000} s behind. Subscribe again with \`after: "${cursor}"\`, and read faster, select less or use fewer subscriptions.`,
    extensions: { cursor },
  });
