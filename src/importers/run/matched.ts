import { sql } from '../../db/model/table.ts';
import { emailKey } from '../../domain/customer-upsert/upsert-key.ts';
import { findByKeys } from '../../domain/identifier/find.ts';
import { type CustomerKey, customerKey, type KeyInput } from '../../domain/identifier/key.ts';
import { trimmed } from '../../domain/write/text.ts';
import type { Items, JsonObject } from '../record.ts';
import type { MatchKey } from './match-keys.ts';
import type { Target } from './target.ts';
import type { Upsert } from './upserts.ts';

type Customer = Items['customer'];

interface Candidate {
  readonly key: CustomerKey;
  readonly by: KeyInput;
}

const textIn = (given: string | null | undefined): string | undefined =>
  given == null ? undefined : (trimmed(given) ?? undefined);

function candidateOf(item: Customer, name: MatchKey): Candidate | undefined {
  const { number, shortId, reference, referenceOrigin, shopper } = item;
  const text = textIn({ number, shortId, reference, email: shopper?.email }[name]);
  if (text === undefined) return undefined;
  if (name === 'email') return { key: emailKey(text), by: { shopperEmail: text } };
  if (name !== 'reference') return { key: customerKey(name, text), by: { [name]: text } };
  const origin = textIn(referenceOrigin) ?? null;
  return {
    key: customerKey('reference', text, origin),
    by: { reference: { reference: text, referenceOrigin: origin } },
  };
}

/** The other records that the item names are of the same customer. An export's customers are known by their numbers. */
const namedBy = ({ by, addSources }: Customer): readonly Candidate[] =>
  (by.source == null ? [] : (addSources ?? [])).map((source) => ({
    key: customerKey('source', trimmed(source.sourceId) ?? '', source.system),
    by: { source },
  }));

async function linkedIn(
  { reads }: Target,
  ids: readonly string[],
  system: string,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows =
    await reads.run(sql`/* customersOfSystem */ select distinct s.customer_id from customer_sources s
    where s.account_id = ${reads.accountId} and s.customer_id = any(${[...ids]}::text[])
      and s.system = ${system}::source_system`);
  return new Set(rows.map(([id]) => String(id)));
}

/** The key of the record that an item of an import speaks for. */
const recordKey = ({ speaksFor }: Customer): CustomerKey | undefined =>
  speaksFor && customerKey('source', trimmed(speaksFor.sourceId) ?? '', speaksFor.system);

/** The items whose records no customer has. */
async function newItems({ reads }: Target, items: readonly Customer[]): Promise<readonly Customer[]> {
  const found = await findByKeys(
    reads,
    items.flatMap((item) => recordKey(item) ?? []),
  );
  return items.filter((item) => !found.has(recordKey(item)?.token ?? ''));
}

/** The keys of the customers that the named records, then the match keys find, by the items, in their order. */
async function matchesOf(
  target: Target,
  items: readonly Customer[],
  names: readonly MatchKey[],
): Promise<ReadonlyMap<Customer, KeyInput>> {
  const candidates = items.map((item) => [
    ...namedBy(item),
    ...names.flatMap((name) => candidateOf(item, name) ?? []),
  ]);
  const found = await findByKeys(
    target.reads,
    candidates.flat().map(({ key }) => key),
  );
  const system = items[0]?.speaksFor?.system ?? '';
  const taken = new Set(await linkedIn(target, [...new Set(found.values())], system));
  const matches = new Map<Customer, KeyInput>();
  for (const [at, item] of items.entries()) {
    const match = candidates[at]?.find(({ key }) => {
      const id = found.get(key.token);
      return id !== undefined && !taken.has(id);
    });
    if (match === undefined) continue;
    taken.add(found.get(match.key.token) ?? '');
    matches.set(item, match.by);
  }
  return matches;
}

/**
 * Gives new records to the customers that one of the records they name, or one of the keys, finds at the time of each try: keys move between customers
 * during a run. A customer that has a record of the system already is not matched: two records of one system are two
 * customers.
 */
export const withMatch =
  (names: readonly MatchKey[], upsert: Upsert): Upsert =>
  async (target, given) => {
    // The caller passes customers only.
    const items = given as readonly object[] as readonly Customer[];
    if (names.length === 0 && items.every((item) => namedBy(item).length === 0)) return upsert(target, given);
    const matches = await matchesOf(target, await newItems(target, items), names);
    const matched = items.map((item) => {
      const by = matches.get(item);
      const { source } = item.by;
      return by === undefined
        ? item
        : { ...item, by, addSources: [...(item.addSources ?? []), ...(source ? [source] : [])] };
    });
    return upsert(target, matched as readonly object[] as readonly JsonObject[]);
  };
