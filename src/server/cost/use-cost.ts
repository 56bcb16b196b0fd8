import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../context.ts';
import type { Limits } from '../../limits.ts';
import { refused } from '../limits/refused.ts';
import type { Balance, Bucket } from './bucket.ts';
import { callerOf } from './caller.ts';
import { type Operation, planOf, type Selection } from './plan.ts';
import { type Price, priceOf } from './price.ts';
import { spentOn } from './spent.ts';

export interface CostOptions {
  readonly limits: Limits;
  readonly bucket: Bucket;
  readonly showsSchema: boolean;
}

/** Every request costs something, whatever it asks for. */
const least = 1;

interface Priced extends Price {
  readonly plan: Selection;
}

type Read = { readonly errors: readonly GraphQLError[] } | Operation | null;

/** The operation with its variables coerced; null where there is none to execute. */
function read(args: ExecutionArgs, { limits, showsSchema }: CostOptions): Read {
  const { schema, document } = args;
  const operation = getOperationAST(document, args.operationName);
  if (!operation) return null;
  const options = { maxErrors: limits.errors, hideSuggestions: !showsSchema };
  const given = args.variableValues ?? {};
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, options);
  if (errors !== undefined) return { errors };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  return { schema, operation, fragments, variables: coerced };
}

function price(operation: Operation): Priced {
  const plan = planOf(operation);
  const { cost, path } = priceOf(plan);
  return { plan, path, cost: Math.max(least, cost) };
}

function tooDear({ cost, path }: Price, limit: number): GraphQLError {
  return refused({
    code: 'COST_LIMIT',
    status: 400,
    message: `The request costs ${cost}; it can cost at most ${limit}. Most of it is \`${path.join('.')}\`: ask for smaller pages there, or for less in them.`,
    extensions: { cost, limit, path },
  });
}

function throttled(cost: number, available: number, refillPerSecond: number): GraphQLError {
  const retryAfter = Math.max(1, Math.ceil((cost - available) / refillPerSecond));
  return refused({
    code: 'THROTTLED',
    status: 429,
    message: `The request costs ${cost} and ${available} are left at the moment; try again in ${retryAfter} s.`,
    headers: { 'retry-after': String(retryAfter) },
    extensions: { retryAfter },
  });
}

function report(requested: number, actual: number, available: number | null, limits: Limits) {
  const bucket = { available, capacity: limits.bucket, refillPerSecond: limits.refill };
  return { cost: { requested, actual, bucket } };
}

/** Prices an operation before it is executed, takes that from the caller, and gives back what it did not need. */
export function useCost(options: CostOptions): Plugin<Context> {
  const { limits, bucket } = options;
  function actualOf({ plan, cost }: Priced, data: unknown): number {
    if (typeof data !== 'object' || data === null) return least;
    return Math.min(cost, Math.max(least, spentOn(plan, data as Readonly<Record<string, unknown>>)));
  }
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const operation = read(args, options);
      if (operation === null) return;
      if ('errors' in operation) return setResultAndStopExecution({ errors: operation.errors });
      const priced = price(operation);
      const caller = callerOf(args.contextValue);
      const stop = (error: GraphQLError, { available }: Balance) =>
        setResultAndStopExecution({
          errors: [error],
          extensions: report(priced.cost, 0, available, limits),
        });
      if (priced.cost > limits.cost)
        return stop(tooDear(priced, limits.cost), await bucket.giveBack(caller, 0));
      const paid = await bucket.take(caller, priced.cost);
      if (!paid.isPaid) return stop(throttled(priced.cost, paid.available, limits.refill), paid);
      return {
        async onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          const actual = actualOf(priced, result.data);
          const { available } = await bucket.giveBack(caller, priced.cost - actual);
          const cost = report(priced.cost, actual, available, limits);
          setResult({ ...result, extensions: { ...result.extensions, ...cost } });
        },
      };
    },
  };
}
