import type { GraphQLError } from 'graphql';
import { limitExceeded } from '../rejection.ts';

/** Maximum nesting of lists and objects in a request, the request itself included. */
const maxDepth = 32;

/** Descends at most `levels` levels, so that no value can exhaust the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isDeeperThan(levels - 1, each));
  for (const key in value)
    if (isDeeperThan(levels - 1, (value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

/** The error for parameters that are nested too deeply; checked before all other code that recurses. */
export function depthError(params: unknown): GraphQLError | undefined {
  return isDeeperThan(maxDepth, params)
    ? limitExceeded(`The JSON of the request is nested too deeply; the maximum is ${maxDepth} levels.`)
    : undefined;
}
