import { upsertAddresses } from './address-upsert.ts';
import { customerMutations, type Model } from './customer-mutations.ts';
import { merge } from './merge.ts';
import { pinMutations } from './pins.ts';
import { ruleMutations } from './rules.ts';
import { settingMutations } from './setting-mutations.ts';
import { settingUpserts } from './setting-upsert.ts';
import { deleteRecord, shopUpserts } from './shop.ts';
import { sourceMutations } from './sources.ts';
import { type Answer, canonical, type Input, type State } from './state.ts';
import { upsert } from './upsert.ts';

/** The expected result of a call. */
export interface Expected {
  /** One expected result; of a bulk call, one for each item. */
  readonly answers: readonly Answer[];
  /** The state that the response shows: in a dry run, the state after the write. */
  readonly shown: State;
  readonly after: State;
}

const models: Readonly<Record<string, Model>> = {
  ...customerMutations,
  ...settingMutations,
  ...sourceMutations,
  ...pinMutations,
  ...ruleMutations,
  customerUpsert: upsert,
  customerMerge: merge,
  customerRecordDelete: deleteRecord,
};

/** A call with several items, of which each succeeds or fails on its own. */
type BulkModel = (state: State, input: Input) => readonly Answer[];

const bulkModels: Readonly<Record<string, BulkModel>> = {
  ...settingUpserts,
  ...shopUpserts,
  customerAddressesUpsert: upsertAddresses,
};

/** The mutations that upsert several items. */
export const isBulk = (name: string): boolean => name === 'customersUpsert' || name in bulkModels;

/** The identity of a request, apart from its idempotency key. */
const requestOf = (name: string, { idempotencyKey: _key, dryRun: _dry, ...input }: Input): string =>
  canonical([name, input]);

interface Result {
  readonly answers: readonly Answer[];
  readonly shown: State;
}

/** A rejected mutation changes nothing. */
function perform(name: string, before: State, input: Input): Result {
  const changed = structuredClone(before);
  const bulk = bulkModels[name];
  if (bulk !== undefined) return { answers: bulk(changed, input), shown: changed };
  const answer = models[name]?.(changed, input) ?? { id: null, faults: ['no model'] };
  return { answers: [answer], shown: answer.faults.length === 0 ? changed : before };
}

const reused: Answer = {
  id: null,
  outcome: null,
  customersChanged: null,
  faults: ['IDEMPOTENCY_KEY_REUSED idempotencyKey'],
};

/** Repeating a key returns the first response. */
function expectOnce(name: string, before: State, input: Input): Result {
  const key = typeof input.idempotencyKey === 'string' && !input.dryRun ? input.idempotencyKey : undefined;
  if (key === undefined) return perform(name, before, input);
  const kept = before.keys[key];
  const request = requestOf(name, input);
  if (kept?.request === request) return { answers: kept.answers, shown: before };
  const items = (input.items ?? ['one']) as readonly unknown[];
  if (kept !== undefined) return { answers: items.map(() => reused), shown: before };
  const { answers, shown } = perform(name, before, input);
  return { answers, shown: { ...shown, keys: { ...shown.keys, [key]: { request, answers } } } };
}

/** Upserts in order, each like a single one. */
function expectMany(before: State, { items, dryRun }: Input): Expected {
  const isDry = dryRun === true;
  let shown = before;
  const answers = (items as readonly Input[]).map((input): Answer => {
    const isOther = (input.dryRun ?? isDry) !== isDry;
    const found = expectOnce('customerUpsert', shown, { ...input, dryRun: isOther || isDry });
    if (!isOther) shown = found.shown;
    const [answer = reused] = found.answers;
    if (!isOther) return answer;
    return { id: null, outcome: null, faults: [...answer.faults, 'INVALID dryRun'].sort() };
  });
  return { answers, shown, after: isDry ? before : shown };
}

export function expectedOf(name: string, before: State, input: Input): Expected {
  if (name === 'customersUpsert') return expectMany(before, input);
  const { answers, shown } = expectOnce(name, before, input);
  return { answers, shown, after: input.dryRun ? before : shown };
}
