import { sql } from '../../db/model/table.ts';
import { emailKey } from '../../domain/customer-upsert/upsert-key.ts';
import { findByKeys } from '../../domain/identifier/find.ts';
import { type CustomerKey, customerKey, type KeyInput } from '../../domain/identifier/key.ts';
import { trimmed } from '../../domain/write/text.ts';
import type { Items, JsonObject } from '../record.ts';
import type { Entry } from './entry.ts';
import type { Target } from './target.ts';

export const matchKeys = ['number', 'shortId', 'reference', 'email'] as const;
export type MatchKey = (typeof matchKeys)[number];

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

/**
 * The items of new records, with the key of the customer that one of the match keys finds, in the order of the keys. A
 * customer that has a record of the system already is not matched: two records of one system are two customers.
 */
export async function matchCustomers(
  target: Target,
  entries: readonly Entry[],
  names: readonly MatchKey[],
): Promise<readonly JsonObject[]> {
  // The caller passes customers only.
  const items = entries.map(({ record }) => record.item as Customer);
  const candidates = items.map((item) => names.flatMap((name) => candidateOf(item, name) ?? []));
  const found = await findByKeys(
    target.reads,
    candidates.flat().map(({ key }) => key),
  );
  const system = entries[0]?.record.system ?? '';
  const taken = new Set(await linkedIn(target, [...new Set(found.values())], system));
  return items.map((item, at) => {
    const match = candidates[at]?.find(({ key }) => {
      const id = found.get(key.token);
      return id !== undefined && !taken.has(id);
    });
    const id = match && found.get(match.key.token);
    if (match === undefined || id === undefined) return item as unknown as JsonObject;
    taken.add(id);
    const { source } = item.by;
    return { ...item, by: match.by, addSources: [...(item.addSources ?? []), ...(source ? [source] : [])] };
  });
}
