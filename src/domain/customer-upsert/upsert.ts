import { checkCustomers } from '../customer/check.ts';
import type { CustomerRow } from '../customer/fields.ts';
import type { CustomerInput } from '../customer/input.ts';
import { type Plan, planCustomers } from '../customer/plan.ts';
import { lockSettings } from '../customer/references.ts';
import { type Outcome, saveCustomers } from '../customer/save.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { findByKeys, findOrHold, lockFound, Overtaken } from './find.ts';
import { checkShopper, columnsOf, type Key, type KeyInput, pathOf, readKey } from './key.ts';
import { saveSources } from './source.ts';
import { type Located, nextTurn } from './turns.ts';

/** Fields that an upsert cannot set: the keys come from `by`. */
type Fixed =
  | 'number'
  | 'shortId'
  | 'reference'
  | 'referenceOrigin'
  | 'parentId'
  | 'billToAddressId'
  | 'shipToAddressId';

export interface UpsertInput extends Omit<CustomerInput, Fixed> {
  readonly by: KeyInput;
  readonly reactivate?: boolean | null | undefined;
}

export interface Upsert {
  readonly input: UpsertInput;
  /** Undefined if the key is invalid. */
  readonly key: Key | undefined;
  readonly faults: Faults;
}

/** The result of one upsert; null fields if it failed. */
export interface UpsertAnswer {
  readonly id: string | null;
  readonly outcome: Outcome | null;
}

interface Asked {
  readonly input: UpsertInput;
  readonly faults: Faults;
}

function read({ input, faults }: Asked): Upsert {
  const key = readKey(input.by, faults);
  if (key !== undefined) checkShopper(key, input, faults);
  return { input, key, faults };
}

/** The data to write, in the form of the create and update inputs. */
function inputOf({ upsert: { input, key }, current }: Located): CustomerInput {
  // With an invalid key it is unknown whether a customer would be created; report the other problems anyway.
  if (key === undefined) return { ...input, name: input.name === undefined ? '-' : input.name };
  if (current === undefined) return { ...input, ...columnsOf(key, input) };
  return {
    ...input,
    ...(input.billToAddress === null && { billToAddressId: null }),
    ...(input.shipToAddress === null && { shipToAddressId: null }),
  };
}

const revived = (plan: Plan, { reactivate }: UpsertInput): Plan =>
  reactivate ? { ...plan, next: { ...plan.next, discontinuedAt: null } } : plan;

interface Planned {
  readonly upsert: Upsert;
  readonly plan: Plan;
}

async function plan(write: Write, turn: readonly Located[]): Promise<readonly Planned[]> {
  const drafts = turn.map((located) => ({
    input: inputOf(located),
    faults: located.upsert.faults,
    current: located.current,
  }));
  const plans = await planCustomers(write, drafts);
  const checked = await checkCustomers(
    write,
    plans.map((each, at) => revived(each, turn[at]?.upsert.input ?? noInput)),
  );
  return turn.flatMap(({ upsert }, at) => {
    const found = checked[at];
    return found === undefined ? [] : { upsert, plan: found };
  });
}

const noInput: UpsertInput = { by: {} };

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

type Answers = Map<Upsert, UpsertAnswer>;

/** Runs independent upserts in a number of statements that does not grow with their number. */
async function doTurn(write: Write, turn: readonly Located[], answers: Answers): Promise<void> {
  const planned = await plan(write, turn);
  checkKeys(planned);
  const right = planned.filter(({ upsert }) => upsert.faults.isEmpty);
  const saved = await saveCustomers(
    write,
    right.map((each) => each.plan),
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
  const upserts = asked.map(read);
  const answers: Answers = new Map();
  let found = await findOrHold(write, keysOf(upserts));
  await lockSettings(
    write,
    upserts.map(({ input }) => input),
  );
  for (let waiting = upserts; waiting.length > 0; ) {
    const rows = await lockFound(write, keysOf(waiting), found);
    const { turn, rest } = nextTurn(waiting.map((upsert) => ({ upsert, current: currentOf(upsert, rows) })));
    await doTurn(write, turn, answers);
    waiting = [...rest];
    found = await findByKeys(write, keysOf(waiting));
  }
  return upserts.map((upsert) => answers.get(upsert) ?? nothing);
}

const keysOf = (upserts: readonly Upsert[]): readonly Key[] => {
  const keys = upserts.flatMap(({ key }) => key ?? []);
  return [...new Map(keys.map((key) => [key.token, key])).values()];
};

const currentOf = ({ key }: Upsert, rows: ReadonlyMap<string, CustomerRow>): CustomerRow | undefined =>
  key && rows.get(key.token);
