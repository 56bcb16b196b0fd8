import { readSourceRecord } from '../source/key.ts';
import { findBySources, type SourceKey, sourceToken } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import { type AddressFields, loadAddresses, type WholeAddress } from './address.ts';

/** The addresses that inputs can change. */
export interface KnownAddresses {
  readonly byId: ReadonlyMap<string, WholeAddress>;
  /** The addresses of source records. */
  readonly linked: ReadonlyMap<string, string>;
  /** The systems that an address has records of. */
  readonly systems: ReadonlyMap<string, ReadonlySet<string>>;
}

export function readAddressSource({ source }: AddressFields, faults: Faults): SourceKey | undefined {
  const record = source == null ? undefined : readSourceRecord(source, faults.at('source'));
  return record && { model: 'Address', ...record };
}

async function systemsOf(write: Write, ids: readonly string[]): Promise<KnownAddresses['systems']> {
  const systems = new Map<string, Set<string>>();
  for (const { addressId, system } of await write.rows('ObjectSource', 'addressId', ids)) {
    const id = addressId ?? '';
    systems.set(id, (systems.get(id) ?? new Set()).add(system));
  }
  return systems;
}

/** In a fixed number of statements, with fewer if no address has a source. The customers are locked. */
export async function knowAddresses(
  write: Write,
  sources: readonly SourceKey[],
  ids: readonly string[],
): Promise<KnownAddresses> {
  const linked = await findBySources(write, sources);
  const byId = await loadAddresses(write, [...new Set([...ids, ...linked.values()])]);
  const systems = sources.length === 0 || ids.length === 0 ? new Map() : await systemsOf(write, ids);
  return { byId, linked, systems };
}

const foreign = 'An address of another customer has this source record; use another.';

/** The address that a source record is linked to. One of another customer is an error. */
export function linkedAddress(
  source: SourceKey | undefined,
  customerId: string,
  { byId, linked }: KnownAddresses,
  faults: Faults,
): WholeAddress | undefined {
  const found = source && byId.get(linked.get(sourceToken(source)) ?? '');
  if (found === undefined || found.address.customerId === customerId) return found;
  faults.add('TAKEN', 'source', foreign);
  return undefined;
}
