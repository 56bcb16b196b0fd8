import type pg from 'pg';

const tables = [
  'customers',
  'addresses',
  'geolocations',
  'tags',
  'customer_tags',
  'customer_price_groups',
  'customer_events',
  'change_heads',
  'customer_numbers',
  'customer_aliases',
  'customer_sources',
  'object_sources',
  'shopper_credentials',
  'password_reset_tokens',
  'outbox_messages',
  'idempotency_keys',
  'carriers',
  'service_levels',
  'payment_terms',
  'shipping_terms',
  'shipping_term_service_levels',
  'account_groups',
  'units',
  'customer_groups',
  'attachments',
  'customer_subscriptions',
  'order_subscriptions',
  'orders',
  'payment_sources',
  'returns',
  'sku_lists',
  'users',
  'account_users',
  'roles',
  'departments',
  'survivorship_rules',
  'survivorship_runs',
] as const;

/** A hash of all rows that mutations write; equal hashes mean that nothing was written. */
export async function everythingWritten(pool: pg.Pool): Promise<string> {
  const hashes = tables.map(
    (table) => `(select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from ${table} t)`,
  );
  const { rows } = await pool.query<{ readonly all: string }>(`select concat_ws(' ', ${hashes}) as all`);
  return rows[0]?.all ?? '';
}
