import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf, type SqlRow } from './sql-rows.ts';

const { pool } = await openTestDatabase();

const account_id = await insert(pool, 'accounts');
const unit = await insert(pool, 'units');
// Each dimension has at most one base unit.
await pool.query('update units set is_base_unit = false');
const carrier_id = await insert(pool, 'carriers');
const customer_id = await insert(pool, 'customers', { account_id });
const shopper = { shopper_email: 'a@b.example', shopper_status: 'PROSPECT', total_orders_count: 0 };

/** A constraint, its table, values that violate it, and valid values where the minimal row does not show them. */
type Rule = readonly [name: string, table: string, wrong: readonly SqlRow[], right?: SqlRow];

const rowRules: readonly Rule[] = [
  [
    'accounts_number_prefix_format',
    'accounts',
    ['', '1', 'A1', '-A', 'A B', 'Ä-', 'ABCDEFGHIJK', 'A%', 'A-\n'].map((number_prefix) => ({
      number_prefix,
    })),
    { number_prefix: 'ABCDEFGHI-' },
  ],
  ['units_ratio_numerator_not_zero', 'units', [{ ratio_numerator: 0 }], { ratio_numerator: -1 }],
  ['units_ratio_denominator_not_zero', 'units', [{ ratio_denominator: 0 }]],
  ['units_offset_denominator_not_zero', 'units', [{ offset_denominator: 0 }]],
  ['units_base_is_system_owned', 'units', [{ account_id, is_base_unit: true }], { account_id }],
  [
    'units_base_is_one_to_one',
    'units',
    [
      { is_base_unit: true, ratio_numerator: 2 },
      { is_base_unit: true, offset_numerator: 1 },
    ],
    { is_base_unit: true, type: 'AREA', ratio_numerator: 2, ratio_denominator: 2 },
  ],
  ['units_name_not_blank', 'units', [{ name: '' }, { name: ' ' }, { name: '\t' }]],
  ['units_abbreviation_not_blank', 'units', [{ abbreviation: ' ' }]],
  ['api_keys_name_not_blank', 'api_keys', [{ account_id, name: ' ' }], { account_id }],
  ['api_keys_scopes_not_null', 'api_keys', [{ account_id, scopes: null }]],
  [
    'survivorship_rules_kind',
    'survivorship_rules',
    [
      { account_id, kind: '' },
      { account_id, kind: 'union' },
    ],
    { account_id },
  ],
  ['carriers_name_not_blank', 'carriers', [{ name: ' ' }]],
  ['service_levels_name_not_blank', 'service_levels', [{ carrier_id, name: ' ' }], { carrier_id }],
  ['service_levels_token_not_empty', 'service_levels', [{ carrier_id, service_level_token: '' }]],
  ['payment_terms_name_not_blank', 'payment_terms', [{ name: ' ' }]],
  ['shipping_terms_name_not_blank', 'shipping_terms', [{ name: ' ' }]],
  [
    'shipping_terms_flat_rate_has_unit',
    'shipping_terms',
    [{ flat_rate_value: 1 }, { flat_rate_unit_id: unit }],
    { flat_rate_value: 1, flat_rate_unit_id: unit },
  ],
  [
    'shipping_terms_minimum_order_value_has_unit',
    'shipping_terms',
    [{ minimum_order_value_value: 1 }, { minimum_order_value_unit_id: unit }],
    { minimum_order_value_value: 1, minimum_order_value_unit_id: unit },
  ],
  ['roles_permissions_not_null', 'roles', [{ permissions: null }]],
  ['account_groups_name_not_blank', 'account_groups', [{ account_id, name: ' ' }], { account_id }],
  [
    'tags_name_format',
    'tags',
    ['', 'Upper', 'with space', 'ä', 'a\n', 'x'.repeat(26)].map((name) => ({ account_id, name })),
    { account_id, name: `a_b-c:9${'x'.repeat(18)}` },
  ],
  [
    'addresses_name_not_blank',
    'addresses',
    [{ account_id, customer_id, name: ' ' }],
    { account_id, customer_id },
  ],
  [
    'geolocations_country_code',
    'geolocations',
    ['de', 'DEU', '', 'D1'].map((country) => ({ account_id, country })),
    { account_id },
  ],
  ['customers_name_not_blank', 'customers', [{ account_id, name: ' ' }], { account_id }],
  ['customers_number_not_blank', 'customers', [{ account_id, number: '' }]],
  [
    'customers_credit_limit_has_unit',
    'customers',
    [
      { account_id, credit_limit_value: 0 },
      { account_id, credit_limit_unit_id: unit },
    ],
    { account_id, credit_limit_value: 0, credit_limit_unit_id: unit },
  ],
  [
    'customers_billing_account_is_third_party',
    'customers',
    [
      { account_id, billing_account: 'x' },
      { account_id, billing_account: 'x', billing_type: 'SENDER' },
      { account_id, billing_type: 'THIRD_PARTY' },
    ],
    { account_id, billing_account: 'x', billing_type: 'THIRD_PARTY' },
  ],
  ['customers_not_own_parent', 'customers', [{ account_id, id: 'cus_self', parent_id: 'cus_self' }]],
  [
    'customers_shopper_has_email',
    'customers',
    [
      { account_id, ...shopper, shopper_email: null },
      { account_id, ...shopper, shopper_status: null },
      { account_id, shopper_reference: 'x' },
      { account_id, total_orders_count: 0 },
    ],
    { account_id, ...shopper, shopper_reference: 'x', total_orders_count: null },
  ],
  [
    'customers_shopper_email_lowercase',
    'customers',
    [{ account_id, ...shopper, shopper_email: 'A@b.example' }],
  ],
  [
    'customers_service_level_has_carrier',
    'customers',
    [{ account_id, service_level_id: await insert(pool, 'service_levels', { carrier_id }) }],
  ],
  ['customers_orders_count_not_negative', 'customers', [{ account_id, ...shopper, total_orders_count: -1 }]],
  [
    'customers_reference_has_origin',
    'customers',
    [{ account_id, reference_origin: 'x' }],
    { account_id, reference: 'x', reference_origin: 'x' },
  ],
  [
    'customers_metadata_is_object',
    'customers',
    ['[]', 'null', '1'].map((metadata) => ({ account_id, metadata })),
  ],
  ['customers_version_positive', 'customers', [{ account_id, version: 0 }]],
  [
    'customer_events_changes_is_array',
    'customer_events',
    [{ account_id, customer_id, changes: '{}' }],
    { account_id, customer_id, changes: '[]' },
  ],
  ['customer_events_position_not_negative', 'customer_events', [{ account_id, customer_id, position: -1 }]],
  [
    'customer_events_subject_is_named',
    'customer_events',
    [{ account_id }],
    { account_id, subject_id: 'cus_gone' },
  ],
  [
    'idempotency_keys_key_length',
    'idempotency_keys',
    ['', 'x'.repeat(256)].map((key) => ({ account_id, key })),
    { account_id, key: 'ü'.repeat(255) },
  ],
  [
    'idempotency_keys_expire_after_creation',
    'idempotency_keys',
    [{ account_id, created_at: '2026-01-02', expires_at: '2026-01-02' }],
  ],
  [
    'customer_aliases_of_another',
    'customer_aliases',
    [{ account_id, customer_id, id: customer_id }],
    { account_id, customer_id },
  ],
  [
    'password_reset_tokens_expire_after_creation',
    'password_reset_tokens',
    [{ account_id, customer_id, created_at: '2026-01-02', expires_at: '2026-01-02' }],
    { account_id, customer_id },
  ],
  ['attempt_counts_count_positive', 'attempt_counts', [{ account_id, count: 0 }], { account_id }],
  [
    'orders_total_has_currency',
    'orders',
    [
      { account_id, customer_id, total_amount: 1 },
      { account_id, customer_id, currency_code: 'EUR' },
    ],
    { account_id, customer_id, total_amount: 1, currency_code: 'EUR' },
  ],
  [
    'orders_currency_code',
    'orders',
    ['eur', 'EURO', ''].map((currency_code) => ({ account_id, customer_id, total_amount: 1, currency_code })),
  ],
  ['import_runs_match_keys_not_null', 'import_runs', [{ account_id, match_keys: null }], { account_id }],
  [
    'import_runs_ended_unless_running',
    'import_runs',
    [
      { account_id, ended_at: '2026-01-02' },
      { account_id, state: 'FAILED' },
    ],
    { account_id, state: 'STOPPED', ended_at: '2026-01-02' },
  ],
  [
    'order_subscriptions_expire_after_start',
    'order_subscriptions',
    [{ account_id, customer_id, starts_at: '2026-01-02', expires_at: '2026-01-02' }],
    { account_id, customer_id, starts_at: '2026-01-02', expires_at: '2026-01-03' },
  ],
];

/** No amount is NaN. */
const amounts: readonly (readonly [table: string, column: string, rest?: SqlRow])[] = [
  ['units', 'ratio_numerator'],
  ['units', 'ratio_denominator'],
  ['units', 'offset_numerator'],
  ['units', 'offset_denominator'],
  ['shipping_terms', 'flat_rate_value', { flat_rate_unit_id: unit }],
  ['shipping_terms', 'minimum_order_value_value', { minimum_order_value_unit_id: unit }],
  ['customers', 'credit_limit_value', { account_id, credit_limit_unit_id: unit }],
  ['orders', 'total_amount', { account_id, customer_id, currency_code: 'USD' }],
];

const amountRules = amounts.map(
  ([table, column, rest]): Rule => [
    `${table}_${column}_is_number`,
    table,
    [{ ...rest, [column]: 'NaN' }],
    { ...rest, [column]: 1 },
  ],
);

test.for([...rowRules, ...amountRules])('%s', async ([name, table, wrong, right]) => {
  if (right !== undefined) await insert(pool, table, right);
  for (const row of wrong) expect(await refusalOf(insert(pool, table, row)), JSON.stringify(row)).toBe(name);
});

test('customers_child_has_parent holds without the trigger that keeps the type', async () => {
  const client = await pool.connect();
  await client.query(
    'begin; alter table customers disable trigger customers_hierarchy_before; savepoint rows',
  );
  const parent_id = await insert(client, 'customers', { account_id, relationship_type: 'PARENT' });
  await client.query('savepoint rows');

  for (const row of [{ relationship_type: 'CHILD' }, { relationship_type: 'STANDALONE', parent_id }]) {
    expect(await refusalOf(insert(client, 'customers', { account_id, ...row }))).toBe(
      'customers_child_has_parent',
    );
    await client.query('rollback to rows');
  }
  await client.query('rollback');
  client.release();
});

test('every check constraint is tested', async () => {
  const { rows } = await pool.query<{ conname: string }>(
    `select conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
  );

  const tried = [
    ...[...rowRules, ...amountRules].map(([name]) => name),
    'customers_child_has_parent',
    // In object-sources.test.ts.
    'object_sources_reference_of_type',
  ];
  expect(tried.sort()).toEqual(rows.map(({ conname }) => conname).sort());
});
