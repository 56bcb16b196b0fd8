import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { demoAccountId as account } from '../../src/demo/seed.ts';
import { schema } from '../../src/schema/index.ts';
import type { Answer } from '../gateway.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { allowAbandonedErrors } from './abandoned.ts';
import { breakRows } from './broken-rows.ts';
import { demoPools } from './demo-pools.ts';
import { drawOperation } from './drawn-operation.ts';
import { expectSame } from './same-answer.ts';

const { pool, as, plainly } = await openGateway({ demo: true });
const [byPlan, byGraphql] = [as(account), plainly(account)];
const pools = await demoPools(pool, byPlan);
await breakRows(pool);
await pool.query('vacuum analyze');
allowAbandonedErrors();

type Outcome = 'whole' | 'partial' | 'nothing';

function outcomeOf({ data, errors }: Answer): Outcome {
  if (!data) return 'nothing';
  return errors === undefined ? 'whole' : 'partial';
}

test('plans and graphql-js return the same responses', async () => {
  const seen: Record<Outcome, number> = { whole: 0, partial: 0, nothing: 0 };
  await fc.assert(
    asyncProperty(fc.gen(), async (draw) => {
      const { query, variables } = drawOperation(draw, pools);
      expect(
        validate(schema, parse(query)).map(({ message }) => message),
        query,
      ).toEqual([]);

      // Interleaved, so that a plan cached for some variables is used with others.
      for (const given of variables) {
        const [planned, plain] = await Promise.all([
          byPlan.execute(query, given),
          byGraphql.execute(query, given),
        ]);
        expectSame(planned, plain, `${query}\n${JSON.stringify(given)}`);
        seen[outcomeOf(planned)] += 1;
      }
    }),
    // A failure reports its seed and its operation; shrinking it would take minutes.
    { ...runs(300, 20), endOnFailure: true },
  );
  // Fails if most operations are answered without data, which would compare little.
  expect(seen.whole).toBeGreaterThan(seen.nothing);
  expect(seen.partial).toBeGreaterThan(0);
});
