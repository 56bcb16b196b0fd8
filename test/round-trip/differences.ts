interface Difference {
  readonly system: string;
  /** The type of the object in the system; `*` for all. */
  readonly object: string;
  readonly fields: readonly string[];
  readonly reason: string;
}

const times = 'The time in the gateway: a document does not change it.';
const alwaysNull = 'Null, as in the responses that have the customer.';
const lines = 'The gateway has no such field.';

/** The fields of a document that its import keeps, or leaves out, and its export has with another value or not at all. */
export const exportDifferences: readonly Difference[] = [
  ...['address', 'priority', 'user'].map((object) => ({
    ...{ system: 'AUGNO', object, fields: ['created_at', 'updated_at'], reason: times },
  })),
  {
    system: 'AUGNO',
    object: 'quantity',
    fields: ['id', 'display_value'],
    reason: 'Computed from the amount.',
  },
  { system: 'AUGNO', object: 'geolocation', fields: ['id'], reason: 'The id in the gateway.' },
  {
    system: 'AUGNO',
    object: 'user',
    fields: ['id'],
    reason: 'The id in the gateway: the record is the account user’s.',
  },
  {
    system: 'AUGNO',
    object: 'priority',
    fields: ['id', 'name'],
    reason: 'Priorities are the same in all accounts.',
  },
  { system: 'AUGNO', object: '*', fields: ['owner'], reason: alwaysNull },
  { system: 'AUGNO', object: 'carrier', fields: ['service_levels'], reason: alwaysNull },
  {
    ...{ system: 'AUGNO', object: 'shipping_term', reason: alwaysNull },
    fields: ['flat_rate', 'minimum_order_value', 'free_shipping_service_levels'],
  },
  {
    ...{ system: 'AUGNO', object: 'account_user', fields: ['role', 'department'], reason: alwaysNull },
  },
  {
    ...{
      system: 'AUGNO',
      object: 'account_user',
      fields: ['last_used_at'],
      reason: 'The last use of the gateway.',
    },
  },
  {
    ...{ system: 'AUGNO', object: 'user', fields: ['email_verified_at'] },
    reason: 'The gateway verifies addresses itself.',
  },
  {
    ...{ system: 'AUGNO', object: 'customer_defaults', fields: ['lead_time_days', 'receive_calendar_id'] },
    reason: lines,
  },
  { system: 'AUGNO', object: 'address', fields: ['receive_calendar_id'], reason: lines },
  { system: 'AUGNO', object: 'service_level', fields: ['default_transit_days'], reason: lines },
  ...['customer_addresses', 'tags'].map((object) => ({
    ...{ system: 'COMMERCE_LAYER', object, fields: ['created_at', 'updated_at'], reason: times },
  })),
  {
    ...{ system: 'COMMERCE_LAYER', object: 'tags', fields: ['id', 'links'] },
    reason: 'The id in the gateway, where a tag is a text.',
  },
  {
    ...{ system: 'COMMERCE_LAYER', object: 'customer_addresses', fields: ['id', 'links'] },
    reason: 'That of the address.',
  },
  {
    ...{ system: 'COMMERCE_LAYER', object: 'customers', fields: ['has_password'] },
    reason: 'Whether the customer has a password at the gateway.',
  },
  {
    ...{ system: 'COMMERCE_LAYER', object: 'orders' },
    fields: ['total_amount_with_taxes_float', 'formatted_total_amount_with_taxes'],
    reason: 'Computed from the amount in cents.',
  },
];
