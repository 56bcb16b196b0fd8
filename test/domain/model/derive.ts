import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import {
  derivedPaths,
  groups,
  initialOf,
  isEmpty,
  listGroups,
  listOf,
  lists,
  metadataOf,
  metadataPaths,
} from './field-groups.ts';
import { fields, isReference } from './fields.ts';
import {
  type Customer,
  canonical,
  type Rule,
  type Said,
  type State,
  settingOf,
  type Words,
} from './state.ts';

const sequence = ['AUGNO', 'INVENTORY_PRO', 'COMMERCE_LAYER', 'OTHER'];

interface Statement {
  readonly rank: number;
  readonly sourceId: string;
  readonly words: Words;
}

export const ruleOf = ({ rules }: State, group: string): Rule =>
  rules[group] ?? { kind: group in listGroups ? 'UNION' : 'SOURCE_SEQUENCE', systems: [] };

/** No record of the model has a time, so that `MOST_RECENT` has the order of the systems, too. */
function ranked({ records }: Said, { systems }: Rule): readonly Statement[] {
  const order = [...new Set([...systems, ...sequence])];
  const statements = Object.entries(records).map(([name, words]) => {
    const [system = ''] = name.split(' ', 1);
    return { rank: order.indexOf(system), sourceId: name.slice(system.length + 1), words };
  });
  return statements.sort((a, b) => a.rank - b.rank || (a.sourceId < b.sourceId ? -1 : 1));
}

const keyOf: Readonly<Record<string, (words: Words) => unknown>> = {
  number: ({ number = null }) => number,
  'shopper.email': (words) => words['shopper.email'] ?? null,
  reference: ({ reference = null, referenceOrigin = null }) =>
    reference === null ? null : canonical([reference, referenceOrigin]),
};

/** Whether the words of a group can still be used: what they refer to exists, and no other customer has their key. */
export function isUsable(state: State, words: Words, paths: readonly string[], owner: string): boolean {
  return paths.every((path) => {
    const value = words[path] ?? null;
    const kind = fields.get(path)?.kind ?? 'value';
    if (value === null) return true;
    if (kind === 'Address')
      return state.addresses.some(({ id, customerId }) => id === value && customerId === owner);
    if (isReference(kind)) return settingOf(state, kind, value) !== undefined;
    const key = keyOf[path]?.(words) ?? null;
    const isHolder = ({ id, values }: Customer) => id !== owner && keyOf[path]?.(values) === key;
    return key === null || !state.customers.some(isHolder);
  });
}

const comparable = (words: Words, paths: readonly string[]): string =>
  canonical(
    paths.map((path) => {
      const value = words[path] ?? initialOf(path);
      return path === 'creditLimit.value' && value !== null ? canonicalDecimal(String(value)) : value;
    }),
  );

interface Winners {
  readonly words: Words;
  readonly hasConflicts: boolean;
}

const disagree = (filled: readonly Statement[], paths: readonly string[]): boolean =>
  new Set(filled.map((each) => comparable(each.words, paths))).size > 1;

/** The records that state a list, by rank. */
const listRecords = (state: State, said: Said, group: string, name: string): readonly Statement[] =>
  ranked(said, ruleOf(state, group)).filter(({ words }) => !isEmpty(words[name]));

const listsConflict = (state: State, said: Said): boolean =>
  Object.entries(listGroups).some(
    ([group, name]) =>
      ruleOf(state, group).kind !== 'UNION' &&
      !Object.hasOwn(said.pins, name) &&
      disagree(listRecords(state, said, group, name), [name]),
  );

function winners(state: State, said: Said, owner: string): Winners {
  const words: Words = {};
  let hasConflicts = false;
  const keys = new Set(
    [said.pins, said.baseline ?? {}, ...Object.values(said.records)].flatMap(metadataPaths),
  );
  const keyGroups = [...keys].map((path) => ['METADATA', [path]] as const);
  for (const [group, paths] of [...groups, ...keyGroups]) {
    const records = ranked(said, ruleOf(state, group));
    const usable = (each: Words) => isUsable(state, each, paths, owner);
    const filled = records.filter((each) => paths.some((path) => !isEmpty(each.words[path])));
    const isPinned = paths.some((path) => Object.hasOwn(said.pins, path)) && usable(said.pins);
    const base = said.baseline !== null && usable(said.baseline) ? said.baseline : {};
    const states = (words: Words) => paths.some((path) => Object.hasOwn(words, path));
    const empty =
      [base, ...records.map((each) => each.words)].find((each) => states(each) && usable(each)) ?? {};
    const winner = isPinned ? said.pins : (filled.find((each) => usable(each.words))?.words ?? empty);
    for (const path of paths) words[path] = winner[path] ?? initialOf(path);
    // The records disagree even if a value cannot be used any more.
    if (!isPinned && disagree(filled, paths)) hasConflicts = true;
  }
  return { words, hasConflicts: hasConflicts || listsConflict(state, said) };
}

/** Everything that anybody says to be in a list. */
const statedIn = ({ pins, baseline, records }: Said, name: string): readonly string[] =>
  [pins, baseline ?? {}, ...Object.values(records)].flatMap((words) => listOf(words, name));

function listIn(state: State, said: Said, group: string, name: string): readonly string[] {
  if (Object.hasOwn(said.pins, name)) return listOf(said.pins, name);
  const records = listRecords(state, said, group, name).map(({ words }) => words);
  const all = [...records, said.baseline ?? {}];
  const chosen = ruleOf(state, group).kind === 'UNION' ? all : all.slice(0, 1);
  return chosen.flatMap((words) => listOf(words, name));
}

/** Groups and tags that were given in other ways stay. */
function deriveLists(state: State, before: Customer, next: Customer, said: Said): void {
  const { priceGroups, tags } = before;
  const former =
    before.said.baseline === null ? { ...before.said, baseline: { priceGroups, tags } } : before.said;
  for (const [group, name] of Object.entries(listGroups)) {
    const [was, is] = [statedIn(former, name), listIn(state, said, group, name)];
    const kept = before[name].filter((each) => is.includes(each) || !was.includes(each));
    next[name] = [...new Set([...kept, ...is])];
  }
  next.priceGroups = next.priceGroups.filter((id) => settingOf(state, 'AccountGroup', id) !== undefined);
}

/** A write of other fields does not change lists. */
const changesLists = (before: Customer, next: Customer, touched: readonly string[]): boolean =>
  before.said.baseline === null ||
  canonical(before.sources) !== canonical(next.sources) ||
  touched.length === 0 ||
  lists.some((name) => touched.includes(name));

/** Gives the customer what follows from all words; `touched` are the fields that a write sets. */
export function derive(
  state: State,
  before: Customer,
  next: Customer,
  said: Said,
  isNew: boolean,
  touched: readonly string[] = [],
): void {
  const { words, hasConflicts } = winners(state, said, next.id);
  if (changesLists(before, next, touched)) deriveLists(state, before, next, said);
  else for (const name of lists) next[name] = [...before[name]];
  const { name, number } = next.values;
  for (const path of derivedPaths) next.values[path] = words[path];
  next.values.metadata = metadataOf(words);
  next.values.number ??= isNew ? number : before.values.number;
  const [first] = ranked(said, ruleOf(state, 'NAME'));
  const others = [words['contactInfo.email'], words['shopper.email'], first?.sourceId];
  next.values.name ??= isNew ? name : [...others, before.values.number].find((text) => text != null);
  const isOwn = Object.keys(said.pins).length === 0 && Object.keys(said.records).length === 0;
  next.said = { ...said, baseline: isOwn ? null : said.baseline };
  next.hasConflicts = hasConflicts;
}
