import { isDeepStrictEqual } from 'node:util';
import type { RecordContent } from '../source/content.ts';
import { sourceToken } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import {
  type AddressChange,
  type AddressFields,
  addressWith,
  readAddress,
  type WholeAddress,
} from './address.ts';
import { partsOf } from './address-text.ts';
import type { CustomerRow } from './fields.ts';
import { type KnownAddresses, readAddressSource } from './known-addresses.ts';

/** An address that an import saves with its customer, by a source record that no address has yet. */
export interface NewAddress extends AddressFields {
  readonly content: RecordContent;
}

interface Context {
  readonly customer: CustomerRow;
  readonly at: string;
  readonly known: KnownAddresses;
  readonly faults: Faults;
}

const taken = 'An address has this source record; send it without its customer.';

const isNewAs = (change: AddressChange, after: WholeAddress): boolean =>
  change.before === undefined &&
  change.content === undefined &&
  isDeepStrictEqual(partsOf(change.after), partsOf(after));

/** The changes with the new addresses. One that is a default address of the same input is saved once. */
export function withNewAddresses(
  defaults: readonly AddressChange[],
  given: readonly NewAddress[],
  { customer, at, known, faults: all }: Context,
): readonly AddressChange[] {
  const changes = [...defaults];
  for (const [index, { content, ...fields }] of given.entries()) {
    const faults = all.at(`newAddresses.${index}`);
    const source = readAddressSource(fields, faults);
    const token = source && sourceToken(source);
    const after = addressWith(readAddress(fields, faults, true), undefined, { customer, at });
    const same = changes.findIndex((each) => each.source && sourceToken(each.source) === token);
    const change = changes[same];
    if (change !== undefined && isNewAs(change, after)) {
      changes[same] = { ...change, content };
      continue;
    }
    if (token === undefined || change !== undefined || known.linked.has(token))
      faults.add('TAKEN', 'source', taken);
    changes.push({ before: undefined, after, at, content, ...(source && { source }) });
  }
  return changes;
}
