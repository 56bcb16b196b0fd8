import type { UserError, UserErrorCode } from './user-error.ts';

/** PostgreSQL error codes of conflicts between transactions; a retry is appropriate. */
const conflicts = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

const refusals = new Set([
  '23001', // restrict_violation
  '23503', // foreign_key_violation
  '23505', // unique_violation
  '23514', // check_violation
]);

interface DatabaseRefusal {
  readonly code: string;
  readonly constraint?: string | undefined;
}

const isRefusal = (error: unknown): error is DatabaseRefusal =>
  error instanceof Error && 'code' in error && refusals.has(String(error.code));

/**
 * Whether a retry may succeed. If a constraint rejected what the checks had accepted, another transaction
 * interfered: on the retry the checks report the problem, with a better message.
 */
export function isWorthAnotherTry(error: unknown): boolean {
  return isRefusal(error) || (error instanceof Error && 'code' in error && conflicts.has(String(error.code)));
}

type Known = readonly [code: UserErrorCode, path: string, message: string];

const taken = (path: string, what: string): Known => [
  'TAKEN',
  path,
  `Another one has this ${what}; choose another.`,
];
const notThere = (path: string, what: string): Known => [
  'NOT_FOUND',
  path,
  `There is no such ${what}, or not any more; choose another.`,
];
const inUse: Known = ['IN_USE', 'id', 'Something refers to it; take that off first.'];

/** User errors by constraint name, for races that no check can detect. */
const rules: Readonly<Record<string, Known>> = {
  customers_account_id_number_key: taken('number', 'number'),
  customers_account_id_short_id_key: taken('shortId', 'short id'),
  customers_account_id_shopper_email_key: taken('shopper.email', 'email'),
  customers_account_id_reference_reference_origin_key: taken('reference', 'reference'),
  customers_reference_without_origin: taken('reference', 'reference'),
  customers_hierarchy_depth: [
    'HIERARCHY_DEPTH',
    'parentId',
    'The hierarchy has two levels: a parent has no parent, and a child has no children.',
  ],
  customers_not_own_parent: ['HIERARCHY_CYCLE', 'parentId', 'A customer cannot be its own parent.'],
  customers_carrier_id_fkey: notThere('freightPreferences.carrierId', 'carrier'),
  customers_carrier_visible: notThere('freightPreferences.carrierId', 'carrier'),
  customers_carrier_id_service_level_id_fkey: [
    'WRONG_CARRIER',
    'freightPreferences.serviceLevelId',
    'The service level is none of the carrier’s.',
  ],
  customers_service_level_visible: notThere('freightPreferences.serviceLevelId', 'service level'),
  customers_payment_term_id_fkey: notThere('defaults.paymentTermId', 'payment term'),
  customers_payment_term_visible: notThere('defaults.paymentTermId', 'payment term'),
  customers_shipping_term_id_fkey: notThere('defaults.shippingTermId', 'shipping term'),
  customers_shipping_term_visible: notThere('defaults.shippingTermId', 'shipping term'),
  customers_account_id_sales_rep_id_fkey: notThere('defaults.salesRepId', 'account user'),
  customers_credit_limit_unit_id_fkey: notThere('creditLimit.unitId', 'unit'),
  customers_credit_limit_unit_visible: notThere('creditLimit.unitId', 'unit'),
  customers_account_id_type_id_fkey: notThere('typeId', 'group'),
  customers_type_is_type_group: ['WRONG_GROUP_TYPE', 'typeId', 'A type is a group of type TYPE_GROUP.'],
  customers_account_id_customer_group_id_fkey: notThere('customerGroupId', 'customer group'),
  customers_account_id_parent_id_fkey: notThere('parentId', 'customer'),
  customers_account_id_id_bill_to_address_id_fkey: notThere('billToAddressId', 'address'),
  customers_account_id_id_ship_to_address_id_fkey: notThere('shipToAddressId', 'address'),
  customer_sources_pkey: taken('by.source', 'record of a source'),
  customer_price_groups_account_id_group_id_fkey: notThere('priceGroupIds', 'group'),
  customer_price_groups_is_pricing_group: [
    'WRONG_GROUP_TYPE',
    'priceGroupIds',
    'Price groups are groups of type PRICING_GROUP.',
  ],
  account_groups_account_id_name_key: taken('name', 'name'),
  carriers_name: taken('name', 'name'),
  service_levels_carrier_id_account_id_service_level_token_key: taken('serviceLevelToken', 'token'),
  service_levels_one_default_a_carrier: taken('isDefault', 'place of the carrier’s default'),
  service_levels_default_stays: ['IN_USE', 'id', 'It is the carrier’s default; make another one that first.'],
  payment_terms_account_id_name_key: taken('name', 'name'),
  shipping_terms_account_id_name_key: taken('name', 'name'),
  shipping_terms_unit_visible: notThere('flatRate.unitId', 'unit'),
  shipping_term_service_levels_visible: notThere('freeShippingServiceLevelIds', 'service level'),
  units_account_id_name_key: taken('name', 'name'),
  units_account_id_abbreviation_key: taken('abbreviation', 'abbreviation'),
};

const isOfUse = (constraint: string): boolean => constraint.endsWith('_fkey');

/** A constraint violation as a user error; undefined if the error is internal. */
export function userErrorOf(error: unknown): UserError | undefined {
  if (!isRefusal(error) || error.constraint === undefined) return undefined;
  const known = rules[error.constraint];
  // PostgreSQL 18 reports the deletion of a referenced row with a code of its own.
  if (known === undefined && !(error.code === '23001' && isOfUse(error.constraint))) return undefined;
  const [code, path, message] = known ?? inUse;
  return { code, message, path: path === '' ? [] : path.split('.') };
}
