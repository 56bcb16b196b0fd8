import { type Finish, type Finished, type ObjectType, required, type Values } from '../mapping/map-object.ts';
import { wholeReference } from '../mapping/whole-reference.ts';
import { exportedAddress } from '../run/own-addresses.ts';
import { addressFields, customerFields } from './fields.ts';
import { recordsOf } from './readers.ts';
import * as references from './reference-fields.ts';
import * as shop from './shop-fields.ts';

/** Without a source record, an object is known by its name. */
const finishNamed = (values: Values, { raw }: Finish): Finished => {
  const [source] = recordsOf(raw);
  return { item: source === undefined ? values : { source, ...values } };
};

const finishPerson = (values: Values, { raw }: Finish): Finished => {
  const [source] = recordsOf(raw);
  return { item: { ...values, by: source === undefined ? { email: values.email } : { source } } };
};

const noRecord = 'The object requires the source record that it is known by.';

const finishShopRecord = (values: Values, { raw }: Finish): Finished => {
  const [source] = recordsOf(raw);
  return source === undefined ? { reason: required('sources', noRecord) } : { item: { source, ...values } };
};

/** An address without a source record gets one with its id: without it, a repeated import would add it again. */
function finishAddress({ customer, ...address }: Values, { raw, source: { system } }: Finish): Finished {
  const [source = { system, sourceId: exportedAddress(String(raw.id)) }] = recordsOf(raw);
  return { item: { customer, address: { source, ...address } } };
}

function finishCustomer(values: Values, context: Finish): Finished {
  const sources = recordsOf(context.raw);
  const item = wholeReference(values, 'referenceOrigin', context);
  return { item: { ...item, ...(sources.length > 0 && { addSources: sources }) } };
}

export const customer: ObjectType = { kind: 'customer', table: customerFields, finish: finishCustomer };
export const address: ObjectType = { kind: 'address', table: addressFields, finish: finishAddress };

const named = { kind: 'accountGroup', table: references.namedFields, finish: finishNamed } as const;

/** The objects that a customer refers to: they are written before it. */
export const referenceTypes: Readonly<Record<string, ObjectType>> = {
  unit: { ...named, kind: 'unit', table: references.unitFields },
  carrier: { ...named, kind: 'carrier' },
  serviceLevel: { ...named, kind: 'serviceLevel', table: references.serviceLevelFields },
  paymentTerm: { ...named, kind: 'paymentTerm' },
  shippingTerm: { ...named, kind: 'shippingTerm', table: references.shippingTermFields },
  accountUser: { kind: 'accountUser', table: references.accountUserFields, finish: finishPerson },
  typeGroup: named,
  priceGroup: named,
  customerGroup: { ...named, kind: 'customerGroup', table: references.customerGroupFields },
};

/** The objects of a customer. */
export const ownTypes: Readonly<Record<string, ObjectType>> = {
  attachment: { kind: 'attachment', table: shop.attachmentFields, finish: finishShopRecord },
  paymentSource: { kind: 'paymentSource', table: shop.paymentSourceFields, finish: finishShopRecord },
  customerSubscription: {
    ...{ kind: 'customerSubscription', table: shop.customerSubscriptionFields, finish: finishShopRecord },
  },
  order: { kind: 'order', table: shop.orderFields, finish: finishShopRecord },
  orderSubscription: {
    ...{ kind: 'orderSubscription', table: shop.orderSubscriptionFields, finish: finishShopRecord },
  },
  return: { kind: 'return', table: shop.returnFields, finish: finishShopRecord },
  skuList: { kind: 'skuList', table: shop.skuListFields, finish: finishShopRecord },
};
