import type { ColumnOf, Row } from '../../db/model/table.ts';

interface Owner {
  readonly type: Row<'ObjectSource'>['type'];
  /** The column of `ObjectSource` that refers to the object. */
  readonly column: ColumnOf<'ObjectSource'>;
}

/** The models with source records in `object_sources`; customers have a table of their own. */
export const sourced = {
  AccountGroup: { type: 'ACCOUNT_GROUP', column: 'accountGroupId' },
  AccountUser: { type: 'ACCOUNT_USER', column: 'accountUserId' },
  Address: { type: 'ADDRESS', column: 'addressId' },
  Attachment: { type: 'ATTACHMENT', column: 'attachmentId' },
  Carrier: { type: 'CARRIER', column: 'carrierId' },
  CustomerGroup: { type: 'CUSTOMER_GROUP', column: 'customerGroupId' },
  CustomerSubscription: { type: 'CUSTOMER_SUBSCRIPTION', column: 'customerSubscriptionId' },
  Department: { type: 'DEPARTMENT', column: 'departmentId' },
  Order: { type: 'ORDER', column: 'orderId' },
  OrderSubscription: { type: 'ORDER_SUBSCRIPTION', column: 'orderSubscriptionId' },
  PaymentSource: { type: 'PAYMENT_SOURCE', column: 'paymentSourceId' },
  PaymentTerm: { type: 'PAYMENT_TERM', column: 'paymentTermId' },
  Return: { type: 'RETURN', column: 'returnId' },
  Role: { type: 'ROLE', column: 'roleId' },
  ServiceLevel: { type: 'SERVICE_LEVEL', column: 'serviceLevelId' },
  ShippingTerm: { type: 'SHIPPING_TERM', column: 'shippingTermId' },
  SkuList: { type: 'SKU_LIST', column: 'skuListId' },
  Unit: { type: 'UNIT', column: 'unitId' },
} as const satisfies Readonly<Record<string, Owner>>;

export type SourcedModel = keyof typeof sourced;

// `Object.keys` returns strings; the type of `sourced` is narrower.
export const sourcedModels = Object.keys(sourced) as readonly SourcedModel[];
