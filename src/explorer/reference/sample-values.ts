import { type GraphQLNamedType, isInputObjectType } from 'graphql';

/* Sample values of the examples: GraphQL literals that exist in the demo data. */

const acme = '"cus_018784091340784b8edd6873ce589155"';
const child = '"cus_018c6679d0cc7206a66365f6d61c396a"';
const carrier = '"crr_01615e1cc800763492048ba5af066339"';
const priceGroup = '"grp_0163253aca8074aa865bdbb0ccf9b15f"';
const address = '"adr_01994442df807cbaa2efca71ae8ed308"';
const dollar = '"unt_0160b6194e8071a1b850010cd7ad267b"';
const serviceLevel = '"svl_01632cbd6600721e8b4640b30a1ac876"';
const paymentTerm = '"ptm_01628a17370076058f0baf1a04c3f500"';
const shippingTerm = '"stm_016192781a007db6a0a96e4f5e982254"';
const accountUser = '"acu_01635fcf5c0a74a288045581b6d4bb17"';
const role = '"rol_0160b6194e80705fa434961ba1747b16"';
const department = '"dep_0160b6194e80721aa11834f1b721d4ac"';
const customerGroup = '"cgr_0160b6872b8071d59254246c99e7d951"';
const importRun = '"imp_01a18f418c007c1d938fd89fd957c6ba"';
const pallet = '"unt_0160b6194e807adeb3e0edcb5dc47849"';

/** Ids for mutations that take the id of an object other than a customer. */
const ids: Readonly<Record<string, string>> = {
  accountGroupDelete: priceGroup,
  accountGroupUpdate: priceGroup,
  accountUserRemove: accountUser,
  carrierDelete: carrier,
  carrierUpdate: carrier,
  customerAddressDelete: address,
  customerAddressUpdate: address,
  departmentDelete: department,
  departmentUpsert: department,
  customerGroupDelete: customerGroup,
  paymentTermDelete: paymentTerm,
  paymentTermUpdate: paymentTerm,
  roleDelete: role,
  roleUpsert: role,
  importRun,
  serviceLevelDelete: serviceLevel,
  serviceLevelUpdate: serviceLevel,
  shippingTermDelete: shippingTerm,
  shippingTermUpdate: shippingTerm,
  unitDelete: pallet,
};

/** Values by coordinate, or by the name of an argument or input field anywhere. */
const sampleValues: Readonly<Record<string, string>> = {
  id: acme,
  carrierId: carrier,
  departmentId: department,
  roleId: role,
  ids: `[${acme}]`,
  name: '"Harbor Lane Books"',
  email: '"orders@harborlane.example.com"',
  country: '"US"',
  number: '"C-000001"',
  shortId: '"ACME-CORP"',
  reference: '"ERP-100000"',
  referenceOrigin: '"netsuite"',
  note: '"Settled."',
  to: '"2027-01-01T00:00:00Z"',
  sourceId: '"ACME-CORP"',
  tags: '["seasonal"]',
  query: '"acme"',
  value: '"1250.50"',
  abbreviation: '"hlb"',
  ratioNumerator: '"12"',
  ratioDenominator: '"1"',
  serviceLevelToken: '"harbor_lane_next_day"',
  patch: '{ crm: { tier: "gold" } }',
  password: '"correct horse battery staple"',
  newPassword: '"correct horse battery staple"',
  token: '"the token that was sent by mail"',
  'AccountUserIdentifier.email': '"cary.nitzsche.ortiz@meridiansupply.example.com"',
  'CustomerAddressUpsertItem.address':
    '{ source: { system: INVENTORY_PRO, sourceId: "ACME-CORP" }, name: "Harbor Lane Books" }',
  'CustomerCreateInput.customerGroup': '{ name: "Wholesale" }',
  'CustomerFreightPreferencesInput.carrier': '{ name: "FedEx" }',
  'CustomerMergeInput.duplicates': `[{ id: ${child} }]`,
  'CustomerPriceGroupsInput.priceGroups': `[{ id: ${priceGroup} }]`,
  'CustomerSetParentInput.parent': 'null',
  'ServiceLevelIdentifier.token': '"fedex_ground"',
  'MetadataFilter.path': '["crm", "tier"]',
  'MoneyFilter.from': '"100"',
  'MoneyFilter.currencyCode': '"USD"',
  'Query.accountUsers.query': '"cary"',
  'Query.orders.query': '"7842"',
  'QuantityFilter.from': '"10000"',
  'QuantityFilter.unit': '"USD"',
  'QuantityInput.unit': '{ name: "US dollar" }',
  'OrderAggregateSort.currencyCode': '"USD"',
  'OrderFilter.statuses': '[PLACED, APPROVED]',
  'Query.customersAggregate.groupBy': '[STATUS, COUNTRY]',
  'Query.ordersAggregate.groupBy': '[STATUS, PLACED_YEAR]',
  'Query.accountGroup.by': `{ id: ${priceGroup} }`,
  'Query.carrier.by': '{ name: "FedEx" }',
  'Query.customer.by': '{ shortId: "ACME-CORP" }',
  'Query.order.by': '{ number: "78421753" }',
  'Query.paymentTerm.by': '{ name: "Net 30" }',
  'Query.shippingTerm.by': '{ name: "Prepaid & add" }',
  'Query.unit.by': '{ name: "US dollar" }',
  'ServiceLevelUpsertItem.carrier': '{ name: "FedEx" }',
  'Quantity.convert.to': dollar,
  'MoneyInput.currencyCode': '"USD"',
  'OrderSubscriptionUpsertItem.frequency': '"monthly"',
  'CustomerFieldPinInput.fieldGroup': 'NOTE',
  'CustomerFieldReleaseInput.fieldGroup': 'NOTE',
  'SurvivorshipRuleInput.fieldGroup': 'NAME',
  'SurvivorshipRuleInput.kind': 'SOURCE_SEQUENCE',
  'SurvivorshipRuleInput.systems': '[INVENTORY_PRO]',
  'CustomerUpsertInput.by': '{ shortId: "HARBOR-LANE" }',
  'CustomerFilter.statuses': '[NORMAL, PREFERRED]',
  'ImportRunFilter.states': '[FAILED, STOPPED]',
  'StringFilter.equals': '"US"',
  'OrderSumFilter.currencyCode': '"USD"',
  'OrderSumFilter.from': '"1000"',
  'SourceDifference.fieldGroups': '[NAME]',
  'SourceRecordInput.system': 'INVENTORY_PRO',
  'CustomerSort.field': 'NAME',
};

/** Optional fields that the example of an input shows. */
const shown: Readonly<Record<string, readonly string[]>> = {
  AccountGroupUpdateInput: ['name'],
  AddressFilter: ['country'],
  StringFilter: ['equals'],
  AccountUserIdentifier: ['email'],
  CarrierUpdateInput: ['name'],
  CustomerContactInfoInput: ['name', 'email'],
  CustomerDefaultsInput: ['priority'],
  CustomerFilter: ['statuses'],
  CustomerIdentifier: ['shortId'],
  CustomerKeyInput: ['shortId'],
  CustomerReferenceInput: ['referenceOrigin'],
  CustomerUpdateInput: ['note'],
  OrderFilter: ['statuses'],
  PaymentTermUpdateInput: ['name'],
  CustomerChangeFilter: ['actions', 'fields'],
  DateTimeRange: ['from', 'to'],
  IntRange: ['from'],
  MetadataFilter: ['exists'],
  MoneyFilter: ['from', 'currencyCode'],
  CustomerEventFilter: ['actions'],
  OrderSumFilter: ['from'],
  SourceRecordFilter: ['system'],
  AttachmentFilter: ['name'],
  CustomerSubscriptionFilter: ['customerEmail'],
  ImportRejectFilter: ['kind'],
  ImportRunFilter: ['states'],
  ImportWarningFilter: ['kind'],
  OrderSubscriptionFilter: ['statuses'],
  PaymentSourceFilter: ['type'],
  ReturnFilter: ['statuses'],
  SkuListFilter: ['name'],
  QuantityFilter: ['from', 'unit'],
  RecordIdentifier: ['number'],
  ReferenceDataIdentifier: ['name'],
  ServiceLevelIdentifier: ['token'],
  ServiceLevelUpdateInput: ['name'],
  ShippingTermUpdateInput: ['name'],
};

/** Optional fields without which an input has no effect, and arguments that show the purpose of a field. */
const always: Readonly<Record<string, readonly string[]>> = {
  AddressInput: ['name', 'country'],
  CustomerCreateInput: ['name'],
  CustomerFreightPreferencesInput: ['carrier'],
  AccountUserUpsertInput: ['name'],
  CustomerSetParentInput: ['parent'],
  CustomerUpsertInput: ['name'],
  AccountGroupUpsertItem: ['name', 'type'],
  AttachmentUpsertItem: ['source', 'name'],
  CarrierUpsertItem: ['name'],
  CustomerGroupUpsertItem: ['name'],
  CustomerRecordDeleteInput: ['type', 'source'],
  OrderSubscriptionUpsertItem: ['frequency'],
  OrderUpsertItem: ['number', 'status', 'total'],
  PaymentSourceUpsertItem: ['type'],
  SkuListUpsertItem: ['name', 'slug'],
  PaymentTermUpsertItem: ['name'],
  ServiceLevelUpsertItem: ['name', 'serviceLevelToken'],
  ShippingTermUpsertItem: ['name', 'type'],
  UnitUpsertItem: ['name', 'abbreviation', 'type', 'ratioNumerator', 'ratioDenominator'],
  ReturnUpsertItem: ['status'],
  ShopperInput: ['email'],
  SurvivorshipRuleInput: ['kind', 'systems'],
  'Query.customersAggregate': ['groupBy'],
  'Query.ordersAggregate': ['groupBy'],
};

interface SampleRequest {
  readonly root: string;
  /** The input type, or the coordinate of the field, that it belongs to. */
  readonly owner: string;
  readonly name: string;
  readonly type: GraphQLNamedType;
}

/** The literal for an input field or argument; undefined if none is known. */
export function sampleOf({ root, owner, name, type }: SampleRequest): string | undefined {
  const own = sampleValues[`${owner}.${name}`];
  if (own !== undefined || isInputObjectType(type)) return own;
  return name === 'id' ? (ids[root] ?? sampleValues.id) : sampleValues[name];
}

/** Filters contain each other, so each shows a field that contains no other. */
const shownOfFilter = (input: string): readonly string[] => {
  if (input.endsWith('ListFilter')) return ['some'];
  if (input.endsWith('CountFilter')) return ['from'];
  return input.endsWith('Filter') ? ['exists'] : [];
};

export const shownOf = (input: string): readonly string[] => shown[input] ?? shownOfFilter(input);
export const alwaysOf = (input: string): readonly string[] => always[input] ?? [];

export const sampleOfScalar: Readonly<Record<string, string>> = {
  Boolean: 'true',
  DateTime: '"2026-01-01T00:00:00Z"',
  Decimal: '"1"',
  Float: '1.5',
  Int: '1',
  JSON: '{ tier: "gold" }',
  JSONObject: '{ crm: { tier: "gold" } }',
  String: '"Harbor Lane"',
  _Any: `{ __typename: "Customer", id: ${acme} }`,
};
