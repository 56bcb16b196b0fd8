/** Documents of the sales system, made from its field tables. */
const times = { created_at: '2024-01-02T03:04:05Z', updated_at: '2024-05-06T07:08:09Z' };

export const group = (id: string, type: string) => ({
  ...{ id, object: 'account_group', type, name: `Group ${id}`, description: null },
  ...{ commission_policy: 'commission_exempt', freight_policy: 'free_freight', ...times },
});

const unit = {
  ...{ id: 'un_1', object: 'unit', name: 'Pound', abbreviation: 'lb', type: 'mass', owner: null },
  ...{ ratio_numerator: '45359237', ratio_denominator: '100000000', is_base_unit: false },
  ...{ offset_numerator: '0', offset_denominator: '1', ...times },
};

const currency = { ...unit, id: 'un_2', name: 'Loyalty point', abbreviation: 'PTS', type: 'currency' };

export const level = (id: string) => ({
  ...{ id, object: 'service_level', name: `Level ${id}`, service_level_token: `token_${id}`, owner: null },
  ...{ customer_portal_visibility: 'hidden', is_default: true, default_transit_days: 2, ...times },
});

export const carrier = {
  ...{ id: 'cr_1', object: 'carrier', name: 'Own van', code: null, account_number: 'V-1', owner: null },
  ...{ customer_portal_visibility: 'visible', deleted_at: null, ...times },
  service_levels: { object: 'list', data: [level('crop_2')] },
};

const department = {
  id: 'dp_1',
  object: 'department',
  name: 'Inside sales',
  notes: 'Second floor',
  ...times,
};
const role = {
  ...{ id: 'rl_1', object: 'role', name: 'Seller', type: 'sales_rep', owner: null, ...times },
  permissions: ['customers:read'],
};

export const rep = {
  ...{
    id: 'acus_1',
    object: 'account_user',
    status: 'active',
    role,
    department,
    last_used_at: null,
    ...times,
  },
  user: {
    ...{ id: 'us_1', object: 'user', email: 'ivy@vendor.example', name: 'Ivy Park', username: 'ivy' },
    ...{ email_verified_at: null, image_url: 'https://vendor.example/ivy.png', ...times },
  },
};

const amount = (value: string, of: object | null) => ({
  ...{ id: `qty_${value}`, object: 'quantity', value, display_value: value, unit: of },
});

export const shippingTerm = {
  ...{
    id: 'shtm_1',
    object: 'shipping_term',
    name: 'Flat',
    type: 'flat_rate_freight',
    owner: null,
    ...times,
  },
  ...{ flat_rate: amount('12.50', currency), minimum_order_value: amount('100', null) },
  free_shipping_service_levels: { object: 'list', data: [{ id: 'crop_1', object: 'service_level' }] },
};

const paymentTerm = {
  id: 'pytm_1',
  object: 'payment_term',
  name: 'Net 15',
  status: 'inactive',
  owner: null,
  ...times,
};

export const address = (id: string, type: string) => ({
  ...{ id, object: 'address', name: `Site ${id}`, phone: '555-0170', email: 'site@buyer.example', type },
  geolocation: {
    ...{ id: 'gl_1', object: 'geolocation', street_line_1: '9 Canal St', street_line_2: '' },
    ...{ locality: 'Dayton', state: 'OH', postal_code: '45402', country: 'United States' },
  },
  receive_calendar_id: null,
  ...times,
});

/** Nothing of it is expanded, as in a list without `include[]`. */
export const bare = (id: string, number: string) => ({
  ...{ id, object: 'customer', name: `Customer ${number}`, number, status: 'normal', edi_status: 'disabled' },
  ...{ relationship_type: 'child', commission_policy: 'commission_applied', note: null, credit_limit: null },
  ...{ contact_info: null, freight_preferences: null, defaults: null, notification_preferences: null },
  ...{ bill_to_address: null, ship_to_address: null, type: null, price_groups: null },
  ...{ parent_account: null, child_accounts: null, ...times },
});

export const customer = {
  ...bare('ac_1', 'C-1'),
  ...{ status: 'hold_all', edi_status: 'enabled', relationship_type: 'parent', note: ' Call  first ' },
  credit_limit: amount('5000.000000000000000000000000000001', currency),
  contact_info: {
    ...{
      object: 'customer_contact_info',
      email: 'buy@buyer.example',
      phone: '555-0171',
      url: 'buyer.example',
    },
  },
  freight_preferences: {
    ...{
      object: 'customer_freight_preferences',
      status: 'free_freight',
      carrier,
      service_level: level('crop_1'),
    },
    ...{ billing_type: 'third_party', billing_account: '9911' },
  },
  defaults: {
    ...{
      object: 'customer_defaults',
      payment_term: paymentTerm,
      shipping_term: shippingTerm,
      sales_rep: rep,
    },
    priority: { id: 'pi_1', object: 'priority', code: 'high', name: 'High', owner: null, ...times },
    ...{ lead_time_days: 4, receive_calendar_id: null },
  },
  notification_preferences: { object: 'customer_notification_preferences', accepts_invoice_emails: true },
  bill_to_address: address('ad_1', 'standard'),
  ship_to_address: address('ad_2', 'drop_ship'),
  type: group('acgp_1', 'type_group'),
  price_groups: { object: 'list', data: [group('acgp_2', 'pricing_group'), group('acgp_1', 'type_group')] },
  child_accounts: { object: 'list', data: [bare('ac_2', 'C-2')] },
};

/** The names of the older generation. */
export const older = {
  ...{ id: 'ac_9', object: 'customer', name: 'Old Mill', number: 100042, status: 'hold_shipment' },
  ...{ is_edi_enabled: true, is_parent_account: false, commission_policy: 'commission_exempt', note: '' },
  defaults: {
    object: 'customer_defaults',
    sales_rep: {
      ...{ id: 'us_7', object: 'user', email: 'sam@vendor.example', name: 'Sam Reed', username: null },
      ...{ email_verified_at: '2024-01-01T00:00:00Z', image_url: null, ...times },
    },
  },
  bill_to_address: { ...address('ad_9', 'standard'), type: undefined, is_drop_ship: true },
  created_at: '0001-01-01T00:00:00Z',
  updated_at: '2023-01-01T00:00:00Z',
};
