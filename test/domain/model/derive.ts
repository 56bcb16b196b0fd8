import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { fields, isReference } from './fields.ts';
import { type Customer, canonical, type Said, type State, settingOf, type Words } from './state.ts';

/** The fields that have one winner together, by their paths in inputs. */
const groups: readonly (readonly string[])[] = [
  ...['name', 'number', 'status', 'ediStatus', 'commissionPolicy', 'note'].map((path) => [path]),
  ['creditLimit.value', 'creditLimit.unitId'],
  ...['name', 'email', 'phone', 'fax', 'url'].map((path) => [`contactInfo.${path}`]),
  ['status', 'carrierId', 'serviceLevelId', 'billingType', 'billingAccount'].map(
    (path) => `freightPreferences.${path}`,
  ),
  ['paymentTermId', 'shippingTermId', 'priority', 'salesRepId'].map((path) => `defaults.${path}`),
  ['notificationPreferences.acceptsInvoiceEmails'],
  ...['billToAddressId', 'shipToAddressId', 'typeId'].map((path) => [path]),
  ['email', 'status', 'shopperReference', 'totalOrdersCount'].map((path) => `shopper.${path}`),
  ['customerGroupId'],
  ['reference', 'referenceOrigin'],
];

const lists = ['tags', 'priceGroups'] as const;
const derivedPaths = groups.flat();
export const groupOf = (path: string) => groups.find((paths) => paths.includes(path)) ?? [];

export const isDerived = (path: string): boolean =>
  derivedPaths.includes(path) || ['tags', 'priceGroups', 'metadata'].includes(path);

const initialOf = (path: string): unknown => fields.get(path)?.initial ?? null;
const isEmpty = (value: unknown): boolean =>
  value == null ||
  value === '' ||
  (Array.isArray(value) && (value.length === 0 || (value.length === 1 && isEmpty(value[0]))));

const metadataWords = (metadata: unknown): Words =>
  Object.fromEntries(Object.entries(metadata as object).map(([key, value]) => [`metadata.${key}`, [value]]));
const metadataPaths = (words: Words) => Object.keys(words).filter((path) => path.startsWith('metadata.'));
const metadataOf = (words: Words): Record<string, unknown> =>
  Object.fromEntries(
    metadataPaths(words).flatMap((path) => {
      const value = words[path] as readonly unknown[] | null;
      return value?.length ? [[path.slice('metadata.'.length), value[0]] as const] : [];
    }),
  );
const listOf = (words: Words, name: string) => (words[name] ?? []) as readonly string[];

/** Everything that a customer has, as the words of a baseline. */
export function wordsOf({ values, ...customer }: Customer): Words {
  const told = derivedPaths.filter((path) => values[path] !== null && values[path] !== initialOf(path));
  const filled = lists.filter((name) => customer[name].length > 0);
  return {
    ...Object.fromEntries(told.map((path) => [path, values[path]])),
    ...Object.fromEntries(filled.map((name) => [name, [...customer[name]].sort()])),
    ...metadataWords(values.metadata),
  };
}

/** `pins`, `baseline`, or the name of a source record. */
export type Speaker = string;

export const isRecord = (speaker: Speaker): boolean => speaker !== 'pins' && speaker !== 'baseline';

/** A customer without other words is written as it is. */
export const isPlain = ({ said }: Customer, speaker: Speaker): boolean =>
  speaker === 'baseline' && said.baseline === null;

const ownWords = ({ said }: Customer, speaker: Speaker): Words =>
  (isRecord(speaker) ? said.records[speaker] : said[speaker as 'pins' | 'baseline']) ?? {};

/** The customer as the speaker knows it. */
export function knownTo(customer: Customer, speaker: Speaker): Customer {
  const known = structuredClone(customer);
  if (speaker === 'pins' || customer.said.baseline === null) return known;
  const words = ownWords(customer, speaker);
  for (const path of derivedPaths) known.values[path] = words[path] ?? initialOf(path);
  for (const path of ['name', 'number']) known.values[path] ??= customer.values[path];
  known.values.metadata = metadataOf(words);
  for (const name of lists) known[name] = [...listOf(words, name)];
  return known;
}

/** The addresses of other speakers. */
export function foreignAddresses({ said }: Customer, speaker: Speaker): ReadonlySet<unknown> {
  const names = Object.keys(said.records).filter((name) => name !== speaker);
  const records = names.map((name) => said.records[name] ?? {});
  const others = speaker === 'baseline' ? records : [...records, said.baseline ?? {}];
  return new Set(others.flatMap((words) => [words.billToAddressId, words.shipToAddressId]));
}

/** The values that the speaker states with the touched fields of the draft. */
function spoken(before: Words, next: Customer, touched: readonly string[]): Words {
  const shopper = touched.some((path) => path.startsWith('shopper.')) ? groupOf('shopper.email') : [];
  const paths = [...touched.filter((path) => derivedPaths.includes(path)), ...shopper];
  const removed = touched.includes('metadata') ? metadataPaths(before) : [];
  const named = lists.filter((name) => touched.includes(name));
  return {
    ...Object.fromEntries(removed.map((path) => [path, []])),
    ...Object.fromEntries(paths.map((path) => [path, next.values[path] ?? null])),
    ...(touched.includes('metadata') && metadataWords(next.values.metadata)),
    ...Object.fromEntries(named.map((name) => [name, [...next[name]].sort()])),
  };
}

const withoutEmpty = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length)),
  );

function pinned(before: Customer, next: Customer, touched: readonly string[]): Words {
  const whole = touched.filter((path) => derivedPaths.includes(path)).flatMap(groupOf);
  return {
    ...Object.fromEntries(whole.map((path) => [path, next.values[path] ?? null])),
    ...spoken(metadataWords(before.values.metadata), next, touched),
  };
}

/** All words after the speaker has set the touched fields. */
export function saidAfter(
  before: Customer,
  next: Customer,
  speaker: Speaker,
  touched: readonly string[],
  isNew: boolean,
): Said {
  const said = structuredClone(before.said);
  said.records = Object.fromEntries(
    Object.entries(said.records).filter(([record]) => next.sources.includes(record)),
  );
  const isSet = touched.some(isDerived);
  if (isSet && isRecord(speaker)) {
    const own = said.records[speaker] ?? {};
    said.records[speaker] = withoutEmpty({ ...own, ...spoken(own, next, touched) });
  }
  const isLast = Object.keys(before.said.records).length > 0 && Object.keys(said.records).length === 0;
  const baseline = isLast ? wordsOf(before) : before.said.baseline;
  said.baseline = baseline ?? (isNew ? {} : wordsOf(before));
  if (isSet && speaker === 'pins') said.pins = { ...said.pins, ...pinned(before, next, touched) };
  if (isSet && speaker === 'baseline')
    said.baseline = withoutEmpty({ ...said.baseline, ...spoken(said.baseline, next, touched) });
  return said;
}

const sequence = ['AUGNO', 'INVENTORY_PRO', 'COMMERCE_LAYER', 'OTHER'];

interface Statement {
  readonly rank: number;
  readonly sourceId: string;
  readonly words: Words;
}

function ranked({ records }: Said): readonly Statement[] {
  const statements = Object.entries(records).map(([name, words]) => {
    const [system = ''] = name.split(' ', 1);
    return { rank: sequence.indexOf(system), sourceId: name.slice(system.length + 1), words };
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
function isUsable(state: State, words: Words, paths: readonly string[], owner: string): boolean {
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

function winners(state: State, said: Said, owner: string): Winners {
  const words: Words = {};
  let hasConflicts = false;
  const keys = new Set(
    [said.pins, said.baseline ?? {}, ...Object.values(said.records)].flatMap(metadataPaths),
  );
  for (const paths of [...groups, ...[...keys].map((path) => [path])]) {
    const usable = (each: Words) => isUsable(state, each, paths, owner);
    const filled = ranked(said).filter((each) => paths.some((path) => !isEmpty(each.words[path])));
    const isPinned = paths.some((path) => Object.hasOwn(said.pins, path)) && usable(said.pins);
    const base = said.baseline !== null && usable(said.baseline) ? said.baseline : {};
    const states = (words: Words) => paths.some((path) => Object.hasOwn(words, path));
    const empty =
      [base, ...ranked(said).map((each) => each.words)].find((each) => states(each) && usable(each)) ?? {};
    const winner = isPinned ? said.pins : (filled.find((each) => usable(each.words))?.words ?? empty);
    for (const path of paths) words[path] = winner[path] ?? initialOf(path);
    // The records disagree even if a value cannot be used any more.
    if (!isPinned && new Set(filled.map((each) => comparable(each.words, paths))).size > 1)
      hasConflicts = true;
  }
  return { words, hasConflicts };
}

function listIn(said: Said, name: string): readonly string[] {
  if (Object.hasOwn(said.pins, name)) return listOf(said.pins, name);
  const all = [...Object.values(said.records), said.baseline ?? {}].flatMap((words) => listOf(words, name));
  return [...new Set(all)];
}

function deriveLists(state: State, before: Customer, next: Customer, said: Said): void {
  const { priceGroups, tags } = before;
  const former =
    before.said.baseline === null ? { ...before.said, baseline: { priceGroups, tags } } : before.said;
  for (const name of lists) {
    const [was, is] = [listIn(former, name), listIn(said, name)];
    const kept = before[name].filter((each) => is.includes(each) || !was.includes(each));
    next[name] = [...new Set([...kept, ...is.filter((each) => !was.includes(each))])];
  }
  next.priceGroups = next.priceGroups.filter((id) => settingOf(state, 'AccountGroup', id) !== undefined);
}

/** Gives the customer what follows from all words. */
export function derive(state: State, before: Customer, next: Customer, said: Said, isNew: boolean): void {
  const { words, hasConflicts } = winners(state, said, next.id);
  deriveLists(state, before, next, said);
  const { name, number } = next.values;
  for (const path of derivedPaths) next.values[path] = words[path];
  next.values.metadata = metadataOf(words);
  next.values.number ??= isNew ? number : before.values.number;
  const others = [words['contactInfo.email'], words['shopper.email'], ranked(said)[0]?.sourceId];
  next.values.name ??= isNew ? name : [...others, before.values.number].find((text) => text != null);
  const isOwn = Object.keys(said.pins).length === 0 && Object.keys(said.records).length === 0;
  next.said = { ...said, baseline: isOwn ? null : said.baseline };
  next.hasConflicts = hasConflicts;
}
