import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createContext, type Viewer } from '../../context.ts';
import type { Db } from '../../db/client.ts';
import { runPlan } from '../../execution/run.ts';
import type { Limits } from '../../limits.ts';
import type { Bucket } from '../cost/bucket.ts';
import { Till } from '../cost/till.ts';
import { until } from '../limits/time-limit.ts';
import { createDocuments, noOperation } from './documents.ts';
import { nulFault } from './nul.ts';
import { type Operation, operationOf, type Variables } from './operation.ts';

export interface AnswerOptions {
  readonly schema: GraphQLSchema;
  readonly db: Db;
  readonly limits: Limits;
  readonly bucket: Bucket;
  readonly log: Logger;
  /** Whether callers may see the schema. */
  readonly showsSchema: boolean;
  /** Whether graphql-js executes everything, in place of plans: the reference that plans are held against. */
  readonly plain?: boolean;
}

/** An operation, as a request names it, and who asks. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Whether the request may only read, being a GET. */
  readonly readsOnly: boolean;
}

export type Answer = (asked: Asked) => Promise<ExecutionResult>;

const onlyByPost = () =>
  new GraphQLError('Can only perform a mutation operation from a POST request.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 405, headers: { Allow: 'POST' } } },
  });

const asGraphQL = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });

/** Everything between a request and its response: reading, checking, pricing and executing an operation. */
export function createAnswer(options: AnswerOptions): Answer {
  const { schema, db, limits, log, showsSchema, plain = false } = options;
  const documents = createDocuments(options);
  const till = new Till(limits, options.bucket);
  const coercion = { maxErrors: limits.errors, hideSuggestions: !showsSchema };

  async function perform(operation: Operation, variables: Variables, asked: Asked): Promise<ExecutionResult> {
    const { viewer, requestId, signal } = asked;
    const plan = plain ? undefined : operation.plan(variables);
    const contextValue = createContext(db, viewer, log.child({ requestId }), {
      signal,
      ...(plan && { reads: plan.reads }),
    });
    if (plan) return runPlan(plan, variables, contextValue);
    try {
      return await execute({
        schema,
        document: operation.document,
        operationName: operation.operation.name?.value,
        variableValues: asked.variables,
        contextValue,
      });
    } finally {
      await contextValue.writer.settle();
    }
  }

  async function respond(asked: Asked): Promise<ExecutionResult> {
    const { document, errors } = documents(asked.query);
    if (errors) return { errors };
    const operation = operationOf(schema, document, asked.operationName);
    if (operation === null) return { errors: [noOperation()] };
    if (asked.readsOnly && operation.operation.operation !== 'query') return { errors: [onlyByPost()] };
    const given = asked.variables ?? {};
    const fault = nulFault(given);
    if (fault) return { errors: [fault] };
    const { coerced, errors: unfit } = operation.variables(given, coercion);
    if (unfit) return { errors: unfit };
    const priced = operation.price(coerced);
    const unpaid = await till.take(priced, asked.viewer);
    if (unpaid) return unpaid;
    const result = await until(asked.signal, perform(operation, coerced, asked)).catch((error) => ({
      errors: [asGraphQL(error)],
    }));
    return till.settle(priced, asked.viewer, result);
  }

  return (asked) => respond(asked).catch((error) => ({ errors: [asGraphQL(error)] }));
}
