import type { NodeType } from '../../db/model/id.ts';
import { listedText, nounOf } from '../identifier/listed.ts';
import type { UserError, UserErrorCode } from './user-error.ts';

const conflicts = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

const violationCodes = new Set([
  '23001', // restrict_violation
  '23503', // foreign_key_violation
  '23505', // unique_violation
  '23514', // check_violation
]);

interface ConstraintViolation {
  readonly code: string;
  readonly constraint?: string | undefined;
}

const isConstraintViolation = (error: unknown): error is ConstraintViolation =>
  error instanceof Error && 'code' in error && violationCodes.has(String(error.code));

/** A constraint that failed after the checks shows a race: on the retry, the checks report it better. */
export function isRetryable(error: unknown): boolean {
  return (
    isConstraintViolation(error) ||
    (error instanceof Error && 'code' in error && conflicts.has(String(error.code)))
  );
}

type ErrorRule = readonly [code: UserErrorCode, path: string, message: string];

const taken = (path: string, what: string): ErrorRule => [
  'TAKEN',
  path,
  `Another object has this ${what}; choose another.`,
];
const notThere = (path: string, type: NodeType): ErrorRule => [
  'NOT_FOUND',
  path,
  `The ${nounOf(type)} does not exist or was deleted; ${listedText(type)}.`,
];
const inUse: ErrorRule = [
  'IN_USE',
  'id',
  'It cannot be deleted while other objects refer to it; change those first.',
];

const rules: Readonly<Record<string, ErrorRule>> = {
  customers_account_id_number_key: taken('number', 'number'),
  customers_account_id_short_id_key: taken('shortId', 'short id'),
  customers_account_id_shopper_email_key: taken('shopper.email', 'email'),
  customers_account_id_reference_reference_origin_key: taken('reference', 'reference'),
  customers_reference_without_origin: taken('reference', 'reference'),
  customers_hierarchy_depth: [
    'HIERARCHY_DEPTH',
    'parent',
    'The hierarchy has two levels: a parent cannot have a parent, and a child cannot have children.',
  ],
  customers_not_own_parent: [
    'HIERARCHY_CYCLE',
    'parent',
    'A customer cannot be its own parent; choose another customer.',
  ],
  customers_carrier_id_fkey: notThere('freightPreferences.carrier', 'Carrier'),
  customers_carrier_visible: notThere('freightPreferences.carrier', 'Carrier'),
  customers_carrier_id_service_level_id_fkey: [
    'WRONG_CARRIER',
    'freightPreferences.serviceLevel',
    'The service level belongs to another carrier; choose one of the default carrier’s.',
  ],
  customers_service_level_visible: notThere('freightPreferences.serviceLevel', 'ServiceLevel'),
  customers_payment_term_id_fkey: notThere('defaults.paymentTerm', 'PaymentTerm'),
  customers_payment_term_visible: notThere('defaults.paymentTerm', 'PaymentTerm'),
  customers_shipping_term_id_fkey: notThere('defaults.shippingTerm', 'ShippingTerm'),
  customers_shipping_term_visible: notThere('defaults.shippingTerm', 'ShippingTerm'),
  customers_account_id_sales_rep_id_fkey: notThere('defaults.salesRep', 'AccountUser'),
  customers_credit_limit_unit_id_fkey: notThere('creditLimit.unit', 'Unit'),
  customers_credit_limit_unit_visible: notThere('creditLimit.unit', 'Unit'),
  customers_account_id_type_id_fkey: notThere('type', 'AccountGroup'),
  customers_type_is_type_group: [
    'WRONG_GROUP_TYPE',
    'type',
    'The group is a PRICING_GROUP; choose a group of type TYPE_GROUP.',
  ],
  customers_account_id_customer_group_id_fkey: notThere('customerGroup', 'CustomerGroup'),
  customers_account_id_parent_id_fkey: notThere('parent', 'Customer'),
  customers_account_id_id_bill_to_address_id_fkey: notThere('billToAddressId', 'Address'),
  customers_account_id_id_ship_to_address_id_fkey: notThere('shipToAddressId', 'Address'),
  customer_sources_pkey: taken('by.source', 'source record'),
  customer_price_groups_account_id_group_id_fkey: notThere('priceGroups', 'AccountGroup'),
  customer_price_groups_is_pricing_group: [
    'WRONG_GROUP_TYPE',
    'priceGroups',
    'A group is a TYPE_GROUP; choose groups of type PRICING_GROUP.',
  ],
  users_account_id_email_key: taken('email', 'email'),
  users_account_id_username_key: taken('username', 'username'),
  account_users_role_id_fkey: notThere('roleId', 'Role'),
  account_users_role_visible: notThere('roleId', 'Role'),
  account_users_account_id_department_id_fkey: notThere('departmentId', 'Department'),
  roles_account_id_name_key: taken('name', 'name'),
  departments_account_id_name_key: taken('name', 'name'),
  account_groups_account_id_name_key: taken('name', 'name'),
  carriers_name: taken('name', 'name'),
  service_levels_carrier_id_account_id_service_level_token_key: taken('serviceLevelToken', 'token'),
  service_levels_one_default_a_carrier: taken('isDefault', 'role of the carrier’s default'),
  service_levels_default_stays: [
    'IN_USE',
    'id',
    'The service level is the carrier’s default; make another one the default first.',
  ],
  payment_terms_account_id_name_key: taken('name', 'name'),
  shipping_terms_account_id_name_key: taken('name', 'name'),
  shipping_terms_unit_visible: notThere('flatRate.unit', 'Unit'),
  shipping_term_service_levels_visible: notThere('freeShippingServiceLevelIds', 'ServiceLevel'),
  units_account_id_name_key: taken('name', 'name'),
  units_account_id_abbreviation_key: taken('abbreviation', 'abbreviation'),
};

const isOfUse = (constraint: string): boolean => constraint.endsWith('_fkey');

export function userErrorOf(error: unknown): UserError | undefined {
  if (!isConstraintViolation(error) || error.constraint === undefined) return undefined;
  const known = rules[error.constraint];
  // PostgreSQL 18 reports the deletion of a referenced row with a code of its own.
  if (known === undefined && !(error.code === '23001' && isOfUse(error.constraint))) return undefined;
  const [code, path, message] = known ?? inUse;
  return { code, message, path: path === '' ? [] : path.split('.') };
}
