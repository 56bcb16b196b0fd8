/**
 * Picks the subjects of all operations from the database by rules, so that every run of a size requests the
 * same.
 * @param {import('./database.mjs').Database} database
 * @param {number} customers
 */
export async function pickSubjects({ pool }, customers) {
  const one = async (text, ...values) => (await pool.query({ text, values, rowMode: 'array' })).rows;
  const [[accountId]] = await one('select id from accounts order by created_at, id limit 1');
  const newest = 'order by c.created_at desc, c.id desc';
  const column = async (text, ...values) => (await one(text, accountId, ...values)).flat();

  const [number] = await column(
    `select c.number from customers c where c.account_id = $1 ${newest} limit 1 offset $2`,
    Math.floor(customers / 3),
  );
  // Parents with at most as many price groups as requested, so that the order of the groups does not matter.
  const parents = await column(
    `select c.id from customers c where c.account_id = $1 and c.relationship_type = 'PARENT'
       and (select count(*) from customer_price_groups m where m.account_id = $1 and m.customer_id = c.id) <= 5
     ${newest} limit 50`,
  );
  const ids = await column(
    `select c.id from customers c where c.account_id = $1 ${newest} limit 100 offset $2`,
    Math.floor(customers / 2),
  );
  const writable = await column(
    `select c.number from customers c where c.account_id = $1 ${newest} limit 2000 offset $2`,
    Math.floor((customers * 2) / 3),
  );
  const settings = `select c.carrier_id, c.payment_term_id from customers c where c.account_id = $1
    and c.carrier_id is not null and c.payment_term_id is not null ${newest} limit 1`;
  const [[carrierId, paymentTermId]] = await one(settings, accountId);
  const depth = Math.min(80_000, customers - 2_000);
  const rowAt = async (offset) => {
    const [row] = await one(
      `select to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), c.id
       from customers c where c.account_id = $1 ${newest} limit 1 offset $2`,
      accountId,
      offset,
    );
    return row;
  };
  const [orderNumber] = await column(
    `select o.number from orders o where o.account_id = $1 and o.number is not null order by o.created_at, o.id limit 1`,
  );
  const [rep] = await column(
    `select u.name from account_users a join users u on u.account_id = a.account_id and u.id = a.user_id
     join customers c on c.account_id = a.account_id and c.sales_rep_id = a.id
     where a.account_id = $1 group by u.name order by count(*) desc, u.name limit 1`,
  );
  const found = { status: 'NORMAL', city: 'Springfield', word: 'coffee' };
  return {
    accountId,
    number,
    ids,
    parents,
    first: 50,
    writable,
    carrierId,
    paymentTermId,
    depth,
    before: await rowAt(depth - 1),
    second: await rowAt(19),
    ...found,
    orderNumber,
    rep,
  };
}
