import type { ListName } from '../../../db/model/field-group.ts';
import type { Write } from '../../write/writer.ts';
import type { CustomerRow } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { loadPriceGroups } from '../price-groups.ts';
import { loadRules } from '../survivorship/rules.ts';
import { loadTags } from '../tags.ts';
import { decisionsOf, derived, type IsUsable, isConflict, type Stated, statedLists } from './derive.ts';
import { columnsOf, hasValues, isSpeaking, type Restated, restate, statedOf } from './restate.ts';
import { type Rules, ranked } from './rule.ts';
import { isOwnBaseline, storedValues } from './speaker.ts';
import { loadUsable } from './usable.ts';
import { type CustomerLists, columnsIn, listIn, type Values } from './values.ts';

/** Whether the write says something that is derived, or changes which records do. */
function isDeriving(plan: Plan): boolean {
  const { current, speaker, records, stored } = plan;
  if (!plan.faults.isEmpty) return false;
  if (isSpeaking(plan)) return speaker.kind !== 'BASELINE' || !isOwnBaseline(current);
  return (records?.after ?? stored).some(hasValues) !== stored.some(hasValues) || isMoved(plan);
}

const isMoved = ({ records, stored }: Plan): boolean =>
  records !== undefined && records.after.filter(hasValues).length !== stored.filter(hasValues).length;

const noLists: CustomerLists = { priceGroups: [], tags: [] };

/** Without an input, everything can change. Otherwise, the lists stay. */
const needsLists = ({ current, touched, records }: Plan): boolean =>
  isOwnBaseline(current) ||
  records !== undefined ||
  touched.length === 0 ||
  touched.includes('priceGroups') ||
  touched.includes('tags');

/** The present lists of the customers, by their ids. */
async function loadLists(write: Write, plans: readonly Plan[]): Promise<(id: string) => CustomerLists> {
  const ids = plans.filter(needsLists).flatMap(({ current }) => current?.id ?? []);
  if (ids.length === 0) return () => noLists;
  const [groups, tags] = await Promise.all([loadPriceGroups(write, ids), loadTags(write, ids)]);
  return (id) => ({ priceGroups: groups.get(id) ?? [], tags: tags.get(id) ?? [] });
}

/** Undefined if the list stays. Groups and tags that were given to the customer by other ways stay in it. */
function changedList(
  present: readonly string[],
  stated: readonly string[],
  is: readonly string[],
): readonly string[] | undefined {
  const kept = present.filter((each) => is.includes(each) || !stated.includes(each));
  const next = [...new Set([...kept, ...is])].sort();
  const isSame = next.length === present.length && next.every((each) => present.includes(each));
  return isSame ? undefined : next;
}

function nameOf(values: Values, { next, current }: Plan, stated: Stated, rules: Rules): string {
  if (values.name) return String(values.name);
  if (current === undefined) return next.name;
  const [first] = ranked(stated.records, rules('NAME'));
  const { contactEmail, shopperEmail } = values;
  return (
    [contactEmail, shopperEmail, first?.sourceId, current.number]
      .map((each) => each ?? '')
      .find(Boolean)
      ?.toString() ?? ''
  );
}

/** The values that the customer was derived from before the write. */
const formerly = ({ current, stored }: Plan, lists: CustomerLists, restated: Restated): Restated => ({
  stored,
  pins: storedValues(current?.pins),
  baseline: isOwnBaseline(current) ? { ...lists } : storedValues(current?.baseline ?? restated.baseline),
});

interface Context {
  readonly rules: Rules;
  readonly lists: CustomerLists;
  readonly isUsable: IsUsable;
}

function withDerived(plan: Plan, restated: Restated, { rules, lists, isUsable }: Context): Plan {
  const { next, current, records, stored } = plan;
  const stated = statedOf(restated);
  const decisions = decisionsOf(stated, rules, isUsable);
  const values = derived(decisions);
  // By any rules: those by which the customer was derived can be former ones.
  const before = statedLists(statedOf(formerly(plan, lists, restated)));
  const list = (name: ListName) =>
    needsLists(plan) ? changedList(lists[name], listIn(before, name), listIn(values, name)) : undefined;
  const row: CustomerRow = {
    ...next,
    ...columnsIn(values),
    number: String(values.number || (current?.number ?? next.number)),
    name: nameOf(values, plan, stated, rules),
    ...columnsOf(restated),
    hasConflicts: decisions.some(isConflict),
  };
  return {
    ...plan,
    next: row,
    lists,
    priceGroupIds: list('priceGroups'),
    tags: list('tags'),
    records: { before: records?.before ?? stored, after: restated.stored },
  };
}

/** Groups that were deleted since a source named them. */
async function withoutDeletedGroups(write: Write, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const ids = [...new Set(plans.flatMap(({ priceGroupIds = [] }) => priceGroupIds))];
  if (ids.length === 0) return plans;
  const known = new Set((await write.rows('AccountGroup', 'id', ids)).map(({ id }) => id));
  return plans.map((plan) =>
    plan.priceGroupIds === undefined
      ? plan
      : { ...plan, priceGroupIds: plan.priceGroupIds.filter((id) => known.has(id)) },
  );
}

type Restating = (plan: Plan, lists: CustomerLists) => Restated;

/**
 * Derives customers from what `restating` returns, by the account's rules if none are given: their lists are loaded
 * where they can change.
 */
export async function deriveFrom(
  write: Write,
  plans: readonly Plan[],
  restating: Restating,
  given?: Rules,
): Promise<readonly Plan[]> {
  if (plans.length === 0) return plans;
  const [rules, listsOf] = await Promise.all([given ?? loadRules(write), loadLists(write, plans)]);
  const all = plans.map((plan) => ({ plan, restated: restating(plan, listsOf(plan.id)) }));
  const isUsable = await loadUsable(write, all);
  const next = all.map(({ plan, restated }) =>
    withDerived(plan, restated, {
      rules,
      lists: listsOf(plan.id),
      isUsable: isUsable(plan),
    }),
  );
  return withoutDeletedGroups(write, next);
}

/**
 * Derives the customers of which the write sets something, from what all speakers say. Plans of other customers stay as
 * they are, and those with errors.
 */
export async function deriveCustomers(write: Write, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const deriving = plans.filter(isDeriving);
  const derived = await deriveFrom(write, deriving, restate);
  const byId = new Map(derived.map((plan) => [plan.id, plan]));
  return plans.map((plan) => byId.get(plan.id) ?? plan);
}
