import { deleteRows } from '../../db/write/rows.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import { notFoundText } from '../identifier/listed.ts';
import { findBySources, type SourceKey } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type Keys, planFor } from './about.ts';
import {
  type AddressFields,
  addressWith,
  loadAddresses,
  readAddress,
  removePlaces,
  type WholeAddress,
} from './address.ts';
import { addressText } from './address-text.ts';
import { changeOf } from './event.ts';
import type { CustomerRow } from './fields.ts';
import { readId } from './input.ts';
import { readAddressSource } from './known-addresses.ts';
import { lockCustomers } from './lock.ts';
import { lockCustomer } from './lock-customer.ts';
import { saveCustomers } from './save.ts';

interface AddressAnswer {
  readonly id: string | null;
}

interface CreateInput extends Keys {
  readonly by: CustomerIdentifier;
  readonly address: AddressFields;
}

interface UpdateInput extends AddressFields, Keys {
  readonly id: string;
}

interface DeleteInput extends Keys {
  readonly id: string;
}

interface LockedAddress {
  readonly customer: CustomerRow;
  readonly address: WholeAddress;
}

async function lockAddress(write: Write, id: string): Promise<LockedAddress | undefined> {
  const { faults } = write;
  if (readId(id, 'Address', 'id', faults) === undefined) return undefined;
  const [found] = await write.rows('Address', 'id', [id]);
  const locked = await lockCustomers(write, found === undefined ? [] : [found.customerId]);
  const customer = locked.get(found?.customerId ?? '');
  // Reloads under the lock: the address may have been changed, deleted or moved by a merge.
  const address = customer === undefined ? undefined : (await loadAddresses(write, [id])).get(id);
  if (customer !== undefined && address?.address.customerId === customer.id) return { customer, address };
  faults.add('NOT_FOUND', 'id', notFoundText('Address'));
  return undefined;
}

async function checkUnlinked(write: Write, source: SourceKey | undefined, faults: Faults): Promise<void> {
  if (source === undefined || (await findBySources(write, [source])).size === 0) return;
  faults.add(
    'TAKEN',
    'source',
    'An address already has this source record; `customerAddressesUpsert` updates addresses by their source.',
  );
}

export function createAddress(writer: Writer, input: CreateInput): Promise<Payload<AddressAnswer>> {
  return writer.run({ name: 'customerAddressCreate', input }, async (write) => {
    const { faults } = write;
    const customer = await lockCustomer(write, { by: input.by });
    const below = faults.at('address');
    const given = readAddress(input.address, below, true);
    const source = readAddressSource(input.address, below);
    await checkUnlinked(write, source, below);
    faults.settle();
    if (customer === undefined) return { id: null };
    const plan = await planFor(write, customer);
    const { at } = plan;
    const after = addressWith(given, undefined, { customer, at });
    await saveCustomers(write, [
      { ...plan, addresses: [{ before: undefined, after, at, ...(source && { source }) }] },
    ]);
    return { id: after.address.id };
  });
}

export function updateAddress(writer: Writer, input: UpdateInput): Promise<Payload<AddressAnswer>> {
  return writer.run({ name: 'customerAddressUpdate', input }, async (write) => {
    const { faults } = write;
    const owned = await lockAddress(write, input.id);
    const given = readAddress(input, faults, false);
    faults.settle();
    if (owned === undefined) return { id: null };
    const plan = await planFor(write, owned.customer);
    const { at, next: customer } = plan;
    const after = addressWith(given, owned.address, { customer, at });
    await saveCustomers(write, [{ ...plan, addresses: [{ before: owned.address, after, at }] }]);
    return { id: input.id };
  });
}

function useOf({ billToAddressId, shipToAddressId }: CustomerRow, id: string): string | null {
  const uses = [
    ...(billToAddressId === id ? ['billing'] : []),
    ...(shipToAddressId === id ? ['shipping'] : []),
  ];
  return uses.length === 0 ? null : uses.join(' and ');
}

export function deleteAddress(writer: Writer, input: DeleteInput): Promise<Payload<AddressAnswer>> {
  return writer.run({ name: 'customerAddressDelete', input }, async (write) => {
    const { faults } = write;
    const owned = await lockAddress(write, input.id);
    const use = owned === undefined ? null : useOf(owned.customer, input.id);
    if (use !== null)
      faults.add(
        'IN_USE',
        'id',
        `The address cannot be deleted: it is the customer’s default ${use} address. Set another default or null first.`,
      );
    faults.settle();
    if (owned === undefined) return { id: null };
    const { address, geolocation } = owned.address;
    await deleteRows(write, 'Address', [{ id: address.id }]);
    await removePlaces(write, geolocation === null ? [] : [geolocation.id]);
    const extraChanges = changeOf('addresses', addressText(owned.address), null);
    await saveCustomers(write, [{ ...(await planFor(write, owned.customer)), extraChanges }]);
    return { id: input.id };
  });
}
