import { readFileSync } from 'node:fs';
import { Client, type Exchange, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, introspectionFromSchema } from 'graphql';

const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
// A page would have it from a file that its build made (`@urql/introspection`), without descriptions.
const schema = introspectionFromSchema(buildSchema(sdl));

/** The types that have no id: parts of what they hang on. */
const parts = schema.__schema.types.filter(
  (type) => type.kind === 'OBJECT' && !type.fields.some(({ name }) => name === 'id'),
);

/** urql with Graphcache as a team sets it up for the gateway. */
export function urqlOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  before: readonly Exchange[] = [],
) {
  const cache = cacheExchange({
    schema,
    keys: Object.fromEntries(parts.map(({ name }) => [name, () => null])),
    // Pages that come before others stand before them.
    resolvers: {
      Query: { customers: relayPagination({ mergeMode: 'outwards' }) },
      Customer: { childAccounts: relayPagination({ mergeMode: 'outwards' }) },
    },
  });
  return new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers },
    exchanges: [cache, ...before, fetchExchange],
  });
}
