import {
  derivedPaths,
  groupOf,
  initialOf,
  isDerived,
  listOf,
  lists,
  metadataOf,
  metadataPaths,
  metadataWords,
  wordsOf,
} from './field-groups.ts';
import type { Customer, Said, Words } from './state.ts';

/** `pins`, `baseline`, or the name of a source record. */
export type Speaker = string;

const isRecord = (speaker: Speaker): boolean => speaker !== 'pins' && speaker !== 'baseline';

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
