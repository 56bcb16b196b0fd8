import type { NodeType } from '../../db/model/id.ts';

/** What people call an object of each type, and the field that returns the ids of valid ones. */
const listings: Readonly<Record<NodeType, readonly [noun: string, field: string]>> = {
  Account: ['account', 'Viewer.account'],
  AccountGroup: ['account group', 'accountGroups'],
  AccountUser: ['account user', 'accountUsers'],
  Address: ['address', 'Customer.addresses'],
  Attachment: ['attachment', 'Customer.attachments'],
  Carrier: ['carrier', 'carriers'],
  Customer: ['customer', 'customers'],
  CustomerEvent: ['event', 'Customer.events'],
  CustomerGroup: ['customer group', 'customerGroups'],
  CustomerSubscription: ['subscription', 'Customer.subscriptions'],
  Department: ['department', 'departments'],
  Geolocation: ['geolocation', 'Address.geolocation'],
  ImportReject: ['rejected record', 'ImportRun.rejects'],
  ImportRun: ['import run', 'importRuns'],
  ImportWarning: ['warning', 'ImportRun.warnings'],
  Order: ['order', 'Customer.orders'],
  OrderSubscription: ['order subscription', 'Customer.orderSubscriptions'],
  PaymentSource: ['payment source', 'Customer.paymentSources'],
  PaymentTerm: ['payment term', 'paymentTerms'],
  Priority: ['priority', 'priorities'],
  Quantity: ['quantity', 'Customer.creditLimit'],
  Return: ['return', 'Customer.returns'],
  Role: ['role', 'roles'],
  ServiceLevel: ['service level', 'Carrier.serviceLevels'],
  ShippingTerm: ['shipping term', 'shippingTerms'],
  SkuList: ['SKU list', 'Customer.skuLists'],
  Tag: ['tag', 'tags'],
  Unit: ['unit', 'units'],
  User: ['user', 'AccountUser.user'],
};

/** Fields of one object. */
const single: ReadonlySet<NodeType> = new Set<NodeType>(['Account', 'Geolocation', 'Quantity', 'User']);

export const nounOf = (type: NodeType): string => listings[type][0];

export const listingField = (type: NodeType): string => listings[type][1];

const withArticle = (noun: string): string => `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;

const pluralOf = (noun: string): string => noun.replace(/y$/, 'ie').replace(/$/, 's');

/** Which field returns valid ids: “`carriers` lists all carriers”. */
export function listedText(type: NodeType): string {
  const [noun, field] = listings[type];
  const [owner = '', name] = field.split('.');
  if (name === undefined) return `\`${field}\` lists all ${pluralOf(noun)}`;
  const of = owner in listings ? nounOf(owner as NodeType) : owner.toLowerCase();
  return single.has(type)
    ? `\`${field}\` is that of ${withArticle(of)}`
    : `\`${field}\` lists those of ${withArticle(of)}`;
}

export const notFoundText = (type: NodeType): string =>
  `No ${nounOf(type)} has this id; ${listedText(type)}.`;

export const wrongIdText = (type: NodeType): string =>
  `This is not the id of ${withArticle(nounOf(type))}; ${listedText(type)}.`;
