import fc, { type GeneratorValue } from 'fast-check';
import {
  type ExecutionResult,
  execute,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { RequestPlan } from '../../src/execution/plan/request-plan.ts';
import { runPlan } from '../../src/execution/run.ts';
import { ReadDocument } from '../../src/server/operation/documents.ts';
import type { Answer } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { lateGraph, madeUpContext, mixedGraph } from './made-up-graph.ts';
import { expectSame } from './same-answer.ts';

/** Random fields, some of them twice. */
function selection(draw: GeneratorValue, type: GraphQLNamedType, depth: number): string {
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const width = 1 + draw(fc.nat, depth === 0 ? 3 : 4);
  const parts = Array.from({ length: width }, () => {
    const field = fields[draw(fc.nat, fields.length - 1)] as (typeof fields)[number];
    const within = getNamedType(field.type);
    if (isLeafType(within)) return field.name;
    return depth > 4 ? '__typename' : `${field.name} ${selection(draw, within, depth + 1)}`;
  });
  if (!isInterfaceType(type)) return `{ ${parts.join(' ')} }`;
  const box = lateGraph.getType('Box') as GraphQLNamedType;
  return `{ ${parts.join(' ')} ... on Box ${selection(draw, box, depth + 1)} }`;
}

const asAnswer = ({ data, errors = [] }: ExecutionResult): Answer => ({
  data,
  errors: errors.map((error) => ({ ...error.toJSON(), extensions: { code: '', requestId: '' } }) as never),
});

async function byPlan(text: string, seed: string): Promise<Answer> {
  const operation = new ReadDocument(mixedGraph, parse(text)).operation(null);
  const plan = operation?.plan({});
  if (!plan) throw new Error('plan not found');
  // These resolvers use no other part of a context.
  return asAnswer(await runPlan(new RequestPlan(plan, {}), madeUpContext(seed) as unknown as Context));
}

async function byGraphql(text: string, seed: string): Promise<Answer> {
  const contextValue = madeUpContext(seed);
  return asAnswer(await execute({ schema: lateGraph, document: parse(text), contextValue }));
}

test('values, promises, batches, nulls and errors have the same result in a plan as in graphql-js', async () => {
  const query = lateGraph.getQueryType() as GraphQLObjectType;
  let operations = 0;
  let errors = 0;
  await fc.assert(
    asyncProperty(fc.gen(), fc.nat(), async (draw, seed) => {
      const text = selection(draw, query, 0);
      expect(validate(lateGraph, parse(text))).toEqual([]);

      const [planned, plain] = await Promise.all([byPlan(text, `${seed}`), byGraphql(text, `${seed}`)]);

      expectSame(planned, plain, text);
      operations += 1;
      errors += planned.errors?.length ?? 0;
    }),
    { ...runs(500, 10), endOnFailure: true },
  );
  // Fails if errors are rare, so that few would be compared.
  expect(errors).toBeGreaterThan(operations / 3);
});
