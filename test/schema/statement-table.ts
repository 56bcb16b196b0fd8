/** Queries that reach many objects of a type, and the statements that each of their fields takes. */
export interface Reach {
  readonly type: string;
  /** The place of the objects: a root, or a field of another row of the table. */
  readonly from: Root | `${string}.${string}`;
  /** Every field that leads to objects, and every other one that takes statements, with these statements. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The number of these objects that each of the parents has; one if absent. */
  readonly each?: number;
}

export interface Root {
  /** `$n` stands for the number of parents, `#` for the selection of each. */
  readonly query: string;
  readonly statements: readonly string[];
  /** The maximum number of parents; unlimited if absent. */
  readonly most?: number;
}

const list = (field: string, args = ''): Root => ({
  query: `${field}(first: $n${args}) { nodes { # } }`,
  statements: [`Query.${field} page`],
});

const customersThatAre = (type: 'PARENT' | 'CHILD') =>
  list('customers', `, filter: { relationshipTypes: [${type}] }`);

const pagesOf = (type: string, ...fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, [`${type}.${field} page`]]));

const dimensions = [
  ...['carriers', 'countries', 'paymentTerms', 'priceGroups', 'salesReps', 'shippingTerms'],
  ...['sources', 'states', 'statuses', 'tags', 'types'],
];

/** The aggregate of each parent's child. */
function childrenBy(keys: string, selection: string): Root {
  return {
    query: customersThatAre('PARENT').query.replace(
      '#',
      `childAccountsAggregate(groupBy: [${keys}]) { ${selection} }`,
    ),
    statements: ['Query.customers page', ...(selection === '#' ? [] : [childGroups])],
  };
}

const childGroups = 'Customer.childAccountsAggregate groups';

const groupsOf = (statement: string) => ({
  groups: [statement],
  groupCount: [statement],
  hasMore: [statement],
});

const ordersBy = (selection: string, keys = 'CUSTOMER'): Root => ({
  query: `ordersAggregate(groupBy: [${keys}], first: $n) { groups { ${selection} } }`,
  statements: ['Query.ordersAggregate groups'],
});

const aggregates: readonly Reach[] = [
  { type: 'CustomerAggregate', from: childrenBy('STATUS', '#'), fields: groupsOf(childGroups) },
  {
    type: 'CustomerAggregateGroup',
    from: childrenBy('STATUS', 'groups { # }'),
    fields: { keys: [], creditLimits: [], orderTotals: ['Customer.childAccountsAggregate orderTotals'] },
  },
  { type: 'QuantitySum', from: 'CustomerAggregateGroup.creditLimits', fields: { unit: ['Unit by id'] } },
  {
    type: 'CustomerAggregateValues',
    from: childrenBy('TYPE, SALES_REP, CARRIER, SERVICE_LEVEL, PARENT', 'groups { keys { # } }'),
    fields: {
      type: ['AccountGroup by id'],
      salesRep: ['AccountUser by id'],
      carrier: ['Carrier by id'],
      serviceLevel: ['ServiceLevel by id'],
      parentAccount: [],
    },
  },
  {
    type: 'CustomerAggregateValues',
    from: childrenBy('PRIORITY', 'groups { keys { # } }'),
    fields: { priority: ['Priority by id'] },
  },
  {
    type: 'CustomerAggregateValues',
    from: childrenBy(
      'PAYMENT_TERM, SHIPPING_TERM, CUSTOMER_GROUP, PRICE_GROUP, TAG',
      'groups { keys { # } }',
    ),
    fields: {
      paymentTerm: ['PaymentTerm by id'],
      shippingTerm: ['ShippingTerm by id'],
      customerGroup: ['CustomerGroup by id'],
      priceGroup: ['AccountGroup by id'],
      tag: ['Tag by id'],
    },
  },
  {
    type: 'OrderAggregate',
    from: { query: 'ordersAggregate { # }', statements: [], most: 1 },
    fields: groupsOf('Query.ordersAggregate groups'),
  },
  { type: 'OrderAggregateGroup', from: ordersBy('#'), fields: { keys: [], totals: [] } },
  { type: 'OrderAggregateValues', from: ordersBy('keys { # }'), fields: { customer: ['Customer by id'] } },
  {
    type: 'OrderAggregateValues',
    from: ordersBy('keys { # }', 'CUSTOMER, CUSTOMER_TYPE, CUSTOMER_SALES_REP, CUSTOMER_CARRIER'),
    fields: {
      customerType: ['AccountGroup by id'],
      salesRep: ['AccountUser by id'],
      carrier: ['Carrier by id'],
    },
  },
  {
    type: 'OrderAggregateValues',
    from: ordersBy('keys { # }', 'CUSTOMER, CUSTOMER_PAYMENT_TERM, CUSTOMER_SHIPPING_TERM, CUSTOMER_PARENT'),
    fields: {
      paymentTerm: ['PaymentTerm by id'],
      shippingTerm: ['ShippingTerm by id'],
      parentAccount: ['Customer by id'],
    },
  },
];

export const table: readonly Reach[] = [
  {
    type: 'AccountGroup',
    from: list('accountGroups', ', type: TYPE_GROUP'),
    fields: {
      customers: ['AccountGroup.customers(type) page'],
      customersAggregate: [],
      ...pagesOf('AccountGroup', 'sources'),
    },
  },
  {
    type: 'AccountGroup',
    from: list('accountGroups', ', type: PRICING_GROUP'),
    fields: { customers: ['AccountGroup.customers(price) page'], customersAggregate: [] },
  },
  { type: 'AccountGroupFacet', from: 'CustomerFacets.types', fields: { value: ['AccountGroup by id'] } },
  {
    type: 'AccountGroupFacet',
    from: 'CustomerFacets.priceGroups',
    fields: { value: ['AccountGroup by id'] },
  },
  {
    type: 'AccountUser',
    from: list('accountUsers'),
    fields: {
      department: ['Department by id'],
      role: ['Role by id'],
      user: ['User by id'],
      name: ['User by id'],
      email: ['User by id'],
      username: ['User by id'],
      imageUrl: ['User by id'],
      customersAggregate: [],
      ...pagesOf('AccountUser', 'customers', 'sources'),
    },
  },
  { type: 'AccountUserFacet', from: 'CustomerFacets.salesReps', fields: { value: ['AccountUser by id'] } },
  {
    type: 'Address',
    from: 'Customer.shipToAddress',
    fields: { geolocation: ['Geolocation by id'], customer: [], ...pagesOf('Address', 'sources') },
  },
  {
    type: 'Attachment',
    from: 'Customer.attachments',
    fields: { customer: [], ...pagesOf('Attachment', 'sources') },
  },
  {
    type: 'Carrier',
    from: list('carriers'),
    fields: { owner: [], ...pagesOf('Carrier', 'customers', 'serviceLevels', 'sources') },
  },
  { type: 'CarrierFacet', from: 'CustomerFacets.carriers', fields: { value: ['Carrier by id'] } },
  ...aggregates,
  { type: 'ConvertedQuantity', from: 'Quantity.convert', fields: { unit: [], displayValue: [] } },
  {
    type: 'Customer',
    from: customersThatAre('CHILD'),
    fields: {
      ...pagesOf('Customer', 'addresses', 'attachments', 'events', 'priceGroups', 'sources', 'tags'),
      ...pagesOf('Customer', 'orders', 'orderSubscriptions', 'paymentSources', 'returns', 'skuLists'),
      ...pagesOf('Customer', 'subscriptions'),
      lastOrderAt: ['Customer.lastOrderAt page'],
      conflicts: ['Query.survivorshipRules page', 'Customer.sources page'],
      fieldOrigins: [
        'FieldOrigin.priceGroups page',
        'FieldOrigin.tags page',
        'Query.survivorshipRules page',
        'Customer.sources page',
      ],
      billToAddress: ['Address by id'],
      shipToAddress: ['Address by id'],
      customerGroup: ['CustomerGroup by id'],
      parentAccount: ['Customer by id'],
      type: ['AccountGroup by id'],
      contactInfo: [],
      creditLimit: [],
      defaults: [],
      effectivePolicies: [],
      freightPreferences: [],
      notificationPreferences: [],
      shopper: [],
    },
  },
  {
    type: 'Customer',
    from: customersThatAre('PARENT'),
    fields: {
      ...pagesOf('Customer', 'childAccounts'),
      childAccountsAggregate: [],
      totalOrdersCount: ['Customer.totalOrdersCount count'],
    },
  },
  {
    type: 'CustomerConflict',
    from: 'Customer.conflicts',
    fields: { values: [], winner: [] },
  },
  { type: 'CustomerConflictValue', from: 'CustomerConflict.values', fields: { source: [] }, each: 2 },
  { type: 'FieldOrigin', from: 'Customer.fieldOrigins', fields: { sources: [] }, each: 24 },
  {
    type: 'CustomerDefaults',
    from: 'Customer.defaults',
    fields: {
      paymentTerm: ['PaymentTerm by id'],
      priority: ['Priority by id'],
      salesRep: ['AccountUser by id'],
      shippingTerm: ['ShippingTerm by id'],
    },
  },
  { type: 'CustomerEvent', from: 'Customer.events', fields: { actor: [], changes: [], customer: [] } },
  {
    type: 'CustomerGroup',
    from: 'Customer.customerGroup',
    fields: pagesOf('CustomerGroup', 'customers', 'sources'),
  },
  {
    type: 'CustomerSubscription',
    from: 'Shopper.subscriptions',
    fields: { customer: [], ...pagesOf('CustomerSubscription', 'sources') },
  },
  { type: 'Department', from: 'AccountUser.department', fields: pagesOf('Department', 'sources') },
  {
    type: 'Actor',
    from: 'CustomerEvent.actor',
    fields: { accountUser: ['AccountUser by id'], name: ['AccountUser by id', 'User by id'] },
  },
  {
    type: 'CustomerFacets',
    from: {
      query: customersThatAre('PARENT').query.replace('#', 'childAccounts { facets { # } }'),
      statements: ['Query.customers page'],
    },
    fields: Object.fromEntries(
      dimensions.map((dimension) => [dimension, [`Customer.childAccounts facets ${dimension}`]]),
    ),
  },
  {
    type: 'CustomerFreightPreferences',
    from: 'Customer.freightPreferences',
    fields: { carrier: ['Carrier by id'], serviceLevel: ['ServiceLevel by id'] },
  },
  {
    type: 'EffectivePolicies',
    from: 'Customer.effectivePolicies',
    fields: {
      commission: ['AccountGroup by id'],
      freight: ['AccountGroup by id', 'EffectivePolicies.via page'],
    },
  },
  { type: 'EffectiveCommissionPolicy', from: 'EffectivePolicies.commission', fields: { via: [] } },
  { type: 'EffectiveFreightPolicy', from: 'EffectivePolicies.freight', fields: { via: [] } },
  {
    type: 'ImportRun',
    from: list('importRuns'),
    fields: { counts: [], unknownFields: [], ...pagesOf('ImportRun', 'rejects', 'warnings') },
  },
  { type: 'ImportReject', from: 'ImportRun.rejects', fields: { errors: [] } },
  { type: 'ImportWarning', from: 'ImportRun.warnings', fields: { examples: [] } },
  {
    type: 'Order',
    from: 'Shopper.orders',
    fields: { total: [], customer: [], ...pagesOf('Order', 'sources') },
  },
  {
    type: 'OrderSubscription',
    from: 'Shopper.orderSubscriptions',
    fields: { customer: [], ...pagesOf('OrderSubscription', 'sources') },
  },
  { type: 'Owner', from: 'Carrier.owner', fields: { account: ['Account by id'] } },
  {
    type: 'PaymentSource',
    from: 'Shopper.paymentSources',
    fields: { customer: [], ...pagesOf('PaymentSource', 'sources') },
  },
  {
    type: 'PaymentTermFacet',
    from: 'CustomerFacets.paymentTerms',
    fields: { value: ['PaymentTerm by id'] },
  },
  {
    type: 'PaymentTerm',
    from: list('paymentTerms'),
    fields: { owner: [], ...pagesOf('PaymentTerm', 'customers', 'sources') },
  },
  {
    type: 'Priority',
    from: { query: 'priorities { # }', statements: ['Query.priorities page'], most: 3 },
    fields: { owner: [], ...pagesOf('Priority', 'customers') },
  },
  {
    type: 'Quantity',
    from: 'Customer.creditLimit',
    fields: { unit: ['Unit by id'], displayValue: ['Unit by id'], convert: ['Unit by id'] },
  },
  {
    type: 'CustomerChange',
    from: list('customerChanges'),
    fields: { actor: [], changes: [], customer: ['Customer by id'], mergedInto: ['Customer by id'] },
  },
  {
    type: 'Return',
    from: 'Shopper.returns',
    fields: { customer: [], order: ['Order by id'], ...pagesOf('Return', 'sources') },
  },
  { type: 'Role', from: list('roles'), fields: { owner: [], ...pagesOf('Role', 'sources') } },
  {
    type: 'ServiceLevel',
    from: 'CustomerFreightPreferences.serviceLevel',
    fields: { carrier: ['Carrier by id'], owner: [], ...pagesOf('ServiceLevel', 'customers', 'sources') },
  },
  {
    type: 'ShippingTerm',
    from: list('shippingTerms'),
    fields: {
      ...pagesOf('ShippingTerm', 'customers', 'freeShippingServiceLevels', 'sources'),
      flatRate: [],
      minimumOrderValue: [],
      owner: [],
    },
  },
  {
    type: 'ShippingTermFacet',
    from: 'CustomerFacets.shippingTerms',
    fields: { value: ['ShippingTerm by id'] },
  },
  {
    type: 'Shopper',
    from: 'Customer.shopper',
    fields: {
      ...pagesOf('Shopper', 'orders', 'orderSubscriptions', 'paymentSources', 'returns', 'skuLists'),
      ...pagesOf('Shopper', 'subscriptions'),
      hasPassword: ['Shopper.hasPassword count'],
      lastOrderAt: ['Shopper.lastOrderAt page'],
    },
  },
  { type: 'SkuList', from: 'Shopper.skuLists', fields: { customer: [], ...pagesOf('SkuList', 'sources') } },
  { type: 'Tag', from: list('tags'), fields: pagesOf('Tag', 'customers') },
  { type: 'Unit', from: list('units'), fields: { owner: [], ...pagesOf('Unit', 'sources') } },
  {
    type: 'Viewer',
    from: { query: 'viewer { # }', statements: [], most: 1 },
    // Requests have no account user here; with one, a statement reads it.
    fields: { account: ['Account by id'], accountUser: [] },
  },
];

/** The whole query with the parents in it, and the statements that read them. */
export function placeOf({ from }: Reach): Root {
  if (typeof from !== 'string') return from;
  const [type, field = ''] = from.split('.');
  const above = table.find((row) => row.type === type && field in row.fields);
  if (above === undefined) throw new Error(`The table has no ${from}.`);
  const { query, statements, ...rest } = placeOf(above);
  const step = listed.has(from) ? `${field} { nodes { # } }` : `${callOf(field)} { # }`;
  return {
    query: query.replace('#', step),
    statements: [...statements, ...(above.fields[field] ?? [])],
    ...rest,
  };
}

/** The lists on the path to others. */
const listed = new Set([
  'Customer.attachments',
  'Customer.events',
  'ImportRun.rejects',
  'ImportRun.warnings',
  'Shopper.orders',
  'Shopper.orderSubscriptions',
  'Shopper.paymentSources',
  'Shopper.returns',
  'Shopper.skuLists',
  'Shopper.subscriptions',
]);

/** A field with its required arguments. */
export const callOf = (field: string): string => (field === 'convert' ? 'convert(to: "$unit")' : field);
