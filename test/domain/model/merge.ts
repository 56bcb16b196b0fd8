import type { Model } from './customer-mutations.ts';
import { done, refusal } from './customer-mutations.ts';
import { derive } from './derive.ts';
import { groupOf, wordsOf } from './field-groups.ts';
import { draftOf, save } from './read-customer.ts';
import { ordersOf } from './shop.ts';
import { shortIdOf } from './source-records.ts';
import {
  type Address,
  askedCustomer,
  type Change,
  type Customer,
  canonical,
  changeOf,
  childrenOf,
  type Said,
  type State,
  type Words,
  Wrong,
} from './state.ts';

interface Party {
  readonly target: Customer;
  readonly sources: readonly Customer[];
  readonly paths: ReadonlyMap<string, number>;
}

function readSources(state: State, ids: readonly string[], target: Customer | undefined, wrong: Wrong) {
  const sources: Customer[] = [];
  const paths = new Map<string, number>();
  if (ids.length === 0) wrong.add('REQUIRED', 'sourceIds');
  for (const [at, id] of ids.entries()) {
    const source = askedCustomer(state, id, `sourceIds.${at}`, wrong);
    if (source === undefined) continue;
    if (source.id === target?.id || paths.has(source.id)) wrong.add('INVALID', 'sourceIds', at);
    else {
      paths.set(source.id, at);
      sources.push(source);
    }
  }
  return { sources, paths };
}

/** The sources' children that become the target's. */
const childrenLeft = (state: State, { target, sources }: Party): readonly Customer[] =>
  sources
    .flatMap(({ id }) => childrenOf(state, id))
    .filter((child) => child.id !== target.id && !sources.includes(child));

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

function check(state: State, party: Party, wrong: Wrong): void {
  const { target, sources, paths } = party;
  const parent = target.values.parentId;
  const parents = new Set(childrenLeft(state, party).map(({ values }) => values.parentId));
  if (parent !== null && !sources.some(({ id }) => id === parent))
    for (const { id } of sources)
      if (parents.has(id)) wrong.add('HIERARCHY_DEPTH', 'sourceIds', paths.get(id) ?? 0);
  if (!target.active && sources.some(({ active }) => active)) wrong.add('DISCONTINUED', 'targetId');
  if (union([target, ...sources].map(({ tags }) => tags)).length > 10)
    wrong.add('LIMIT_EXCEEDED', 'sourceIds');
}

const first = (all: readonly Customer[], path: string): Customer | undefined =>
  all.find(({ values }) => values[path] !== null);

/** External keys of a source for which the target has none. */
function takeOver(state: State, { target, sources }: Party, next: Customer): void {
  const all = [target, ...sources];
  const { values } = next;
  const take = (from: Customer | undefined, ...paths: readonly string[]) => {
    for (const path of paths) values[path] = from?.values[path] ?? null;
  };
  take(first(all, 'reference'), 'reference', 'referenceOrigin');
  const shopper = first(all, 'shopper.email');
  take(shopper, 'shopper.email', 'shopper.status', 'shopper.shopperReference');
  if (all.some((each) => each.values['shopper.totalOrdersCount'] !== null))
    values['shopper.totalOrdersCount'] = all.reduce((sum, each) => sum + ordersOf(state, each), 0);
  const times = all.flatMap(({ createdAt }) => createdAt ?? []);
  next.createdAt = times.sort()[0] ?? null;
  values.customerGroupId ??= shopper?.values.customerGroupId ?? null;
  if (sources.some(({ id }) => id === values.parentId)) values.parentId = null;
}

/** Moves the sources' addresses that the target does not have, in the order of their creation. */
function moveAddresses(state: State, { target, sources }: Party) {
  const replaced = new Map<unknown, string>();
  const isSources = ({ customerId }: Address) => sources.some(({ id }) => id === customerId);
  const known = new Map(
    state.addresses
      .filter(({ customerId }) => customerId === target.id)
      .map(({ id, values }) => [canonical(values), id]),
  );
  const told: Change[] = [];
  for (const address of state.addresses.filter(isSources).sort((a, b) => a.born - b.born)) {
    const text = canonical(address.values);
    const kept = known.get(text);
    if (kept !== undefined) {
      replaced.set(address.id, kept);
      state.addresses = state.addresses.filter((each) => each !== address);
      for (const [record, id] of Object.entries(state.links))
        if (id === address.id) state.links[record] = kept;
      continue;
    }
    address.customerId = target.id;
    told.push({ field: 'addresses', oldValue: null, newValue: '…' });
    known.set(text, address.id);
  }
  return { told, kept: replaced };
}

const isTaken = (path: string): boolean => /^(shopper\.|customerGroupId|reference)/.test(path);

/** A customer's part of the target's baseline: of a duplicate without one, only the keys that the target takes over. */
function baselineOf(customer: Customer, isTarget: boolean): Words {
  if (customer.said.baseline !== null) return customer.said.baseline;
  const words = wordsOf(customer);
  if (isTarget) return words;
  const taken = Object.entries(words).filter(([path]) => isTaken(path));
  return { ...Object.fromEntries(taken), tags: customer.tags, priceGroups: customer.priceGroups };
}

function joined(words: Words, winning: Words): Words {
  const lost = Object.keys(winning).flatMap((path) => [path, ...groupOf(path)]);
  const rest = Object.entries(words).filter(([path]) => !lost.includes(path));
  const lists = ['tags', 'priceGroups'].flatMap((name) => {
    const list = union([words[name], winning[name]].map((each) => (each ?? []) as string[])).sort();
    return list.length === 0 ? [] : [[name, list] as const];
  });
  return { ...Object.fromEntries(rest), ...winning, ...Object.fromEntries(lists) };
}

/** What everybody says of the merged customers, the target's words last; undefined if nothing is derived. */
function saidOfAll(all: readonly Customer[], kept: ReadonlyMap<unknown, string>): Said | undefined {
  if (all.every(({ said }) => said.baseline === null)) return undefined;
  const last = [...all].reverse();
  const replaced = (words: Words): Words =>
    Object.fromEntries(Object.entries(words).map(([path, value]) => [path, kept.get(value) ?? value]));
  const records = all.flatMap(({ said }) => Object.entries(said.records));
  return {
    pins: replaced(Object.assign({}, ...last.map(({ said }) => said.pins))),
    baseline: replaced(last.map((each) => baselineOf(each, each === all[0])).reduce(joined)),
    records: Object.fromEntries(records.map(([name, words]) => [name, replaced(words)])),
  };
}

function mergeParty(state: State, party: Party): void {
  const { target, sources } = party;
  const all = [target, ...sources];
  const { next } = draftOf(target);
  const told = sources.flatMap(({ id }) => changeOf('id', id, target.id));
  takeOver(state, party, next);
  next.tags = union(all.map(({ tags }) => tags));
  next.priceGroups = union(all.map(({ priceGroups }) => priceGroups));
  next.sources = all.flatMap((each) => each.sources);
  next.values.shortId = shortIdOf(next.sources);
  const { told: moved, kept } = moveAddresses(state, party);
  told.push(...moved);
  next.events.push(...sources.flatMap(({ events }) => events));
  for (const row of Object.values(state.settings).flat())
    if (sources.some(({ id }) => id === row.customerId)) row.customerId = target.id;
  for (const child of childrenLeft(state, party)) {
    const draft = draftOf(child);
    draft.next.values.parentId = target.id;
    save(state, draft);
  }
  state.customers = state.customers.filter((each) => !sources.includes(each));
  for (const { id } of sources) state.aliases[id] = target.id;
  for (const [id, to] of Object.entries(state.aliases)) state.aliases[id] = state.aliases[to] ?? to;
  const said = saidOfAll(all, kept);
  if (said !== undefined) {
    const { tags, priceGroups } = next;
    derive(state, target, next, said, false);
    next.tags = [...((said.pins.tags as string[] | undefined) ?? tags)];
    next.priceGroups = [...((said.pins.priceGroups as string[] | undefined) ?? priceGroups)];
  }
  save(state, { before: target, next, isNew: false, told }, 'MERGE');
}

export const merge: Model = (state, { targetId, sourceIds }) => {
  const wrong = new Wrong();
  const target = askedCustomer(state, targetId, 'targetId', wrong);
  const found = readSources(state, sourceIds as readonly string[], target, wrong);
  if (target === undefined) return refusal(wrong);
  const party = { target, ...found };
  check(state, party, wrong);
  if (!wrong.none) return refusal(wrong);
  mergeParty(state, party);
  return done(target.id);
};
