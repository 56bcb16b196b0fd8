import { lexicographicSortSchema, printSchema } from 'graphql';
import { subgraphOf } from './federation-sdl.ts';
import { schema } from './index.ts';

/** The schema in SDL, sorted, as in `schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The schema as a subgraph, as returned by `_service`. */
export const printedSubgraph = (): string => subgraphOf(schema);
