import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf, type SqlRow } from './sql-rows.ts';

const { pool } = await openTestDatabase();

const account_id = await insert(pool, 'accounts');
const foreign = { account_id: await insert(pool, 'accounts') };
const carrier_id = await insert(pool, 'carriers', { account_id });
const systemCarrier = await insert(pool, 'carriers');
const own = { account_id };
const now = new Date();
await pool.query('update units set is_base_unit = false');

/** A unique constraint, its table, and two conflicting rows; after them, rows that do not conflict with the first. */
type UniqueRule = readonly [name: string, table: string, twice: SqlRow, beside?: readonly SqlRow[]];

const uniqueRules: readonly UniqueRule[] = [
  [
    'users_account_id_email_key',
    'users',
    { ...own, email: 'a@b.example' },
    [{ ...foreign, email: 'a@b.example' }],
  ],
  ['users_account_id_username_key', 'users', { ...own, username: 'a' }, [{ ...foreign, username: 'a' }]],
  ['roles_account_id_name_key', 'roles', { ...own, name: 'R' }, [{ ...foreign, name: 'R' }, { name: 'R' }]],
  ['roles_system_name', 'roles', { name: 'S' }, [{ ...own, name: 'S' }]],
  ['departments_account_id_name_key', 'departments', { ...own, name: 'D' }, [{ ...foreign, name: 'D' }]],
  ['units_account_id_name_key', 'units', { ...own, name: 'U' }, [{ ...foreign, name: 'U' }, { name: 'U' }]],
  ['units_account_id_abbreviation_key', 'units', { ...own, abbreviation: 'u' }, [{ abbreviation: 'u' }]],
  ['units_system_name', 'units', { name: 'V' }],
  ['units_system_abbreviation', 'units', { abbreviation: 'v' }],
  ['units_one_base_a_dimension', 'units', { is_base_unit: true }, [{ is_base_unit: true, type: 'MASS' }]],
  ['payment_terms_account_id_name_key', 'payment_terms', { ...own, name: 'P' }, [{ name: 'P' }]],
  ['payment_terms_system_name', 'payment_terms', { name: 'Q' }],
  ['shipping_terms_account_id_name_key', 'shipping_terms', { ...own, name: 'T' }, [{ name: 'T' }]],
  ['shipping_terms_system_name', 'shipping_terms', { name: 'W' }],
  [
    'carriers_name',
    'carriers',
    { ...own, name: 'C' },
    [{ ...own, name: 'C', deleted_at: now }, { name: 'C' }],
  ],
  ['carriers_system_name', 'carriers', { name: 'E' }, [{ name: 'E', deleted_at: now }]],
  [
    'service_levels_carrier_id_account_id_service_level_token_key',
    'service_levels',
    { ...own, carrier_id, service_level_token: 'L' },
    [{ ...own, carrier_id: systemCarrier, service_level_token: 'L' }],
  ],
  [
    'service_levels_system_token',
    'service_levels',
    { carrier_id: systemCarrier, service_level_token: 'M' },
    [{ ...own, carrier_id: systemCarrier, service_level_token: 'M' }],
  ],
  [
    'service_levels_one_default_a_carrier',
    'service_levels',
    { ...own, carrier_id, is_default: true },
    [{ carrier_id: systemCarrier, is_default: true }],
  ],
  [
    'account_groups_account_id_name_key',
    'account_groups',
    { ...own, name: 'G' },
    [{ ...foreign, name: 'G' }],
  ],
  [
    'customer_groups_account_id_code_key',
    'customer_groups',
    { ...own, code: 'G' },
    [{ ...foreign, code: 'G' }],
  ],
  ['tags_account_id_name_key', 'tags', { ...own, name: 't' }, [{ ...foreign, name: 't' }]],
  ['customers_account_id_number_key', 'customers', { ...own, number: '1' }, [{ ...foreign, number: '1' }]],
  [
    'customers_account_id_short_id_key',
    'customers',
    { ...own, short_id: '1' },
    [{ ...foreign, short_id: '1' }],
  ],
  [
    'customer_events_position',
    'customer_events',
    { ...own, subject_id: 'cus_gone', position: 1_000 },
    [{ ...foreign, subject_id: 'cus_gone', position: 1_000 }],
  ],
  [
    'customers_account_id_shopper_email_key',
    'customers',
    { ...own, shopper_email: 'a@b.example', shopper_status: 'REPEAT', total_orders_count: 1 },
  ],
  [
    'customers_account_id_reference_reference_origin_key',
    'customers',
    { ...own, reference: 'r', reference_origin: 'o' },
    [
      { ...own, reference: 'r', reference_origin: 'p' },
      { ...own, reference: 'r' },
    ],
  ],
  [
    'customers_reference_without_origin',
    'customers',
    { ...own, reference: 's' },
    [{ ...foreign, reference: 's' }],
  ],
];

test.for(uniqueRules)('%s', async ([name, table, twice, beside = []]) => {
  await insert(pool, table, twice);

  expect(await refusalOf(insert(pool, table, twice))).toBe(name);
  for (const row of beside) await insert(pool, table, row);
});

test('every partial unique index is tested here', async () => {
  const { rows } = await pool.query<{ name: string }>(`select indexrelid::regclass::text as name from pg_index
    where indisunique and indpred is not null and indrelid in (
      select oid from pg_class where relnamespace = 'public'::regnamespace)`);

  expect(uniqueRules.map(([name]) => name)).toEqual(expect.arrayContaining(rows.map((row) => row.name)));
});
