import { type Model, refusal } from './customer-mutations.ts';
import { derive, ruleOf } from './derive.ts';
import { listGroups } from './field-groups.ts';
import { type Draft, draftOf, save } from './read-customer.ts';
import { saidAfter } from './said.ts';
import {
  type Customer,
  canonical,
  changesBetween,
  type Input,
  type Rule,
  type State,
  Wrong,
} from './state.ts';

interface GivenRule {
  readonly fieldGroup: string;
  readonly kind?: string | null;
  readonly systems?: readonly string[] | null;
}

const isAgain = (value: unknown, at: number, all: readonly unknown[]): boolean => all.indexOf(value) < at;

function check(rules: readonly GivenRule[], wrong: Wrong): void {
  for (const [at, { fieldGroup, kind, systems }] of rules.entries()) {
    if (
      isAgain(
        fieldGroup,
        at,
        rules.map((each) => each.fieldGroup),
      )
    )
      wrong.add('INVALID', 'rules', at, 'fieldGroup');
    if (kind === 'UNION' && !(fieldGroup in listGroups)) wrong.add('INVALID', 'rules', at, 'kind');
    if (kind == null && systems?.length) wrong.add('INVALID', 'rules', at, 'systems');
    for (const [place, system] of (systems ?? []).entries())
      if (isAgain(system, place, systems ?? [])) wrong.add('INVALID', 'rules', at, 'systems', place);
  }
}

function rulesAfter(before: State['rules'], given: readonly GivenRule[]): Record<string, Rule> {
  const rules = { ...before };
  for (const { fieldGroup, kind, systems } of given)
    if (kind == null) delete rules[fieldGroup];
    else rules[fieldGroup] = { kind, systems: [...(systems ?? [])] };
  return rules;
}

const isDerived = ({ said }: Customer): boolean => said.baseline !== null;

function derivedAgain(state: State, customer: Customer): Draft {
  const draft = draftOf(customer);
  derive(state, customer, draft.next, saidAfter(customer, draft.next, 'baseline', [], false), false);
  return draft;
}

const keysOf = ({ values }: Customer): readonly string[] => [
  `number ${values.number}`,
  ...(values['shopper.email'] === null ? [] : [`email ${values['shopper.email']}`]),
  ...(values.reference === null
    ? []
    : [`reference ${canonical([values.reference, values.referenceOrigin])}`]),
];

/** The first customer that wants a key of one before it. */
function firstCollision(drafts: readonly Draft[]): number {
  const taken = new Set<string>();
  const at = drafts.findIndex(({ next }) => {
    const keys = keysOf(next);
    const isTaken = keys.some((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    return isTaken;
  });
  return at < 0 ? drafts.length : at;
}

/** In the order of their ids; those after a collision are derived when the others are saved. */
function deriveAll(state: State): void {
  let ids = state.customers
    .filter(isDerived)
    .map(({ id }) => id)
    .sort();
  while (ids.length > 0) {
    const drafts = ids.flatMap((id) => {
      const customer = state.customers.find((each) => each.id === id);
      return customer === undefined ? [] : derivedAgain(state, customer);
    });
    const count = firstCollision(drafts);
    for (const draft of drafts.slice(0, count)) save(state, draft);
    ids = ids.slice(count);
  }
}

/** The number of customers that other rules would change, each by itself. */
function countChanged(state: State, rules: State['rules']): number {
  const then = { ...state, rules };
  const hasLists = Object.keys(listGroups).some(
    (group) => ruleOf(state, group).kind !== ruleOf(then, group).kind,
  );
  const least = hasLists ? 1 : 2;
  const all = state.customers.filter(
    (each) => isDerived(each) && Object.keys(each.said.records).length >= least,
  );
  return all.filter((each) => changesBetween(each, derivedAgain(then, each).next).length > 0).length;
}

const setRules: Model = (state, input: Input) => {
  const wrong = new Wrong();
  // The drawn input has this shape.
  const given = input.rules as readonly GivenRule[];
  check(given, wrong);
  if (!wrong.none) return { ...refusal(wrong), customersChanged: null };
  const rules = rulesAfter(state.rules, given);
  if (input.dryRun) return { id: null, faults: [], customersChanged: countChanged(state, rules) };
  const isChanged = canonical(rules) !== canonical(state.rules);
  state.rules = rules;
  if (isChanged) deriveAll(state);
  return { id: null, faults: [], customersChanged: null };
};

export const ruleMutations: Readonly<Record<string, Model>> = { survivorshipRulesSet: setRules };
