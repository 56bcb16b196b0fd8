import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { createDb } from '../../src/db/client.ts';
import { demoAccountId as ours, secondDemoAccountId as theirs } from '../../src/demo/seed.ts';
import { createLog } from '../../src/log.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { type Answer, generous, openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { allowAbandonedErrors } from './abandoned.ts';
import { demoPools } from './demo-pools.ts';
import { drawOperation } from './drawn-operation.ts';
import { expectSame } from './same-answer.ts';

const { pool, serving, as, plainly } = await openGateway({ demo: true });
const alone = [plainly(ours), plainly(theirs)] as const;
const oursFrom = await demoPools(pool, as(ours));
const theirsFrom = await demoPools(pool, as(theirs));
allowAbandonedErrors();

/** One gateway, and so one plan of a document, for the accounts that requests name. */
const shared = createGateway({
  db: createDb(serving),
  viewer: async (accountId) => ({ accountId: accountId ?? '', accountUserId: null, scopes, caller: 'test' }),
  log: createLog('silent'),
  checkReady: async () => undefined,
  limits: generous,
});

async function ask(accountId: string, query: string, variables: object): Promise<Answer> {
  const response = await shared.fetch('http://gateway.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: accountId },
    body: JSON.stringify({ query, variables }),
  });
  // A test gateway responds with the selected data.
  return (await response.json()) as Answer;
}

test('concurrent requests of two accounts with one plan each get the same response as alone', async () => {
  let [tried, different] = [0, 0];
  await fc.assert(
    asyncProperty(fc.gen(), fc.boolean(), async (draw, isOurs) => {
      const { query, variables } = drawOperation(draw, isOurs ? oursFrom : theirsFrom);
      for (const given of variables) {
        const [one, other] = await Promise.all([ours, theirs].map((each) => ask(each, query, given)));
        const plain = await Promise.all(alone.map(({ execute }) => execute(query, given)));

        expectSame(one as Answer, plain[0] as Answer, query);
        expectSame(other as Answer, plain[1] as Answer, query);
        tried += 1;
        if (JSON.stringify(one?.data) !== JSON.stringify(other?.data)) different += 1;
      }
    }),
    { ...runs(100), endOnFailure: true },
  );
  // Fails if few requests were compared.
  expect(different).toBeGreaterThan(tried / 25);
});

test('a change cursor from a plan shared by two accounts is valid only for the account that received it', async () => {
  const list = '{ customerChanges(first: 1) { edges { cursor } } }';
  const after = 'query ($after: String) { customerChanges(first: 1, after: $after) { edges { cursor } } }';
  const [our, their] = await Promise.all(
    [ours, theirs].map(async (id) => (await ask(id, list, {})).data.customerChanges.edges[0].cursor),
  );

  const own = await Promise.all([ask(ours, after, { after: our }), ask(theirs, after, { after: their })]);
  const foreign = await ask(ours, after, { after: their });

  expect(own.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(foreign.errors?.[0]?.extensions.code).toBe('CURSOR_MISMATCH');
});
