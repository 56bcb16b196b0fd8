import type { Items, JsonObject } from '../record.ts';
import { contentOf, type PassOfRun } from './content.ts';
import { type Entry, idOf } from './entry.ts';
import { storedOf } from './stored.ts';
import type { Target } from './target.ts';

/** The source id of the customer that the record of an address names; undefined for other records. */
function customerOf({ record }: Entry): string | undefined {
  if (record.kind !== 'address') return undefined;
  const source = record.item.customer?.source;
  return source?.system === record.system ? source.sourceId.trim() : undefined;
}

/** The first entry of each address, by the source id of its customer. */
function addressesIn(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const seen = new Set<string>();
  const byCustomer = new Map<string, Entry[]>();
  for (const entry of entries) {
    const isFirst = entry.record.kind === 'address' && !seen.has(idOf(entry));
    if (isFirst) seen.add(idOf(entry));
    const customer = isFirst ? customerOf(entry) : undefined;
    if (customer === undefined) continue;
    const addresses = byCustomer.get(customer) ?? [];
    byCustomer.set(customer, addresses);
    addresses.push(entry);
  }
  return byCustomer;
}

/** Of customers, the addresses that are saved in the same write. */
export type Families = ReadonlyMap<Entry, readonly Entry[]>;

interface Rules extends PassOfRun {
  readonly isStrict: boolean;
  /** The most addresses of one write. */
  readonly max: number;
}

/** The new addresses of new customers in a window, which are saved with these: one write and one event for both. */
export class WindowFamilies {
  readonly #addresses: ReadonlyMap<string, readonly Entry[]>;
  readonly #target: Target;
  readonly #rules: Rules;

  constructor(target: Target, entries: readonly Entry[], rules: Rules) {
    this.#addresses = addressesIn(entries);
    this.#target = target;
    this.#rules = rules;
  }

  /** The customers have no source record yet; neither have the addresses. */
  async of(customers: readonly Entry[]): Promise<Families> {
    const { isStrict, max, passedAt } = this.#rules;
    const isSaved = ({ record }: Entry) => !isStrict || record.warnings.length === 0;
    const named = customers.flatMap((entry) => this.#addresses.get(idOf(entry)) ?? []);
    const wanted = named.filter(isSaved).slice(0, max);
    if (wanted.length === 0) return new Map();
    const stored = await storedOf(this.#target, 'address', wanted, passedAt);
    const added = new Set(wanted.filter((entry) => !stored.has(idOf(entry))));
    const families = customers.map((entry) => {
      const addresses = this.#addresses.get(idOf(entry)) ?? [];
      return [entry, addresses.filter((each) => added.has(each))] as const;
    });
    return new Map(families.filter(([, addresses]) => addresses.length > 0));
  }

  /** The values that the item of the customer has besides. */
  extraOf(addresses: readonly Entry[] | undefined): JsonObject | undefined {
    if (addresses === undefined) return undefined;
    const newAddresses = addresses.map((entry) => {
      // Only addresses are in families.
      const { address } = entry.record.item as Items['address'];
      return { ...address, content: contentOf(entry, entry.hash, this.#rules) };
    });
    return { newAddresses };
  }
}
