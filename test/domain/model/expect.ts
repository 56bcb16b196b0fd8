import { customerMutations, type Model } from './customer-mutations.ts';
import { merge } from './merge.ts';
import { settingMutations } from './setting-mutations.ts';
import { sourceMutations } from './sources.ts';
import { type Answer, canonical, type Input, type State } from './state.ts';
import { upsert } from './upsert.ts';

/** The expected result of a call. */
export interface Expected {
  /** One expected result; of a bulk call, one for each customer. */
  readonly answers: readonly Answer[];
  /** The state that the response shows: in a dry run, the state after the write. */
  readonly shown: State;
  readonly after: State;
}

const models: Readonly<Record<string, Model>> = {
  ...customerMutations,
  ...settingMutations,
  ...sourceMutations,
  customerUpsert: upsert,
  customerMerge: merge,
};

/** The identity of a request, apart from its idempotency key. */
const requestOf = (name: string, { idempotencyKey: _key, dryRun: _dry, ...input }: Input): string =>
  canonical([name, input]);

/** A rejected mutation changes nothing; repeating a key returns the first response. */
function expectOne(name: string, before: State, input: Input): { answer: Answer; shown: State } {
  const key = typeof input.idempotencyKey === 'string' && !input.dryRun ? input.idempotencyKey : undefined;
  const kept = key === undefined ? undefined : before.keys[key];
  const request = requestOf(name, input);
  if (kept !== undefined) {
    const reused: Answer = { id: null, outcome: null, faults: ['IDEMPOTENCY_KEY_REUSED idempotencyKey'] };
    return { answer: kept.request === request ? kept.answer : reused, shown: before };
  }
  const changed = structuredClone(before);
  const answer = models[name]?.(changed, input) ?? { id: null, faults: ['no model'] };
  const shown = answer.faults.length === 0 ? changed : before;
  if (key === undefined) return { answer, shown };
  return { answer, shown: { ...shown, keys: { ...shown.keys, [key]: { request, answer } } } };
}

/** Upserts in order, each like a single one. */
function expectMany(before: State, { items, dryRun }: Input): Expected {
  const isDry = dryRun === true;
  let shown = before;
  const answers = (items as readonly Input[]).map((input): Answer => {
    const isOther = (input.dryRun ?? isDry) !== isDry;
    const found = expectOne('customerUpsert', shown, { ...input, dryRun: isOther || isDry });
    if (!isOther) shown = found.shown;
    const faults = [...found.answer.faults, ...(isOther ? ['INVALID dryRun'] : [])].sort();
    return isOther ? { id: null, outcome: null, faults } : found.answer;
  });
  return { answers, shown, after: isDry ? before : shown };
}

export function expectedOf(name: string, before: State, input: Input): Expected {
  if (name === 'customersUpsert') return expectMany(before, input);
  const { answer, shown } = expectOne(name, before, input);
  return { answers: [answer], shown, after: input.dryRun ? before : shown };
}
