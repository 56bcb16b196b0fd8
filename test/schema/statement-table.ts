/** How a query reaches many objects of a type, and the statements that each of its fields costs from there. */
export interface Reach {
  readonly type: string;
  /** Where the objects are: at a root, or at a field of another row of the table. */
  readonly from: Root | `${string}.${string}`;
  /** Every field that leads to objects, and every other that costs anything, with the statements that it adds. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export interface Root {
  /** `$n` stands for the number of parents, `#` for what is selected of each. */
  readonly query: string;
  readonly statements: readonly string[];
  /** How many parents there are at most; as many as asked for when absent. */
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

export const table: readonly Reach[] = [
  {
    type: 'AccountGroup',
    from: list('accountGroups', ', type: TYPE_GROUP'),
    fields: { customers: ['AccountGroup.customers(type) page'] },
  },
  {
    type: 'AccountGroup',
    from: list('accountGroups', ', type: PRICING_GROUP'),
    fields: { customers: ['AccountGroup.customers(price) page'] },
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
    },
  },
  { type: 'AccountUserFacet', from: 'CustomerFacets.salesReps', fields: { value: ['AccountUser by id'] } },
  { type: 'Address', from: 'Customer.shipToAddress', fields: { geolocation: ['Geolocation by id'] } },
  {
    type: 'Carrier',
    from: list('carriers'),
    fields: { owner: [], serviceLevels: ['Carrier.serviceLevels page'] },
  },
  { type: 'CarrierFacet', from: 'CustomerFacets.carriers', fields: { value: ['Carrier by id'] } },
  { type: 'ConvertedQuantity', from: 'Quantity.convert', fields: { unit: [], displayValue: [] } },
  {
    type: 'Customer',
    from: customersThatAre('CHILD'),
    fields: {
      ...pagesOf('Customer', 'addresses', 'attachments', 'events', 'priceGroups', 'sources', 'tags'),
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
  { type: 'Customer', from: customersThatAre('PARENT'), fields: pagesOf('Customer', 'childAccounts') },
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
  { type: 'CustomerEvent', from: 'Customer.events', fields: { actor: [], changes: [] } },
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
      ['carriers', 'priceGroups', 'salesReps', 'states', 'statuses', 'types'].map((dimension) => [
        dimension,
        [`Customer.childAccounts facets ${dimension}`],
      ]),
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
  { type: 'Order', from: 'Shopper.orders', fields: { total: [] } },
  { type: 'Owner', from: 'Carrier.owner', fields: { account: ['Account by id'] } },
  { type: 'PaymentTerm', from: list('paymentTerms'), fields: { owner: [] } },
  {
    type: 'Priority',
    from: { query: 'priorities { # }', statements: ['Query.priorities page'], most: 1 },
    fields: { owner: [] },
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
  { type: 'Role', from: 'AccountUser.role', fields: { owner: [] } },
  {
    type: 'ServiceLevel',
    from: 'CustomerFreightPreferences.serviceLevel',
    fields: { carrier: ['Carrier by id'], owner: [] },
  },
  {
    type: 'ShippingTerm',
    from: list('shippingTerms'),
    fields: {
      ...pagesOf('ShippingTerm', 'freeShippingServiceLevels'),
      flatRate: [],
      minimumOrderValue: [],
      owner: [],
    },
  },
  {
    type: 'Shopper',
    from: 'Customer.shopper',
    fields: {
      ...pagesOf('Shopper', 'orders', 'orderSubscriptions', 'paymentSources', 'returns', 'skuLists'),
      ...pagesOf('Shopper', 'subscriptions'),
      hasPassword: ['Shopper.hasPassword count'],
    },
  },
  { type: 'Unit', from: list('units'), fields: { owner: [] } },
  {
    type: 'Viewer',
    from: { query: 'viewer { # }', statements: [], most: 1 },
    // Nobody is signed in here; where somebody is, one statement reads them.
    fields: { account: ['Account by id'], accountUser: [] },
  },
];

/** The whole query with the parents in it, and the statements that reading them takes. */
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

/** The lists on the way to others. */
const listed = new Set(['Customer.events', 'Shopper.orders']);

/** A field with the arguments that it must have. */
export const callOf = (field: string): string => (field === 'convert' ? 'convert(to: "$unit")' : field);
