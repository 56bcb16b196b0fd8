import type { Scope } from '../context.ts';

/** The scopes that allow a field, any one of which suffices; `open` fields need none. */
export type Rule = 'open' | readonly [Scope, ...Scope[]];

/**
 * The rules of a type: one for all fields, or one for each; `*` applies to the fields that are not listed.
 */
export type TypeRule = Rule | Readonly<Record<string, Rule>>;
export type Access = Readonly<Record<string, TypeRule>>;

const open = 'open';
const customers: Rule = ['customers:read'];
const writesCustomers: Rule = ['customers:write'];
const settings: Rule = ['settings:write'];
/** Objects that customers refer to. Callers that change settings need to read them too. */
const reference: Rule = ['customers:read', 'settings:write'];
/**
 * Objects that belong to a customer. The id is open, since payloads return it to callers that can only write.
 */
const belongings: TypeRule = { '*': customers, id: open };

/**
 * The scopes of every field. Building the schema fails if a type has no rule
 * (field-rules.ts); connections and edges have the rule of their nodes. Each
 * selected field is checked before an operation is executed (server/scope-check.ts).
 */
export const access: Access = {
  Mutation: {
    accountGroupCreate: settings,
    accountGroupDelete: settings,
    accountGroupUpdate: settings,
    carrierCreate: settings,
    carrierDelete: settings,
    carrierUpdate: settings,
    customerAddressCreate: writesCustomers,
    customerAddressDelete: writesCustomers,
    customerAddressUpdate: writesCustomers,
    customerCreate: writesCustomers,
    customerDiscontinue: writesCustomers,
    customerMerge: writesCustomers,
    customerMetadataPatch: writesCustomers,
    customerPriceGroupsAdd: writesCustomers,
    customerPriceGroupsRemove: writesCustomers,
    customerReactivate: writesCustomers,
    customerSetParent: writesCustomers,
    customerTagsAdd: writesCustomers,
    customerTagsRemove: writesCustomers,
    customerUpdate: writesCustomers,
    customerUpsert: writesCustomers,
    customersUpsert: writesCustomers,
    paymentTermCreate: settings,
    paymentTermDelete: settings,
    paymentTermUpdate: settings,
    serviceLevelCreate: settings,
    serviceLevelDelete: settings,
    serviceLevelUpdate: settings,
    shippingTermCreate: settings,
    shippingTermDelete: settings,
    shippingTermUpdate: settings,
    shopperPasswordReset: writesCustomers,
    shopperPasswordResetRequest: writesCustomers,
    shopperPasswordSet: writesCustomers,
    unitCreate: settings,
  },
  Query: {
    _entities: reference,
    _service: open,
    accountGroups: reference,
    accountUsers: reference,
    carriers: reference,
    customer: customers,
    customerChanges: customers,
    customers,
    node: reference,
    nodes: reference,
    paymentTerms: reference,
    priorities: reference,
    shippingTerms: reference,
    units: reference,
    viewer: open,
  },
  Subscription: { customerChanged: customers },
  Viewer: { account: reference, accountUser: reference, scopes: open },

  // Customers.
  Actor: customers,
  Count: customers,
  Customer: { '*': customers, id: open, version: open },
  CustomerChange: customers,
  CustomerContactInfo: customers,
  CustomerDefaults: customers,
  CustomerFreightPreferences: customers,
  CustomerNotificationPreferences: customers,
  EffectiveCommissionPolicy: customers,
  EffectiveFreightPolicy: customers,
  EffectivePolicies: customers,
  FieldChange: customers,
  Geolocation: customers,
  Money: customers,
  Shopper: customers,
  SourceRecord: customers,

  // Objects that belong to customers.
  Address: belongings,
  Attachment: belongings,
  CustomerEvent: belongings,
  CustomerGroup: belongings,
  CustomerSubscription: belongings,
  Order: belongings,
  OrderSubscription: belongings,
  PaymentSource: belongings,
  Return: belongings,
  SkuList: belongings,
  Tag: belongings,

  // Counts of customers.
  AccountGroupFacet: customers,
  AccountUserFacet: customers,
  CarrierFacet: customers,
  CustomerFacets: customers,
  CustomerStatusFacet: customers,
  StringFacet: customers,

  // Reference data. `node` returns the quantities of customers with `customers:read` only (quantity.ts).
  Account: reference,
  AccountGroup: { '*': reference, customers },
  AccountUser: reference,
  Carrier: reference,
  ConvertedQuantity: reference,
  Department: reference,
  Owner: reference,
  PaymentTerm: reference,
  Priority: reference,
  Quantity: reference,
  Role: reference,
  ServiceLevel: reference,
  ShippingTerm: reference,
  Unit: reference,
  User: reference,

  // Types whose fields reveal nothing by themselves; the fields that return these types have rules.
  AccountGroupPayload: open,
  AddressPayload: open,
  CarrierPayload: open,
  CustomerMergePayload: open,
  CustomerPayload: open,
  CustomerUpsertPayload: open,
  CustomersUpsertPayload: open,
  DeletePayload: open,
  Node: open,
  PageInfo: open,
  PaymentTermPayload: open,
  ServiceLevelPayload: open,
  ShippingTermPayload: open,
  ShopperPasswordResetPayload: open,
  ShopperPasswordResetRequestPayload: open,
  UnitPayload: open,
  UserError: open,
  _Entity: open,
  _Service: open,
};

/** The rule of a type's unlisted fields; undefined if each field has its own rule. */
export function typeRule(name: string, rules: Access = access): Rule | undefined {
  const rule = rules[name];
  return typeof rule === 'string' || rule === undefined || isList(rule) ? rule : rule['*'];
}

/** The rule of a field, from the rules of its type. */
export function fieldRule(type: string, field: string, rules: Access = access): Rule | undefined {
  const rule = rules[type];
  const named = typeof rule !== 'string' && rule !== undefined && !isList(rule) ? rule[field] : undefined;
  return named ?? typeRule(type, rules);
}

const isList = (rule: TypeRule): rule is Exclude<Rule, 'open'> => Array.isArray(rule);

export const allows = (rule: Rule, scopes: readonly Scope[]): boolean =>
  rule === 'open' || rule.some((scope) => scopes.includes(scope));

/** The scopes of a rule, as text for an error message. */
export const scopesText = (scopes: readonly Scope[]): string =>
  scopes.map((scope) => `\`${scope}\``).join(' or ');

/** The scopes of a rule, as extensions of an error. */
export const scopesExtension = (scopes: readonly Scope[]) =>
  scopes.length === 1 ? { scope: scopes[0] } : { scopes };
