import { channel } from 'node:diagnostics_channel';
import { TextBatch } from './text-batch.ts';

/**
 * The channel of all statements sent to PostgreSQL, as
 * `{ text }`, for tests and diagnosis; free without subscribers.
 */
export const statements = channel('customer-gateway:statement');

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}

const announced = new WeakSet<object>();

/** Publishes a statement once, when it is requested, which may be before it is sent. */
export function announce<Q>(query: Q): Q {
  if (
    !statements.hasSubscribers ||
    query instanceof TextBatch ||
    (typeof query === 'object' && query !== null && announced.has(query))
  )
    return query;
  statements.publish({ text: textOf(query) });
  // Passes a text on as an object, which `announced` recognizes, so that it is not published a second time.
  const config = typeof query === 'string' ? { text: query } : query;
  if (typeof config === 'object' && config !== null) announced.add(config);
  return config as Q;
}
