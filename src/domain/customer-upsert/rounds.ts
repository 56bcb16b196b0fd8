import type { Maybe } from '../../maybe.ts';
import { type CustomerKey, customerKey, type KeyKind } from '../identifier/key.ts';
import { trimmed } from '../write/text.ts';
import { type Located, upsertKeys } from './locate.ts';
import type { Upsert } from './read.ts';
import { emailKey, twinOf } from './upsert-key.ts';

/** The keys that an upsert gives to its customer or takes from it. */
function columnKeys({ upsert: { input }, current }: Located): readonly CustomerKey[] {
  const { shopper, number, shortId, reference, referenceOrigin } = input;
  const emails = [shopper?.email, shopper === undefined ? null : current?.shopperEmail];
  const numbers = number === undefined ? [] : [number, current?.number];
  const shortIds = shortId === undefined ? [] : [shortId, current?.shortId];
  const isReferred = reference !== undefined || referenceOrigin !== undefined;
  const references = isReferred ? [reference, current?.reference] : [];
  const keysOf = (kind: KeyKind, texts: readonly Maybe<string>[]) =>
    texts.flatMap((text) => (text == null ? [] : customerKey(kind, trimmed(text) ?? '')));
  return [
    ...emails.flatMap((email) => (email == null ? [] : emailKey(email))),
    ...keysOf('number', numbers),
    ...keysOf('shortId', shortIds),
    ...keysOf('reference', references),
  ];
}

/** A reference without its origin, which can be kept, cleared or changed: at worst, a round more than necessary. */
const subjectOf = (key: CustomerKey): string =>
  key.kind === 'reference' ? customerKey('reference', key.value).token : key.token;

/** The keys that decide which customer the upsert finds. */
const keysBy = ({ upsert: { key, twin } }: Located): readonly string[] =>
  [key, twin].flatMap((each) => (each === undefined ? [] : subjectOf(each)));

const withTwins = (keys: readonly CustomerKey[]): readonly string[] =>
  [...keys, ...keys.flatMap((key) => twinOf(key) ?? [])].map(subjectOf);

/** The keys by which later upserts find another customer than before. */
function movedBy(located: Located): readonly string[] {
  const own = keysBy(located);
  const sources = located.upsert.sources.map(({ key }) => key);
  return [...withTwins(columnKeys(located)), ...withTwins(sources).filter((token) => !own.includes(token))];
}

function writtenBy(located: Located): readonly string[] {
  const { upsert, current } = located;
  const keys = withTwins([...upsertKeys([upsert]), ...columnKeys(located)]);
  const { billToAddress, shipToAddress } = upsert.input;
  const addresses = [billToAddress, shipToAddress, ...(upsert.given.newAddresses ?? [])];
  const addressRecords = addresses.flatMap((address) => {
    const source = address?.source;
    return source == null ? [] : JSON.stringify(['Address', source.system, trimmed(source.sourceId)]);
  });
  return [...(current ? [current.id] : []), ...keys, ...addressRecords];
}

function readBy({ parent, owners }: Located): readonly string[] {
  return [
    ...owners,
    ...(parent?.key ? [subjectOf(parent.key)] : []),
    ...(parent?.id === undefined ? [] : [parent.id]),
  ];
}

/** The numbers that an upsert names or sets. */
export const numbersIn = ({ key, input }: Upsert): readonly string[] =>
  [key?.kind === 'number' ? key.value : null, trimmed(input.number ?? '')].flatMap((each) => each ?? []);

/** Separates upserts that depend on the result of an earlier one; the others run together. */
export function nextRound(waiting: readonly Located[]): {
  readonly independent: readonly Located[];
  readonly rest: readonly Upsert[];
} {
  const [written, read, moved] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const independent: Located[] = [];
  const rest: Upsert[] = [];
  for (const [at, located] of waiting.entries()) {
    // An earlier item changes whose key this is: which keys this item frees for later ones is not known yet.
    if (keysBy(located).some((token) => moved.has(token)))
      return { independent, rest: [...rest, ...waiting.slice(at).map(({ upsert }) => upsert)] };
    for (const token of movedBy(located)) moved.add(token);
    const [writes, reads] = [writtenBy(located), readBy(located)];
    const isLater =
      writes.some((subject) => written.has(subject) || read.has(subject)) ||
      reads.some((subject) => written.has(subject));
    if (isLater) rest.push(located.upsert);
    else independent.push(located);
    for (const subject of writes) written.add(subject);
    for (const subject of reads) read.add(subject);
  }
  return { independent, rest };
}
