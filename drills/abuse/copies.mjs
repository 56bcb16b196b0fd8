/**
 * Columns of a copied row that differ from the original; `n` is the number of the copy, `a` its account.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const replaced = {
  customers: {
    account_id: 'a',
    id: `t.id || '_' || n`,
    number: `t.number || '-' || n`,
    short_id: `t.short_id || '-' || n`,
    shopper_email: `n || '.' || t.shopper_email`,
    reference: `t.reference || '-' || n`,
    parent_id: `t.parent_id || '_' || n`,
    bill_to_address_id: `t.bill_to_address_id || '_' || n`,
    ship_to_address_id: `t.ship_to_address_id || '_' || n`,
    credit_limit_value:
      'case when t.credit_limit_value < 1e9 then t.credit_limit_value + n else t.credit_limit_value end',
    created_at: `t.created_at - n * interval '37 minutes'`,
    updated_at: `t.updated_at - n * interval '37 minutes'`,
  },
  geolocations: { account_id: 'a', id: `t.id || '_' || n` },
  addresses: {
    account_id: 'a',
    id: `t.id || '_' || n`,
    customer_id: `t.customer_id || '_' || n`,
    geolocation_id: `t.geolocation_id || '_' || n`,
  },
  customer_price_groups: { account_id: 'a', customer_id: `t.customer_id || '_' || n` },
  customer_tags: { account_id: 'a', customer_id: `t.customer_id || '_' || n` },
  customer_search: { account_id: 'a', customer_id: `t.customer_id || '_' || n` },
};

export const copiedTables = Object.keys(replaced);

/** References to rows of the original account, which other accounts do not have. */
const foreign = ['type_id', 'sales_rep_id', 'customer_group_id', 'payment_term_id', 'shipping_term_id'];
const ofAccount = new Set(['customer_price_groups', 'customer_tags']);

async function copyTable(client, table, { from, to, first, last }) {
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const isForeign = from !== to;
  const value = (name) =>
    isForeign && foreign.includes(name) ? 'null' : (replaced[table]?.[name] ?? `t."${name}"`);
  await client.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${names.map(value).join(', ')}
     from (select * from ${table} where account_id = $1) t
     cross join (select $2::text as a) a cross join generate_series($3::int, $4::int) n`,
    [from, to, first, last],
  );
}

/**
 * Copies all customers of an account, with their addresses, price groups, tags and search texts. Triggers and
 * foreign keys are off meanwhile: the copies are as consistent as the originals.
 * @param {import('pg').ClientBase} client a superuser's connection
 * @param {{ from: string, to: string, first: number, last: number }} copies the numbers of the copies
 */
export async function copyCustomers(client, copies) {
  if (copies.last < copies.first) return;
  await client.query('set session_replication_role = replica');
  for (const table of copiedTables)
    if (copies.from === copies.to || !ofAccount.has(table)) await copyTable(client, table, copies);
  await client.query('set session_replication_role = origin');
}
