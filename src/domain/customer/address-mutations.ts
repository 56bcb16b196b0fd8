import { deleteRows } from '../../db/write-rows.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import type { Faults } from '../write/faults.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type Keys, planFor } from './about.ts';
import {
  type AddressFields,
  addressWith,
  type GivenAddress,
  loadAddresses,
  readAddress,
  removePlaces,
  type WholeAddress,
} from './address.ts';
import { addressText } from './address-text.ts';
import { changeOf } from './event.ts';
import type { CustomerRow } from './fields.ts';
import { readId } from './input.ts';
import { lockCustomers } from './lock.ts';
import { lockCustomer } from './lock-customer.ts';
import { saveCustomers } from './save.ts';

/** The id of the written address. */
export interface AddressAnswer {
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

interface Owned {
  readonly customer: CustomerRow;
  readonly address: WholeAddress;
}

/** Loads an address and locks its customer: a change of an address is a change of its customer. */
async function lockAddress(write: Write, id: string): Promise<Owned | undefined> {
  const { faults } = write;
  if (readId(id, 'Address', 'id', faults) === undefined) return undefined;
  const [found] = await write.rows('Address', 'id', [id]);
  const locked = await lockCustomers(write, found === undefined ? [] : [found.customerId]);
  const customer = locked.get(found?.customerId ?? '');
  // Reloads under the lock: the address may have been changed, deleted or merged into another customer
  // meanwhile.
  const address = customer === undefined ? undefined : (await loadAddresses(write, [id])).get(id);
  if (customer !== undefined && address?.address.customerId === customer.id) return { customer, address };
  faults.add(
    'NOT_FOUND',
    'id',
    'No address has this id; `Customer.addresses` lists the addresses of a customer.',
  );
  return undefined;
}

/** A place requires a country: an address without a place needs one to get its first place. */
function checkCountry(given: GivenAddress, before: WholeAddress | undefined, faults: Faults): void {
  const { country, ...rest } = given.geolocation;
  const isGiven = Object.values(rest).some((value) => value !== null);
  if (before?.geolocation === null && isGiven && country === undefined)
    faults.add('REQUIRED', 'country', 'The address has no location fields yet; give its `country` too.');
}

export function createAddress(writer: Writer, input: CreateInput): Promise<Payload<AddressAnswer>> {
  return writer.run({ name: 'customerAddressCreate', input }, async (write) => {
    const { accountId, faults } = write;
    const customer = await lockCustomer(write, { by: input.by });
    const given = readAddress(input.address, faults.at('address'), true);
    faults.settle();
    if (customer === undefined) return { id: null };
    const plan = await planFor(write, customer);
    const { at } = plan;
    const after = addressWith(given, undefined, { accountId, customerId: customer.id, at });
    await saveCustomers(write, [{ ...plan, addresses: [{ before: undefined, after, at }] }]);
    return { id: after.address.id };
  });
}

export function updateAddress(writer: Writer, input: UpdateInput): Promise<Payload<AddressAnswer>> {
  return writer.run({ name: 'customerAddressUpdate', input }, async (write) => {
    const { accountId, faults } = write;
    const owned = await lockAddress(write, input.id);
    const given = readAddress(input, faults, false);
    checkCountry(given, owned?.address, faults);
    faults.settle();
    if (owned === undefined) return { id: null };
    const plan = await planFor(write, owned.customer);
    const { at } = plan;
    const after = addressWith(given, owned.address, { accountId, customerId: plan.id, at });
    await saveCustomers(write, [{ ...plan, addresses: [{ before: owned.address, after, at }] }]);
    return { id: input.id };
  });
}

/** The default uses of an address by its customer; null if there are none. */
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
    const told = changeOf('addresses', addressText(owned.address), null);
    await saveCustomers(write, [{ ...(await planFor(write, owned.customer)), told }]);
    return { id: input.id };
  });
}
