import { DatabaseError, type Pool, type PoolClient } from 'pg';

export type SqlRow = Readonly<Record<string, unknown>>;

let made = 0;

/** The minimal row of each table; the caller adds references to other rows. */
const least: Readonly<Record<string, (n: string) => SqlRow>> = {
  accounts: (n) => ({ id: `acc_${n}`, name: n }),
  users: (n) => ({ id: `usr_${n}` }),
  roles: (n) => ({ id: `rol_${n}`, name: n, type: 'USER' }),
  departments: (n) => ({ id: `dep_${n}`, name: n }),
  api_keys: (n) => ({ id: `key_${n}`, name: n, hash: n, scopes: [] }),
  account_users: (n) => ({ id: `acu_${n}` }),
  account_user_identities: (n) => ({ issuer: 'https://issuer.test/', subject: n }),
  units: (n) => ({
    id: `unt_${n}`,
    name: n,
    abbreviation: n,
    type: 'CURRENCY',
    ratio_numerator: 1,
    ratio_denominator: 1,
  }),
  carriers: (n) => ({ id: `crr_${n}`, name: n }),
  service_levels: (n) => ({ id: `svl_${n}`, name: n, service_level_token: n }),
  payment_terms: (n) => ({ id: `ptm_${n}`, name: n }),
  shipping_terms: (n) => ({ id: `stm_${n}`, name: n, type: 'FREE_FREIGHT' }),
  shipping_term_service_levels: () => ({}),
  account_groups: (n) => ({ id: `grp_${n}`, name: n, type: 'TYPE_GROUP' }),
  customer_groups: (n) => ({ id: `cgr_${n}`, name: n }),
  customer_price_groups: () => ({}),
  tags: (n) => ({ id: `tag_${n}`, name: n }),
  customers: (n) => ({ id: `cus_${n}`, number: n, name: n }),
  addresses: (n) => ({ id: `adr_${n}`, name: n }),
  geolocations: (n) => ({ id: `geo_${n}`, country: 'DE' }),
  customer_events: (n) => ({ id: `evt_${n}`, action: 'UPDATE' }),
  change_heads: () => ({ position: 1 }),
  customer_numbers: () => ({ last: 0 }),
  customer_aliases: (n) => ({ id: `cus_${n}` }),
  idempotency_keys: (n) => ({ key: n, mutation: n, input_hash: n, expires_at: '2999-01-01' }),
  outbox_messages: (n) => ({ id: `msg_${n}`, topic: n, recipient: n }),
  password_reset_tokens: (n) => ({ token_hash: n, expires_at: '2999-01-01' }),
  attempt_counts: (n) => ({ kind: n, subject: n }),
  object_sources: (n) => ({ system: 'AUGNO', source_id: n }),
  import_runs: (n) => ({ id: `imp_${n}`, system: 'AUGNO' }),
  import_warnings: (n) => ({ id: `iwr_${n}`, kind: n, code: n, path: n, message: n, count: 1 }),
  import_rejects: (n) => ({ id: `irj_${n}`, position: n, kind: n }),
  survivorship_rules: (n) => ({ field_group: n, kind: 'MOST_RECENT' }),
  survivorship_runs: () => ({ total: 1 }),
  orders: (n) => ({ id: `ord_${n}` }),
  order_subscriptions: (n) => ({ id: `osb_${n}`, frequency: 'monthly' }),
};

/** Inserts a row by plain SQL, subject to the database's constraints only; returns its id. */
export async function insert(db: Pool | PoolClient, table: string, row: SqlRow = {}): Promise<string> {
  const whole = { ...least[table]?.(`n${++made}`), ...row };
  const columns = Object.keys(whole);
  const places = columns.map((_, i) => `$${i + 1}`);
  await db.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(whole),
  );
  return 'id' in whole ? String(whole.id) : '';
}

/** The name of the violated constraint, or the error's code if it has none. */
export async function refusalOf(statement: Promise<unknown>): Promise<string> {
  try {
    await statement;
  } catch (error) {
    if (error instanceof DatabaseError) return error.constraint ?? error.code ?? error.message;
    throw error;
  }
  return 'accepted';
}
