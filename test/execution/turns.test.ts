import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { createContext } from '../../src/context.ts';
import { createDb } from '../../src/db/client.ts';
import { planOperation } from '../../src/execution/plan/planner.ts';
import { RequestPlan } from '../../src/execution/plan/request-plan.ts';
import { runPlan } from '../../src/execution/run.ts';
import { createLog } from '../../src/log.ts';
import { schema } from '../../src/schema/index.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, serving } = await openGateway();
const { id: accountId } = await add.addAccount(db);
for (let count = 0; count < 100; count += 1) await add.addCustomer(db, accountId);
const viewer = { accountId, accountUserId: null, service: 'test', scopes, caller: 'test' };

/** Executes a query whose second level has this many objects. */
function execute(customers: number, turn: () => Promise<void>) {
  const query = `{ customers(first: ${customers}) { nodes { addresses(first: 1) { totalCount } } } }`;
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The query has one operation.');
  const plan = planOperation({ schema, operation, fragments: {} }, {});
  const options = { reads: plan.reads, turn };
  const context = createContext(createDb(serving), viewer, createLog('silent'), options);
  return runPlan(new RequestPlan(plan, {}), context);
}

test.each([
  [99, 0],
  [100, 1],
])('work on %i objects waits for %i turns', async (customers, expected) => {
  let turns = 0;

  const { data, errors } = await execute(customers, async () => {
    turns += 1;
  });

  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('customers.nodes.length', customers);
  expect(turns).toBe(expected);
});

test('execution fails with the reason why a turn is not granted', async () => {
  const reason = new Error('The client disconnected.');

  await expect(execute(100, () => Promise.reject(reason))).rejects.toBe(reason);
});
