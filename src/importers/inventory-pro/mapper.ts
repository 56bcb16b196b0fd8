import type { AddressFields } from '../../domain/customer/address.ts';
import { isObject } from '../../is-object.ts';
import { mapObject, type ObjectType } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import { customerFields } from './fields.ts';

const system = 'WAREHOUSE';

export const customer: ObjectType = { kind: 'customer', table: customerFields };

const isKnown = (address: unknown): address is AddressFields =>
  isObject(address) && Object.values(address).some((each) => each !== null);

function* mapCustomer(
  raw: JsonObject,
  position: string,
  options: MapOptions,
): Generator<SourceRecord | Rejection> {
  const { record } = mapObject(customer, { raw, position, system, options });
  if (record.kind !== 'customer') {
    yield record;
    return;
  }
  // The table has these fields beside those of the item.
  const { address: fields, ...item } = record.item as typeof record.item & { readonly address?: unknown };
  const { by } = item;
  const source = { system: record.system, sourceId: record.sourceId };
  const address = isKnown(fields) ? { source, ...fields } : null;
  const isGiven = fields !== undefined;
  yield { ...record, item: { ...item, ...(isGiven && { billToAddress: address, shipToAddress: address }) } };
  if (address === null) return;
  // The customer's record has the warnings.
  yield {
    ...{ ...record, kind: 'address', item: { customer: by, address } },
    ...{ warnings: [], unknownPaths: [] },
  };
}

/**
 * Customers of InventoryPro and their flat addresses, which are their billing and shipping address there. Short ids are
 * the ids of both. An address without any value is not an address.
 */
export const inventoryPro: Mapper = {
  system,
  version: 2,
  documents: { form: 'json', list: 'value' },
  hasLocalTimes: true,
  *map(document, position, options) {
    yield* mapCustomer(receivedObject(document), position, options);
  },
  remap: ({ raw, position }, options) => mapCustomer(raw, position, options),
};
