import { fieldMap } from '../../src/importers/field-map.ts';

type Document = Readonly<Record<string, unknown>>;

const times = { created_at: '2024-01-02T03:04:05Z', updated_at: '2024-05-06T07:08:09Z' };
const salesAddress = (id: string) => ({
  ...{
    id,
    object: 'address',
    name: 'Dock',
    phone: '555-0170',
    email: 'dock@buyer.example',
    type: 'standard',
  },
  geolocation: {
    ...{ street_line_1: '9 Canal St', street_line_2: 'Gate 2', locality: 'Dayton', state: 'OH' },
    ...{ postal_code: '45402', country: 'US' },
  },
});

/** Objects of the sales system that refer to each other, by their types. Each can be imported alone. */
const sales: Readonly<Record<string, Document>> = {
  unit: {
    ...{ id: 'un_1', name: 'Token', abbreviation: 'tok', type: 'currency', ratio_numerator: '1' },
    ...{ ratio_denominator: '1', offset_numerator: '0', offset_denominator: '1' },
  },
  account_group: {
    ...{ id: 'acgp_1', name: 'Retail', type: 'pricing_group', description: 'Shops' },
    ...{ commission_policy: 'commission_exempt', freight_policy: 'free_freight' },
  },
  carrier: {
    ...{ id: 'cr_1', name: 'Van', code: null, account_number: 'V-1', customer_portal_visibility: 'visible' },
    ...{ service_levels: [], deleted_at: null },
  },
  service_level: {
    ...{ id: 'crop_1', name: 'Noon', service_level_token: 'noon', customer_portal_visibility: 'hidden' },
    ...{ is_default: false, carrier: { id: 'cr_1' } },
  },
  payment_term: { id: 'pytm_1', name: 'Net 17', status: 'active' },
  shipping_term: {
    ...{ id: 'shtm_1', name: 'Truck', type: 'flat_rate_freight' },
    ...{ flat_rate: { value: '12', unit: { id: 'un_1' } } },
    ...{ minimum_order_value: { value: '9', unit: { id: 'un_1' } }, free_shipping_service_levels: [] },
  },
  role: { id: 'rl_1', name: 'Seller', type: 'sales_rep', permissions: ['customers:read'] },
  department: { id: 'dp_1', name: 'Inside sales', notes: 'Second floor' },
  account_user: {
    ...{ id: 'acus_1', status: 'active', role: { id: 'rl_1' }, department: { id: 'dp_1' } },
    user: {
      ...{ email: 'ivy@vendor.example', name: 'Ivy', username: 'ivy' },
      image_url: 'https://vendor.example/ivy.png',
    },
  },
  customer: {
    ...{ id: 'ac_1', name: 'Acme', number: 'C-1', status: 'normal', edi_status: 'enabled', note: 'Call' },
    ...{ commission_policy: 'commission_applied', relationship_type: 'standalone' },
    credit_limit: { value: '5000', unit: { id: 'un_1' } },
    contact_info: { email: 'buy@buyer.example', phone: '555-0171', url: 'https://buyer.example' },
    freight_preferences: {
      ...{ status: 'free_freight', carrier: { id: 'cr_1' }, service_level: { id: 'crop_1' } },
      ...{ billing_type: 'third_party', billing_account: '9911' },
    },
    defaults: {
      ...{ payment_term: { id: 'pytm_1' }, shipping_term: { id: 'shtm_1' }, sales_rep: { id: 'acus_1' } },
      priority: { code: 'high' },
    },
    notification_preferences: { accepts_invoice_emails: true },
    ...{ bill_to_address: salesAddress('ad_1'), ship_to_address: salesAddress('ad_2') },
    ...{ type: null, price_groups: [{ id: 'acgp_1' }], parent_account: null, child_accounts: [] },
  },
  address: { ...salesAddress('ad_3'), customer: { id: 'ac_1' } },
};

const warehouse: Document = {
  ...{ shortID: 'W-1', name: 'Acme', address1: '1 Elm St', address2: 'Dock', city: 'Dayton', state: 'OH' },
  ...{ zip: '45402', country: 'US', phone: '1', fax: '2', email: 'a@buyer.example', contact: 'Ann' },
  ...{ active: true, created: '2024-01-01T00:00:00', modified: '2024-01-02T00:00:00' },
};

const one = (type: string, id: string) => ({ data: { type, id } });
const owner = { customer: one('customers', 'cu_1') };

const shop: Readonly<Record<string, { readonly attributes: Document; readonly relationships?: Document }>> = {
  customer_groups: { attributes: { name: 'Club', code: 'club' } },
  customers: {
    attributes: {
      ...{ email: 'ann@shop.example', status: 'acquired', shopper_reference: 's', total_orders_count: 2 },
      ...{ reference: 'r', reference_origin: 'erp', metadata: { a: 1 } },
    },
    relationships: { customer_group: one('customer_groups', 'customer_groups_1'), tags: { data: [] } },
  },
  addresses: {
    attributes: {
      ...{ company: 'Acme', full_name: 'Ann', line_1: '1 Elm St', line_2: 'Gate', city: 'Dayton' },
      ...{ state_code: 'OH', zip_code: '45402', country_code: 'US', phone: '1', email: 'a@shop.example' },
    },
  },
  orders: {
    attributes: {
      ...{ number: '7', status: 'placed', payment_status: 'paid', fulfillment_status: 'unfulfilled' },
      ...{ total_amount_with_taxes_cents: 5, currency_code: 'USD', placed_at: '2024-01-01T00:00:00Z' },
      customer_email: 'ann@shop.example',
    },
    relationships: owner,
  },
  order_subscriptions: {
    attributes: {
      ...{ number: '8', status: 'active', frequency: 'monthly', starts_at: '2024-01-01T00:00:00Z' },
      ...{ expires_at: '2034-01-01T00:00:00Z', next_run_at: '2033-01-01T00:00:00Z' },
      customer_email: 'ann@shop.example',
    },
    relationships: owner,
  },
  returns: {
    attributes: { number: '9', status: 'received', customer_email: 'ann@shop.example' },
    relationships: { ...owner, order: one('orders', 'orders_1') },
  },
  sku_lists: { attributes: { name: 'List', slug: 'list', description: 'Wishes' }, relationships: owner },
  customer_payment_sources: {
    attributes: { name: 'Card' },
    relationships: { ...owner, payment_source: one('stripe_payments', 'p1') },
  },
  customer_subscriptions: {
    attributes: { customer_email: 'ann@shop.example', reference: 'news' },
    relationships: owner,
  },
  attachments: {
    attributes: { name: 'File', description: 'Photo', url: 'https://files.example/a' },
    relationships: { attachable: one('customers', 'cu_1') },
  },
};

const idOf = (type: string) => (type === 'customers' ? 'cu_1' : `${type}_1`);

/** An address alone does not name its customer. */
function shopDocument(type: string, resource: Document): Document {
  if (type !== 'addresses') return { data: resource };
  const relationships = { ...owner, address: one('addresses', String(resource.id)) };
  const join = { type: 'customer_addresses', id: `of_${resource.id}`, attributes: {}, relationships };
  return { data: join, included: [resource] };
}

function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const before = (value ?? {}) as Document;
  return { ...before, [name]: replaced(before[name], rest, other) };
}

const unique = new Set([
  ...['id', 'shortID', 'name', 'number', 'abbreviation', 'username', 'service_level_token', 'code'],
  ...['email', 'reference', 'slug'],
]);

/** Another object with the same values, apart from keys. References and choices are objects and constants. */
function another(value: unknown, at: number, isReference = false): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const isKey = unique.has(name) && typeof each === 'string' && !isReference && each !== 'high';
      const own = isKey ? (name === 'email' ? `${at}${each}` : `${each}-${at}`) : each;
      return [name, isKey ? own : another(each, at, name === 'data' || isOnlyId(each) || names.length === 1)];
    }),
  );
}

const isOnlyId = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'id';

export interface Sample {
  readonly type: string;
  /** The document of the object. */
  document(object: Document): Document;
  readonly object: Document;
}

export const samples: Readonly<Record<string, readonly Sample[]>> = {
  AUGNO: Object.entries(sales).map(([type, object]) => ({
    ...{ type, object: { object: type, ...object, ...times }, document: (each) => each },
  })),
  INVENTORY_PRO: [{ type: 'customer', object: warehouse, document: (each) => each }],
  COMMERCE_LAYER: Object.entries(shop).map(([type, { attributes, relationships = {} }]) => ({
    ...{ type, document: (each) => shopDocument(type, each) },
    object: {
      ...{ type, id: idOf(type), meta: { mode: 'live' }, attributes: { ...attributes, ...times } },
      relationships,
    },
  })),
};

export interface Variant {
  readonly type: string;
  /** The path that has the value. */
  readonly path: string;
  readonly document: Document;
}

/** A document for each field of a system that imports read, with this value in the field. */
export function variantsWith(system: string, value: unknown): readonly Variant[] {
  return (samples[system] ?? []).flatMap(({ type, object, document }) => {
    const rows = fieldMap.filter((row) => row.system === system && row.type === type && row.to !== null);
    const paths = [...new Set(rows.map(({ from }) => from))];
    return paths.map((path, at) => {
      const changed = replaced(another(object, at + 1), path.split('.'), value);
      return { type, path, document: document(changed as Document) };
    });
  });
}
