import type { RecordContent } from '../source/content.ts';
import { sourceToken } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import { type AddressChange, type AddressFields, addressWith, readAddress } from './address.ts';
import { type GivenPlace, type KnownAddresses, readAddressSource } from './default-addresses.ts';
import type { CustomerRow } from './fields.ts';

/** An address that an import saves with its customer, by a source record that no address has yet. */
export interface NewAddress extends AddressFields {
  readonly content: RecordContent;
}

interface Context {
  readonly customer: CustomerRow;
  readonly at: string;
  readonly known: KnownAddresses;
  /** The default addresses in the same input. */
  readonly places: readonly GivenPlace[];
  readonly faults: Faults;
}

const taken = 'An address has this source record; send it without its customer.';

export function planNewAddresses(
  given: readonly NewAddress[],
  { customer, at, known, places, faults: all }: Context,
): readonly AddressChange[] {
  const { accountId, id: customerId, name } = customer;
  const tokens = new Set(places.flatMap(({ source }) => (source ? sourceToken(source) : [])));
  return given.map(({ content, ...fields }, index) => {
    const faults = all.at(`newAddresses.${index}`);
    const source = readAddressSource(fields, faults);
    const token = source && sourceToken(source);
    if (token === undefined || tokens.has(token) || known.linked.has(token))
      faults.add('TAKEN', 'source', taken);
    if (token !== undefined) tokens.add(token);
    const read = readAddress(fields, faults, true);
    const after = addressWith(read, undefined, { accountId, customerId, name, at });
    return { before: undefined, after, at, content, ...(source && { source }) };
  });
}
