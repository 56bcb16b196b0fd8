import fc from 'fast-check';

/** Documents of the three systems, which name each other's objects in part, in full or not at all. */
export type World = Readonly<Record<'augno' | 'inventory-pro' | 'commerce-layer', readonly object[]>>;

const choices = fc.record({
  /** The fields of a customer that differ, in both versions of its document. */
  versions: fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }),
  group: fc.nat(3),
  hasParent: fc.boolean(),
  nests: fc.boolean(),
  isFull: fc.boolean(),
});

type Choice = typeof choices extends fc.Arbitrary<infer C> ? C : never;

const times = (version: number) => ({
  created_at: '2024-01-02T03:04:05Z',
  updated_at: `2024-05-0${version + 1}T07:08:09Z`,
});

/** Number 3 is in no document. */
const groupOf = (at: number, isFull: boolean, type: string) => ({
  ...{ id: `acgp_${type}_${at}`, object: 'account_group' },
  ...(isFull &&
    at < 3 && {
      ...{ type, name: `Group ${type} ${at}`, description: null },
      ...{ commission_policy: 'commission_exempt', freight_policy: 'free_freight', ...times(0) },
    }),
});

const levelOf = (at: number) => ({
  ...{ id: `crop_${at}`, object: 'service_level', name: `Level ${at}`, service_level_token: `level_${at}` },
  ...{ customer_portal_visibility: 'hidden', is_default: true, ...times(0) },
});

const carrierOf = (at: number, isFull: boolean, version: number) =>
  isFull ? wholeCarrier(at, version) : { id: `cr_${at}`, object: 'carrier' };

/** Number 2 is deleted, and number 1 comes back. */
const wholeCarrier = (at: number, version: number) => ({
  ...{ id: `cr_${at}`, object: 'carrier', name: `Carrier ${at}`, code: null, account_number: 'V-1' },
  ...{ customer_portal_visibility: 'visible', ...times(version) },
  deleted_at: at === 1 + version ? times(version).updated_at : null,
  service_levels: { object: 'list', data: [levelOf(at)] },
});

const addressOf = (id: string, value: number) => ({
  ...{ id, object: 'address', name: `Site ${id}`, phone: `555-${value}`, email: null, type: 'standard' },
  geolocation: { id: `gl_${id}`, object: 'geolocation', locality: `Town ${value}`, country: 'US' },
  ...times(0),
});

/** Two of them go out of use. */
const termOf = (at: number, version: number) => ({
  ...{ id: `pytm_${at}`, object: 'payment_term', name: `Net ${at}`, ...times(version) },
  status: at > 1 && version === 1 ? 'inactive' : 'active',
});

const none = {
  ...{ credit_limit: null, contact_info: null, freight_preferences: null, defaults: null, type: null },
  ...{ notification_preferences: null, bill_to_address: null, ship_to_address: null, price_groups: null },
  ...{ parent_account: null, child_accounts: null },
};

const isChild = ({ hasParent }: Choice, at: number): boolean => at % 2 === 1 && hasParent;

const last = ({ versions }: Choice): number => versions.length - 1;

/** A customer as other documents nest it: with its own fields only. */
const partOf = (choice: Choice, at: number, version = last(choice)) => ({
  ...{ id: `ac_${at}`, object: 'customer', name: `Augno ${at}.${choice.versions[version]}`, ...none },
  ...{ number: `N-${at}`, status: 'normal', edi_status: 'disabled', note: `Note ${version}` },
  ...{ commission_policy: 'commission_applied', ...times(version) },
  relationship_type: isChild(choice, at) ? 'child' : 'parent',
});

function salesCustomer(all: readonly Choice[], at: number, version: number): object {
  const choice = all[at];
  if (choice === undefined) return {};
  const { group, isFull, nests, versions } = choice;
  const value = versions[version] ?? 0;
  const own = isChild(choice, at) ? all[at - 1] : undefined;
  const child = all[at + 1];
  const hasChild = at % 2 === 0 && child !== undefined && isChild(child, at + 1);
  return {
    ...partOf(choice, at, version),
    contact_info: {
      object: 'customer_contact_info',
      email: `a${at}@x.example`,
      phone: `555-${value}`,
      url: null,
    },
    freight_preferences: {
      ...{ object: 'customer_freight_preferences', status: 'free_freight', billing_type: 'sender' },
      ...{
        carrier: carrierOf(group, isFull, version),
        service_level: { id: `crop_${group}`, object: 'service_level' },
      },
      billing_account: null,
    },
    defaults: {
      object: 'customer_defaults',
      payment_term: termOf(value, version),
      ...{ shipping_term: null, sales_rep: null, priority: null },
    },
    bill_to_address: addressOf(`ad_${at}`, value),
    type: groupOf(group, isFull, 'type_group'),
    price_groups: {
      object: 'list',
      data: [group, value].map((each) => groupOf(each, isFull, 'pricing_group')),
    },
    parent_account:
      own === undefined ? null : nests ? partOf(own, at - 1) : { id: `ac_${at - 1}`, object: 'customer' },
    child_accounts: nests && hasChild ? { object: 'list', data: [partOf(child, at + 1)] } : null,
  };
}

function warehouseCustomer({ group }: Choice, at: number, version: number, value: number): object {
  return {
    ...{ shortID: `S${at}`, name: `Warehouse ${at}`, address1: `${value} Quay`, address2: '' },
    ...{ city: group > 1 ? 'Cork' : '', state: '', zip: '', country: 'IE', phone: `556-${value}`, fax: '' },
    ...{ email: `w${value}@x.example`, contact: `Kim ${value}`, active: value > 0 },
    ...{ created: '2024-01-01T00:00:00Z', modified: `2024-02-0${version + 1}T00:00:00Z` },
  };
}

const resource = (
  type: string,
  id: string,
  version: number,
  attributes: object,
  relationships: object = {},
) => ({
  ...{ type, id, attributes: { ...attributes, ...times(version) }, relationships },
});
const to = (type: string, id: string) => ({ data: { type, id } });

function shopDocuments({ group, isFull, nests, versions }: Choice, at: number): readonly object[] {
  const owner = { customer: to('customers', `c${at}`) };
  const groups = resource('customer_groups', `g${group}`, 0, { name: `Partners ${group}` });
  const address = [
    resource('customer_addresses', `ca${at}`, 0, {}, { ...owner, address: to('addresses', `a${at}`) }),
    resource('addresses', `a${at}`, 0, { company: `Shop ${at}`, city: 'Cork', country_code: 'IE' }),
  ];
  const tags = versions.map((value) => resource('tags', `t${value}`, 0, { name: `tag${value}` }));
  const customers = versions.map((value, version) => ({
    data: resource(
      ...(['customers', `c${at}`, version] as const),
      { email: `c${at}@shop.example`, status: 'repeat', total_orders_count: value, metadata: { value, at } },
      {
        customer_group: to('customer_groups', `g${group}`),
        tags: { data: [{ type: 'tags', id: `t${value}` }] },
      },
    ),
    included: [...tags, ...(isFull ? [groups] : []), ...(nests ? address : [])],
  }));
  const order = resource(
    ...(['orders', `o${at}`, 0] as const),
    { number: at, status: 'placed', currency_code: 'EUR', total_amount_with_taxes_cents: 1234 },
    owner,
  );
  const returned = resource(
    'returns',
    `r${at}`,
    0,
    { number: `R${at}` },
    { ...owner, order: to('orders', `o${at}`) },
  );
  const lost = resource('orders', `lost${at}`, 0, { number: 90 + at }, { customer: to('customers', 'none') });
  return [
    ...customers,
    { data: order },
    { data: returned },
    ...(nests ? [] : [{ data: [address[0]], included: [address[1]] }]),
    ...(group === 2 ? [{ data: lost }] : []),
  ];
}

const customers = fc.array(choices, { minLength: 1, maxLength: 4 });

export const worlds: fc.Arbitrary<World> = fc
  .record({ augno: customers, warehouse: customers, shop: customers })
  .map(({ augno, warehouse, shop }) => ({
    augno: augno.flatMap(({ versions }, at) =>
      versions.map((_, version) => salesCustomer(augno, at, version)),
    ),
    'inventory-pro': warehouse.flatMap((choice, at) =>
      choice.versions.map((value, version) => warehouseCustomer(choice, at, version, value)),
    ),
    'commerce-layer': shop.flatMap(shopDocuments),
  }));
