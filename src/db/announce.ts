import { channel } from 'node:diagnostics_channel';
import { TextQuery } from './text-query.ts';

/** Every statement that goes to PostgreSQL, as `{ text }`: for tests and diagnosis, free while nobody listens. */
export const statements = channel('customer-gateway:statement');

export function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return query !== null && typeof query === 'object' && 'text' in query ? String(query.text) : '';
}

const announced = new WeakSet<object>();

/** Publishes a statement, once: where it is asked for, which is not yet where it is sent. */
export function announce<Q>(query: Q): Q {
  if (
    !statements.hasSubscribers ||
    query instanceof TextQuery ||
    (typeof query === 'object' && query !== null && announced.has(query))
  )
    return query;
  statements.publish({ text: textOf(query) });
  // A text is published where it is sent from, and handed on as an object that is known.
  const config = typeof query === 'string' ? { text: query } : query;
  if (typeof config === 'object' && config !== null) announced.add(config);
  return config as Q;
}
