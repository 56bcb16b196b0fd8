import type { GraphQLError } from 'graphql';
import { rejected } from '../rejection.ts';

/** The error that ends a subscriber that is behind, with the cursor of the last change that it was sent. */
export const slowConsumer = (ms: number, cursor: string): GraphQLError =>
  rejected({
    code: 'SLOW_CONSUMER',
    message: `The subscriber was more than ${ms / 1_000} s behind. Subscribe again with \`after: "${cursor}"\`, and read faster, select fewer fields or open fewer subscriptions.`,
    extensions: { cursor },
  });
