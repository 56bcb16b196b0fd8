import { lexicographicSortSchema, printSchema } from 'graphql';
import { subgraphOf } from './federation-sdl.ts';
import { schema } from './index.ts';

/** The schema in GraphQL's schema language, sorted, as `schema.graphql` keeps it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The schema as a subgraph, as `_service` gives it. */
export const printedSubgraph = (): string => subgraphOf(schema);
