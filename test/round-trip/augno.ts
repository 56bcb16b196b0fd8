import fc from 'fast-check';
import { country, decimal, email, instant, orNull, text, url } from './values.ts';

const times = { created_at: '2024-01-02T03:04:05.000Z', updated_at: '2024-05-06T07:08:09.000Z' };
const list = (data: readonly object[]) => ({
  ...{ object: 'list', data },
  page_info: { next_page_url: null, previous_page_url: null, has_next_page: false, has_prev_page: false },
});

const levelOf = (carrier: number) => ({
  ...{ id: `crop_${carrier}`, object: 'service_level', name: `Level ${carrier}`, owner: null },
  ...{
    service_level_token: `token_${carrier}`,
    customer_portal_visibility: 'hidden',
    is_default: false,
    ...times,
  },
});

const carrierOf = (at: number) => ({
  ...{ id: `cr_${at}`, object: 'carrier', name: `Van ${at}`, code: null, account_number: 'V-1', owner: null },
  ...{ customer_portal_visibility: 'visible', deleted_at: null, service_levels: null, ...times },
});

const unit = {
  ...{
    id: 'un_1',
    object: 'unit',
    name: 'Crate',
    abbreviation: 'crt',
    type: 'quantity',
    is_base_unit: false,
  },
  ...{ ratio_numerator: '12', ratio_denominator: '1', offset_numerator: '0', offset_denominator: '1' },
  ...{ owner: null, ...times },
};

const paymentTerm = {
  ...{ id: 'pytm_1', object: 'payment_term', name: 'Net 17', status: 'active', owner: null, ...times },
};

const shippingTerm = {
  ...{
    id: 'shtm_1',
    object: 'shipping_term',
    name: 'Their truck',
    type: 'carrier_rate_freight',
    owner: null,
  },
  ...{ flat_rate: null, minimum_order_value: null, free_shipping_service_levels: null, ...times },
};

const salesRep = {
  ...{
    id: 'acus_1',
    object: 'account_user',
    status: 'active',
    role: null,
    department: null,
    last_used_at: null,
  },
  user: {
    ...{ id: 'us_1', object: 'user', email: 'ivy@vendor.example', name: 'Ivy Park', username: 'ivy' },
    ...{ email_verified_at: null, image_url: 'https://vendor.example/ivy.png', ...times },
  },
  ...times,
};

const groupOf = (id: string, type: string) => ({
  ...{ id, object: 'account_group', type, name: `Group ${id}`, description: null },
  ...{ commission_policy: 'commission_exempt', freight_policy: 'free_freight', ...times },
});

const priorityOf = (code: string) => ({ object: 'priority', code });

const addressOf = (id: string) =>
  fc.record({
    ...{ id: fc.constant(id), object: fc.constant('address'), name: text(), phone: orNull(text(20)) },
    ...{ email: orNull(email), type: fc.constantFrom('standard', 'drop_ship') },
    geolocation: fc.record({
      ...{ object: fc.constant('geolocation'), street_line_1: orNull(text()), street_line_2: orNull(text()) },
      ...{ locality: orNull(text()), state: orNull(text()), postal_code: orNull(text(10)), country },
    }),
  });

const billing = fc.oneof(
  fc.constantFrom(
    { billing_type: null, billing_account: null },
    { billing_type: 'sender', billing_account: null },
  ),
  text().map((account) => ({ billing_type: 'third_party', billing_account: account })),
);

const freight = fc
  .tuple(fc.constantFrom('free_freight', 'billed_freight'), orNull(fc.nat(1)), fc.boolean(), billing)
  .map(([status, at, hasLevel, account]) => ({
    ...{ object: 'customer_freight_preferences', status, carrier: at === null ? null : carrierOf(at) },
    ...{ service_level: at === null || !hasLevel ? null : levelOf(at), ...account },
  }));

const ownFields = fc.record({
  name: text(),
  status: fc.constantFrom('normal', 'preferred', 'hold_shipment', 'hold_all'),
  edi_status: fc.constantFrom('enabled', 'disabled'),
  commission_policy: fc.constantFrom('commission_applied', 'commission_exempt'),
  note: orNull(text(200)),
  created_at: instant,
});

const parts = (at: number) =>
  fc.record({
    credit_limit: orNull(decimal.map((value) => ({ object: 'quantity', value, unit }))),
    contact_info: fc.record({
      ...{ object: fc.constant('customer_contact_info'), email: orNull(email) },
      ...{ phone: orNull(text(20)), url: orNull(url) },
    }),
    freight_preferences: freight,
    defaults: fc.record({
      object: fc.constant('customer_defaults'),
      ...{
        payment_term: fc.constantFrom(null, paymentTerm),
        shipping_term: fc.constantFrom(null, shippingTerm),
      },
      priority: orNull(fc.constantFrom('low', 'normal', 'high').map(priorityOf)),
      sales_rep: fc.constantFrom(null, salesRep),
    }),
    notification_preferences: fc.record({
      ...{ object: fc.constant('customer_notification_preferences'), accepts_invoice_emails: fc.boolean() },
    }),
    addresses: fc
      .tuple(orNull(addressOf(`ad_${at}`)), orNull(addressOf(`ad_${at}_ship`)), fc.boolean())
      .map(([bill, ship, isOne]) => ({ bill_to_address: bill, ship_to_address: isOne ? bill : ship })),
    type: fc.constantFrom(null, groupOf('acgp_1', 'type_group'), groupOf('acgp_2', 'type_group')),
    price_groups: fc
      .subarray(['acgp_3', 'acgp_4'])
      .map((ids) => list(ids.map((id) => groupOf(id, 'pricing_group')))),
  });

const unknown = {
  ...{ credit_limit: null, contact_info: null, freight_preferences: null, defaults: null },
  ...{ notification_preferences: null, bill_to_address: null, ship_to_address: null, type: null },
  ...{ price_groups: null, parent_account: null, child_accounts: null },
};

const customerOf = (at: number) =>
  fc.tuple(ownFields, parts(at), orNull(fc.nat(7))).map(([fields, { addresses, ...others }, parent]) => ({
    own: { id: `ac_${at}`, object: 'customer', number: `C-${at}`, ...fields, updated_at: times.updated_at },
    parts: { ...others, ...addresses },
    parent,
  }));

/** Customers of the sales system, of which some are children of others. */
export const salesDocuments = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.tuple(...Array.from({ length: count }, (_, at) => customerOf(at))).map((given) => {
    const isChild = (at: number) => at % 2 === 1 && given[at]?.parent != null;
    const parentOf = (at: number) => {
      const parent = given[at]?.parent ?? 0;
      return isChild(at) && parent < count && parent % 2 === 0 ? parent : null;
    };
    const childrenOf = (at: number) => [...given.keys()].filter((each) => parentOf(each) === at);
    const own = (at: number) => ({
      ...given[at]?.own,
      relationship_type:
        parentOf(at) !== null ? 'child' : childrenOf(at).length > 0 ? 'parent' : 'standalone',
    });
    const relative = (at: number) => ({ ...own(at), ...unknown });
    return given.map((each, at) => {
      const [parent, children] = [parentOf(at), childrenOf(at)];
      return {
        ...{ ...own(at), ...each.parts, parent_account: parent === null ? null : relative(parent) },
        child_accounts: children.length === 0 ? null : list(children.map(relative)),
      };
    });
  }),
);
