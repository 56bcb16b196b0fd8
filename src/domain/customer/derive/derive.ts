import { fixedUnits, metadataKeyOf, metadataUnit, type Unit } from '../../../db/model/field-group.ts';
import { type Rule, type Rules, ranked, type Statement } from './rule.ts';
import { isFilled, isStated, listIn, partsIn, textOf, type Values } from './values.ts';

/** Everything that a customer is derived from. */
export interface Stated {
  readonly records: readonly Statement[];
  /** What account users set: it wins until it is released. */
  readonly pins: Values;
  /** What services set without naming a source, and what the customer had before its first source. */
  readonly baseline: Values;
}

export type Origin =
  | { readonly kind: 'PIN' | 'BASELINE' }
  | { readonly kind: 'SOURCE'; readonly record: Statement };

/** A unit's value, with what it was chosen from. */
export interface Decision {
  readonly unit: Unit;
  readonly rule: Rule;
  readonly parts: Values;
  /** The origins of the value: several for a union, none for an initial value. */
  readonly origins: readonly Origin[];
  /** The records that state a value that is not empty, by rank: the first one that can be used wins. */
  readonly candidates: readonly Statement[];
}

/** Whether a statement's value of a unit can be used: its references exist and its key is free. */
export type IsUsable = (values: Values, unit: Unit) => boolean;

const always: IsUsable = () => true;

const listUnits = fixedUnits.filter(({ isList }) => isList);

function unionOf(unit: Unit, candidates: readonly Statement[], baseline: Values): Values {
  const [name = ''] = unit.parts;
  const all = [...candidates.map(({ values }) => values), baseline].flatMap((each) => listIn(each, name));
  return { [name]: [...new Set(all)].sort() };
}

function decide(unit: Unit, { records, pins, baseline }: Stated, rule: Rule, isUsable: IsUsable): Decision {
  const filled = records.filter(({ values }) => isFilled(values, unit));
  const candidates = filled.length < 2 ? filled : ranked(filled, rule);
  const decided = { unit, rule, candidates };
  if (isStated(pins, unit) && isUsable(pins, unit))
    return { ...decided, parts: partsIn(pins, unit), origins: [{ kind: 'PIN' }] };
  const base = isUsable(baseline, unit) ? baseline : {};
  const bases: readonly Origin[] = isFilled(base, unit) ? [{ kind: 'BASELINE' }] : [];
  if (unit.isList && rule.kind === 'UNION') {
    const sources = candidates.map((record): Origin => ({ kind: 'SOURCE', record }));
    return { ...decided, parts: unionOf(unit, candidates, base), origins: [...sources, ...bases] };
  }
  const winner = candidates.find(({ values }) => isUsable(values, unit));
  if (winner === undefined) {
    // A key of the metadata can have no value but null.
    const first = isStated(base, unit)
      ? base
      : ranked(records, rule).find(({ values }) => isStated(values, unit) && isUsable(values, unit))?.values;
    return { ...decided, parts: partsIn(first ?? {}, unit), origins: bases };
  }
  return { ...decided, parts: partsIn(winner.values, unit), origins: [{ kind: 'SOURCE', record: winner }] };
}

const initialParts = new Map(fixedUnits.map((unit) => [unit, partsIn({}, unit)]));

function undecidedParts(unit: Unit, rule: Rule): Values {
  if (unit.isList && rule.kind === 'UNION') return unionOf(unit, [], {});
  return initialParts.get(unit) ?? partsIn({}, unit);
}

/** Of a unit that no source states: most units. */
const undecided = (unit: Unit, rule: Rule): Decision => ({
  unit,
  rule,
  candidates: [],
  origins: [],
  parts: undecidedParts(unit, rule),
});

/** Does not depend on the order of the records, or on when they arrived. */
export function decisionsOf(stated: Stated, rules: Rules, isUsable: IsUsable = always): readonly Decision[] {
  const { records, pins, baseline } = stated;
  const parts = new Set([pins, baseline, ...records.map(({ values }) => values)].flatMap(Object.keys));
  const keys = [...parts].flatMap((part) => metadataKeyOf(part) ?? []).sort();
  return [...fixedUnits, ...keys.map(metadataUnit)].map((unit) => {
    const rule = rules(unit.group);
    const isStatedByAny = unit.parts.some((part) => parts.has(part));
    return isStatedByAny ? decide(unit, stated, rule, isUsable) : undecided(unit, rule);
  });
}

/** Every item of a list that a record, the pins or the baseline states, whether it wins or not. */
export const statedLists = ({ records, pins, baseline }: Stated): Values => {
  const all = [pins, baseline, ...records.map(({ values }) => values)];
  return Object.fromEntries(
    listUnits.flatMap(({ parts }) => parts.map((name) => [name, all.flatMap((each) => listIn(each, name))])),
  );
};

/** Whether records disagree on a value that the rules had to choose. A pin settles a conflict. */
export function isConflict({ unit, rule, origins, candidates }: Decision): boolean {
  if (candidates.length < 2 || (unit.isList && rule.kind === 'UNION')) return false;
  if (origins.some(({ kind }) => kind === 'PIN')) return false;
  return new Set(candidates.map(({ values }) => textOf(partsIn(values, unit)))).size > 1;
}

/** The values that the customer has. */
export function derived(decisions: readonly Decision[]): Values {
  const values = {};
  for (const { parts } of decisions) Object.assign(values, parts);
  return values;
}
