import { checkCustomers } from '../customer/check.ts';
import type { SpeakingRecord } from '../customer/derive/speaker.ts';
import type { CustomerInput } from '../customer/input.ts';
import { newSourcesOf, recordOf } from '../customer/new-sources.ts';
import { canBeChild, saveParents } from '../customer/parent.ts';
import { type Plan, planCustomers } from '../customer/plan.ts';
import { lockSettings } from '../customer/references.ts';
import { type Outcome, saveCustomers } from '../customer/save.ts';
import { lockedRow } from '../identifier/customer.ts';
import { type Found, findByKeys, Overtaken } from '../identifier/find.ts';
import { findOrHold } from '../identifier/find-or-hold.ts';
import type { Write } from '../write/writer.ts';
import { type Located, type Locked, locate, missingKeys, upsertKeys } from './locate.ts';
import { readAll, type Upsert, type UpsertRequest } from './read.ts';
import { nextRound, numbersIn } from './rounds.ts';
import { syncSources } from './source.ts';
import { columnsOf, pathOf } from './upsert-key.ts';

/** The result of one upsert; null fields if it failed. */
export interface UpsertAnswer {
  readonly id: string | null;
  readonly outcome: Outcome | null;
}

function parentIn({ upsert: { given, faults }, current, parent }: Located, locked: Locked) {
  if (given.parent === null) return null;
  const row = parent && lockedRow(parent, locked);
  const isChanged = row !== undefined && current !== undefined && row.id !== current.parentId;
  return isChanged && !canBeChild(current, row, faults) ? undefined : row?.id;
}

function inputOf(located: Located, locked: Locked): CustomerInput {
  const { upsert, current } = located;
  const { key } = upsert;
  const input = { ...upsert.input, parent: parentIn(located, locked) };
  // With an invalid key it is unknown whether a customer would be created; report the other problems anyway.
  if (key === undefined) return input;
  if (current === undefined) return { ...input, ...columnsOf(key, input) };
  return {
    ...input,
    ...(input.billToAddress === null && { billToAddressId: null }),
    ...(input.shipToAddress === null && { shipToAddressId: null }),
  };
}

function withActive(plan: Plan, active: boolean | null | undefined): Plan {
  if (active == null) return plan;
  const discontinuedAt = active ? null : (plan.next.discontinuedAt ?? plan.at);
  return { ...plan, next: { ...plan.next, discontinuedAt } };
}

/** The record that `by` names, or that an import reads. */
function speakingRecord({ given, key, twin }: Upsert): SpeakingRecord | undefined {
  const record = [key, twin].find((each) => each?.kind === 'source');
  return given.speaksFor ?? (record && recordOf(record));
}

interface Planned {
  readonly upsert: Upsert;
  readonly plan: Plan;
}

async function plan(write: Write, { independent, locked, found }: Round): Promise<readonly Planned[]> {
  const drafts = independent.map((located) => {
    const { upsert, current } = located;
    const { key, sources, faults } = upsert;
    // A merge after the lookup moved the records of the first id to the current customer.
    const ids = [current?.id, key && found.get(key.token)];
    const input = inputOf(located, locked);
    const speaksFor = speakingRecord(upsert);
    const { newAddresses } = upsert.given;
    const added = newSourcesOf(sources, found, { ids, faults });
    return { input, faults, current, key, speaksFor, newAddresses, sources: added };
  });
  const plans = await planCustomers(write, drafts);
  const checked = await checkCustomers(
    write,
    plans.map((each, at) => withActive(each, independent[at]?.upsert.given.active)),
  );
  return independent.flatMap(({ upsert }, at) => {
    const each = checked[at];
    return each === undefined ? [] : { upsert, plan: each };
  });
}

/** Another transaction created the customer after the lookup: retry, to update it. */
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

interface Round {
  readonly independent: readonly Located[];
  readonly locked: Locked;
  readonly found: Found;
  /** The numbers that the upserts of later rounds name. */
  readonly reserved: readonly string[];
}

type Answers = Map<Upsert, UpsertAnswer>;

async function runRound(write: Write, round: Round, answers: Answers): Promise<void> {
  const planned = await plan(write, round);
  checkKeys(planned);
  const right = planned.filter(({ upsert }) => upsert.faults.isEmpty);
  const plans = right.map((each) => each.plan);
  const saved = await saveCustomers(write, plans, { reserved: round.reserved });
  await saveParents(
    write,
    right.flatMap(({ plan: { current, next } }) =>
      current !== undefined && current.parentId !== next.parentId ? next : [],
    ),
  );
  for (const [at, { upsert }] of right.entries()) answers.set(upsert, saved[at] ?? failedAnswer);
  await syncSources(
    write,
    right.filter((_, at) => saved[at]?.outcome === 'UPDATED'),
  );
}

const failedAnswer: UpsertAnswer = { id: null, outcome: null };

/** In order, each with the effects of those before it. The problems of one do not stop the others. */
export async function upsertCustomers(
  write: Write,
  requests: readonly UpsertRequest[],
): Promise<readonly UpsertAnswer[]> {
  const upserts = await readAll(write, requests);
  const answers: Answers = new Map();
  let found = await findOrHold(write, upsertKeys(upserts), (known) => missingKeys(upserts, known));
  await lockSettings(
    write,
    upserts.map(({ input }) => input),
  );
  for (let waiting: readonly Upsert[] = upserts; waiting.length > 0; ) {
    const { located, locked } = await locate(write, waiting, found);
    const { independent, rest } = nextRound(located);
    await runRound(write, { independent, locked, found, reserved: rest.flatMap(numbersIn) }, answers);
    waiting = rest;
    found = await findByKeys(write, upsertKeys(waiting));
  }
  return upserts.map((upsert) => answers.get(upsert) ?? failedAnswer);
}
