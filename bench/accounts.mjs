/** The accounts of the row `accounts`, in a database of their own, so that the others have one large account. */
const accountCount = 200;
const customersOfAccount = 250;

// An id is the type's prefix and 32 hexadecimal digits.
const id = (prefix, name) => `'${prefix}_' || md5(${name})`;
const account = id('acc', `'bench account ' || a`);
const customer = id('cus', `'bench customer ' || a || '-' || c`);
const eachAccount = `generate_series(1, ${accountCount}) as a`;
const eachCustomer = `${eachAccount}, generate_series(1, ${customersOfAccount}) as c`;

const inserts = [
  `insert into accounts (id, name) select ${account}, 'Bench account ' || a from ${eachAccount}`,
  `insert into payment_terms (id, account_id, name)
    select ${id('ptm', `'bench term ' || a`)}, ${account}, 'Net 30' from ${eachAccount}`,
  `insert into users (account_id, id, name, email)
    select ${account}, ${id('usr', `'bench user ' || a`)}, 'Rep ' || a, 'rep-' || a || '@bench.example' from ${eachAccount}`,
  `insert into account_users (account_id, id, user_id)
    select ${account}, ${id('acu', `'bench user ' || a`)}, ${id('usr', `'bench user ' || a`)} from ${eachAccount}`,
  `insert into account_groups (id, account_id, type, name)
    select ${id('grp', `'bench type ' || a`)}, ${account}, 'TYPE_GROUP', 'Retail' from ${eachAccount}`,
  `insert into customers
      (account_id, id, number, name, created_at, carrier_id, payment_term_id, sales_rep_id, type_id)
    select ${account}, ${customer}, 'B-' || c, 'Customer ' || c || ' of ' || a, now() - c * interval '1 hour',
      (select id from carriers where account_id is null order by id limit 1),
      ${id('ptm', `'bench term ' || a`)}, ${id('acu', `'bench user ' || a`)}, ${id('grp', `'bench type ' || a`)}
    from ${eachCustomer}`,
  `insert into addresses (account_id, id, customer_id, name, phone)
    select ${account}, ${id('adr', `'bench address ' || a || '-' || c`)}, ${customer}, 'Office', '555-0100'
    from ${eachCustomer}`,
  `update customers set bill_to_address_id = a.id, ship_to_address_id = a.id from addresses a
    where a.account_id = customers.account_id and a.customer_id = customers.id
      and customers.account_id in (select ${account} from ${eachAccount})`,
];

/** Adds the accounts to the database, once. */
export async function addAccounts(pool) {
  const { rows } = await pool.query(`select count(*)::int as count from accounts
    where id in (select ${account} from ${eachAccount})`);
  if (rows[0].count === accountCount) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const insert of inserts) await client.query(insert);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Signs a caller of each account in to each contestant. */
export async function signInAll(accounts, runners) {
  for (const account of accounts) {
    const headers = runners.map(async ({ name, signIn }) => [name, await signIn(account.accountId)]);
    account.headers = Object.fromEntries(await Promise.all(headers));
  }
}

/**
 * The subjects of the comparison: each account with the number of one of its customers.
 * @param {import('./database.mjs').Database} database
 */
export async function pickAccounts({ pool }) {
  const { rows } =
    await pool.query(`select ${account} as "accountId", 'B-' || (1 + a % ${customersOfAccount}) as number
    from ${eachAccount} order by a`);
  return { ...rows[0], accounts: rows };
}
