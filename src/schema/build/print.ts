import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../index.ts';
import { subgraphOf } from './federation-sdl.ts';

export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

export const printedSubgraph = (): string => subgraphOf(schema);
