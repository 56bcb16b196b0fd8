import { checkCustomers } from '../customer/check.ts';
import type { CustomerInput } from '../customer/input.ts';
import { canBeChild, saveParents } from '../customer/parent.ts';
import { type Plan, planCustomers } from '../customer/plan.ts';
import { lockSettings } from '../customer/references.ts';
import { type Outcome, saveCustomers } from '../customer/save.ts';
import { lockedRow } from '../identifier/customer.ts';
import { findByKeys, Overtaken } from '../identifier/find.ts';
import type { Write } from '../write/writer.ts';
import { findOrHold } from './hold.ts';
import { keysOf, type Located, type Locked, locate } from './locate.ts';
import { type Asked, readAll, type Upsert } from './read.ts';
import { saveSources } from './source.ts';
import { nextTurn } from './turns.ts';
import { columnsOf, pathOf } from './upsert-key.ts';

/** The result of one upsert; null fields if it failed. */
export interface UpsertAnswer {
  readonly id: string | null;
  readonly outcome: Outcome | null;
}

/** The id of the parent to set: null for none; undefined keeps the present one. */
function parentIn({ upsert: { given, faults }, current, parent }: Located, locked: Locked) {
  if (given.parent === null) return null;
  const row = parent && lockedRow(parent, locked);
  const isChanged = row !== undefined && current !== undefined && row.id !== current.parentId;
  return isChanged && !canBeChild(current, row, faults) ? undefined : row?.id;
}

/** The data to write, in the form of the create and update inputs. */
function inputOf(located: Located, locked: Locked): CustomerInput {
  const { upsert, current } = located;
  const { key } = upsert;
  const input = { ...upsert.input, parent: parentIn(located, locked) };
  // With an invalid key it is unknown whether a customer would be created; report the other problems anyway.
  if (key === undefined) return { ...input, name: input.name === undefined ? '-' : input.name };
  if (current === undefined) return { ...input, ...columnsOf(key, input) };
  return {
    ...input,
    ...(input.billToAddress === null && { billToAddressId: null }),
    ...(input.shipToAddress === null && { shipToAddressId: null }),
  };
}

const revived = (plan: Plan, reactivate: boolean | null | undefined): Plan =>
  reactivate ? { ...plan, next: { ...plan.next, discontinuedAt: null } } : plan;

interface Planned {
  readonly upsert: Upsert;
  readonly plan: Plan;
}

async function plan(write: Write, { turn, locked }: Round): Promise<readonly Planned[]> {
  const drafts = turn.map((located) => ({
    input: inputOf(located, locked),
    faults: located.upsert.faults,
    current: located.current,
  }));
  const plans = await planCustomers(write, drafts);
  const checked = await checkCustomers(
    write,
    plans.map((each, at) => revived(each, turn[at]?.upsert.given.reactivate)),
  );
  return turn.flatMap(({ upsert }, at) => {
    const found = checked[at];
    return found === undefined ? [] : { upsert, plan: found };
  });
}

/**
 * If the key of a new customer is taken, another transaction created it after the lookup: retry, to update
 * it.
 */
function checkKeys(planned: readonly Planned[]): void {
  for (const {
    upsert,
    plan: { current, faults },
  } of planned) {
    const { key } = upsert;
    if (key === undefined || current !== undefined) continue;
    const isTaken = faults.found.some(({ code, path }) => code === 'TAKEN' && path.join('.') === pathOf(key));
    if (isTaken) throw new Overtaken(key.token);
  }
}

/** Upserts that run together, with the locked customers. */
interface Round {
  readonly turn: readonly Located[];
  readonly locked: Locked;
}

type Answers = Map<Upsert, UpsertAnswer>;

/** Runs independent upserts in a number of statements that does not grow with their number. */
async function doTurn(write: Write, round: Round, answers: Answers): Promise<void> {
  const planned = await plan(write, round);
  checkKeys(planned);
  const right = planned.filter(({ upsert }) => upsert.faults.isEmpty);
  const saved = await saveCustomers(
    write,
    right.map((each) => each.plan),
  );
  await saveParents(
    write,
    right.flatMap(({ plan: { current, next } }) =>
      current !== undefined && current.parentId !== next.parentId ? next : [],
    ),
  );
  for (const [at, { upsert }] of right.entries()) answers.set(upsert, saved[at] ?? nothing);
  const synced = right.flatMap(({ upsert: { key }, plan }, at) => {
    const outcome = saved[at]?.outcome;
    return outcome === undefined ? [] : { key, plan, outcome };
  });
  await saveSources(write, synced);
}

const nothing: UpsertAnswer = { id: null, outcome: null };

/**
 * Runs upserts in order, each with the effects of those before it. The problems of one are in its user errors
 * and do not stop the others.
 */
export async function upsertCustomers(
  write: Write,
  asked: readonly Asked[],
): Promise<readonly UpsertAnswer[]> {
  const upserts = await readAll(write, asked);
  const answers: Answers = new Map();
  let found = await findOrHold(write, keysOf(upserts));
  await lockSettings(
    write,
    upserts.map(({ input }) => input),
  );
  for (let waiting: readonly Upsert[] = upserts; waiting.length > 0; ) {
    const { located, locked } = await locate(write, waiting, found);
    const { turn, rest } = nextTurn(located);
    await doTurn(write, { turn, locked }, answers);
    waiting = rest;
    found = await findByKeys(write, keysOf(waiting));
  }
  return upserts.map((upsert) => answers.get(upsert) ?? nothing);
}
