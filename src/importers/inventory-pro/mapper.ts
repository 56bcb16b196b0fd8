import { isObject } from '../../is-object.ts';
import { type Finished, mapObject, type ObjectType, type Values } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { Mapper } from '../record.ts';
import { customerFields } from './fields.ts';

const system = 'WAREHOUSE';

/** An address without any value is not an address. */
function withAddress({ shipToAddress, ...values }: Values, sourceId: string): Values {
  const isKnown = isObject(shipToAddress) && Object.values(shipToAddress).some((each) => each !== null);
  return isKnown ? { ...values, shipToAddress: { source: { system, sourceId }, ...shipToAddress } } : values;
}

const customer: ObjectType = {
  kind: 'customer',
  table: customerFields,
  finish: (values, { source }): Finished => ({
    item: { by: { source }, ...withAddress(values, source.sourceId) },
  }),
};

/** Customers of InventoryPro. Their ids are their short ids, which their addresses have, too. */
export const inventoryPro: Mapper = {
  system,
  version: 1,
  documents: { form: 'json', list: 'value' },
  hasLocalTimes: true,
  *map(document, position, options) {
    yield mapObject(customer, { raw: receivedObject(document), position, system, options }).record;
  },
};
