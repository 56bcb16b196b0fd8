import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { openRuns, rederiveBatch } from '../../../src/domain/customer/survivorship/rederive.ts';
import { openGateway } from '../../gateway.ts';
import { asyncProperty } from '../../property.ts';
import { runs } from '../../runs.ts';
import { bind } from './bind.ts';
import { differences, readDatabase, readModel } from './database.ts';
import { Draw } from './draw.ts';
import { type Command, drawCommand } from './draw-command.ts';
import { expectedOf } from './expect.ts';
import { brokenRules, hashOf } from './invariants.ts';
import { idShown, inOrder, perform, shownOf } from './perform.ts';
import type { Answer, State } from './state.ts';
import { makeAccount, makeWorld } from './world.ts';

const { db, pool, as, serving } = await openGateway();
const served = createDb(serving);
const world = await makeWorld(db);
const untouched = await hashOf(pool, world.other);

/** The response in the payload's form. */
function asShown(state: State, name: string, answer: Answer): Answer {
  const { id, outcome = null, customersChanged = null, faults } = answer;
  if (name.endsWith('Delete')) return { id, faults };
  if (name === 'survivorshipRulesSet') return { id, faults, customersChanged };
  return { id: idShown(state, id), faults, ...(name.endsWith('psert') && { outcome }) };
}

/** Executes one write in the model and in the gateway, and compares the results and the states. */
async function step(
  accountId: string,
  former: State,
  { name, input, isUser = false }: Command,
): Promise<Took> {
  const before = { ...former, isUser };
  const user = before.settings.AccountUser?.[0]?.id;
  const told = await perform(as(accountId, isUser ? user : undefined), { name, input });
  for (const run of await openRuns(served)) while (await rederiveBatch(served, run));
  const { answers, shown, after } = bind(expectedOf(name, before, input), told);

  expect(told.map(({ answer }) => answer)).toEqual(answers.map((each) => asShown(shown, name, each)));
  for (const { answer, customer } of told)
    if (customer) expect(inOrder(customer)).toEqual(shownOf(shown, answer.id ?? ''));
  expect(differences(await readDatabase(pool, accountId), readModel(after))).toEqual([]);
  expect(await brokenRules(pool)).toEqual([]);
  expect(await hashOf(pool, world.other)).toBe(untouched);
  return { after, wrong: answers.flatMap(({ faults }) => faults) };
}

interface Took {
  readonly after: State;
  readonly wrong: readonly string[];
}

/** A failure within a sequence, with all writes before it. */
function failedAfter(past: readonly Command[], error: unknown): Error {
  const { message, actual, expected } = error as Error & { actual?: unknown; expected?: unknown };
  const lines = past.map(
    ({ name, input, isUser }) => `${isUser ? 'user' : 'service'} ${name} ${JSON.stringify(input)}`,
  );
  const compared = JSON.stringify({ actual, expected }, null, 1);
  return new Error([...lines, message, compared].join('\n'), { cause: error });
}

const seen = { done: 0, refused: 0, codes: new Set<string | undefined>() };

async function doSequence(draw: fc.GeneratorValue, length: number): Promise<void> {
  const { accountId, state: first } = await makeAccount(db, world);
  const past: Command[] = [];
  let state = first;
  while (past.length < length) {
    const command = drawCommand(new Draw(draw, state, world), state, past);
    past.push(command);
    const { after, wrong } = await step(accountId, state, command).catch((error) => {
      throw failedAfter(past, error);
    });
    state = after;
    seen[wrong.length === 0 ? 'done' : 'refused'] += 1;
    for (const fault of wrong) seen.codes.add(fault.split(' ')[0]);
  }
}

test('random writes have the results of the model and violate no invariant', async () => {
  await fc.assert(
    asyncProperty(fc.gen(), (draw) => doSequence(draw, 30)),
    // A failure reports its seed and its writes; shrinking them would take minutes.
    { ...runs(32, 40), endOnFailure: true },
  );
  // Fails if few writes were executed.
  expect(seen.done).toBeGreaterThan(30);
  expect(seen.refused).toBeGreaterThan(30);
  expect(seen.codes.size).toBeGreaterThan(5);
});
