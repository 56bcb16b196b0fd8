import { expect, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { insert, refusalOf, type SqlRow } from './sql-rows.ts';

const { pool } = await openTestDatabase();

const own = { account_id: await insert(pool, 'accounts') };
const foreign = { account_id: await insert(pool, 'accounts') };
const money = { credit_limit_value: 1 };

async function carrierWithLevel(carrier: SqlRow, level: SqlRow) {
  const carrier_id = await insert(pool, 'carriers', carrier);
  return { carrier_id, service_level_id: await insert(pool, 'service_levels', { carrier_id, ...level }) };
}

/** Valid references of a customer, and invalid ones by the constraint that rejects them. */
const references: readonly (readonly [name: string, wrong: SqlRow, right: readonly SqlRow[]])[] = [
  [
    'customers_carrier_visible',
    { carrier_id: await insert(pool, 'carriers', foreign) },
    [{ carrier_id: await insert(pool, 'carriers', own) }, { carrier_id: await insert(pool, 'carriers') }],
  ],
  [
    'customers_service_level_visible',
    await carrierWithLevel({}, foreign),
    [await carrierWithLevel({}, own), await carrierWithLevel({}, {}), await carrierWithLevel(own, own)],
  ],
  [
    'customers_payment_term_visible',
    { payment_term_id: await insert(pool, 'payment_terms', foreign) },
    [
      { payment_term_id: await insert(pool, 'payment_terms', own) },
      { payment_term_id: await insert(pool, 'payment_terms') },
    ],
  ],
  [
    'customers_shipping_term_visible',
    { shipping_term_id: await insert(pool, 'shipping_terms', foreign) },
    [
      { shipping_term_id: await insert(pool, 'shipping_terms', own) },
      { shipping_term_id: await insert(pool, 'shipping_terms') },
    ],
  ],
  [
    'customers_credit_limit_unit_visible',
    { ...money, credit_limit_unit_id: await insert(pool, 'units', foreign) },
    [
      { ...money, credit_limit_unit_id: await insert(pool, 'units', own) },
      { ...money, credit_limit_unit_id: await insert(pool, 'units') },
    ],
  ],
  [
    'customers_type_is_type_group',
    { type_id: await insert(pool, 'account_groups', { ...own, type: 'PRICING_GROUP' }) },
    [{ type_id: await insert(pool, 'account_groups', own) }],
  ],
  ['customers_account_id_type_id_fkey', { type_id: await insert(pool, 'account_groups', foreign) }, []],
  [
    'customers_carrier_id_service_level_id_fkey',
    { ...(await carrierWithLevel(own, own)), carrier_id: await insert(pool, 'carriers', own) },
    [],
  ],
];

function update(id: string, row: SqlRow) {
  const sets = Object.keys(row).map((column, i) => `${column} = $${i + 2}`);
  return pool.query(`update customers set ${sets.join(', ')} where id = $1`, [id, ...Object.values(row)]);
}

test.for(references)('%s', async ([name, wrong, right]) => {
  const id = await insert(pool, 'customers', own);
  for (const row of right) {
    await insert(pool, 'customers', { ...own, ...row });
    await update(id, row);
  }

  expect(await refusalOf(insert(pool, 'customers', { ...own, ...wrong }))).toBe(name);
  expect(await refusalOf(update(id, wrong))).toBe(name);
});

test('one invalid row among many fails the statement', async () => {
  const right = await insert(pool, 'payment_terms', own);
  const wrong = await insert(pool, 'payment_terms', foreign);
  const statement = pool.query(
    `insert into customers (account_id, id, number, name, payment_term_id)
    select $1, 'cus_many_' || i, 'many ' || i, 'many', case when i = 70 then $2 else $3 end
    from generate_series(1, 100) i`,
    [own.account_id, wrong, right],
  );

  expect(await refusalOf(statement)).toBe('customers_payment_term_visible');
  expect((await pool.query(`select from customers where name = 'many'`)).rowCount).toBe(0);
});

test("a price group is a pricing group of the customer's own account", async () => {
  const customer_id = await insert(pool, 'customers', own);
  const assign = (group_id: string) =>
    insert(pool, 'customer_price_groups', { ...own, customer_id, group_id });
  const pricing = await insert(pool, 'account_groups', { ...own, type: 'PRICING_GROUP' });
  const type = await insert(pool, 'account_groups', own);
  await assign(pricing);

  expect(await refusalOf(assign(type))).toBe('customer_price_groups_is_pricing_group');
  expect(await refusalOf(pool.query('update customer_price_groups set group_id = $1', [type]))).toBe(
    'customer_price_groups_is_pricing_group',
  );
  const abroad = await insert(pool, 'account_groups', { ...foreign, type: 'PRICING_GROUP' });
  expect(await refusalOf(assign(abroad))).toBe('customer_price_groups_account_id_group_id_fkey');
});

test("a group's type and a unit's dimension are immutable", async () => {
  const group = await insert(pool, 'account_groups', own);
  const unit = await insert(pool, 'units', own);
  const setGroup = (type: string) =>
    pool.query('update account_groups set type = $1 where id = $2', [type, group]);
  const setUnit = (type: string) => pool.query('update units set type = $1 where id = $2', [type, unit]);

  expect(await refusalOf(setGroup('PRICING_GROUP'))).toBe('account_groups_type_is_fixed');
  expect(await refusalOf(setUnit('MASS'))).toBe('units_type_is_fixed');
  await setGroup('TYPE_GROUP');
  await setUnit('CURRENCY');
});

test("a service level belongs to a carrier of its account or the system's, a default one to its own account's", async () => {
  const system = await insert(pool, 'carriers');
  const carrier_id = await insert(pool, 'carriers', own);
  const level = (row: SqlRow) => refusalOf(insert(pool, 'service_levels', row));

  expect(await level({ ...foreign, carrier_id })).toBe('service_levels_carrier_visible');
  expect(await level({ carrier_id })).toBe('service_levels_carrier_visible');
  expect(await level({ ...own, carrier_id: 'crr_nowhere' })).toBe('service_levels_carrier_visible');
  expect(await level({ ...own, carrier_id: system, is_default: true })).toBe(
    'service_levels_default_of_own_carrier',
  );
  expect(await level({ ...own, carrier_id: system })).toBe('accepted');
  expect(await level({ carrier_id: system, is_default: true })).toBe('accepted');
  expect(await level({ ...own, carrier_id, is_default: true })).toBe('accepted');
  const moved = pool.query('update service_levels set carrier_id = $1 where account_id is null', [
    carrier_id,
  ]);
  expect(await refusalOf(moved)).toBe('service_levels_carrier_visible');
});

test("a shipping term's units are its account's or the system's", async () => {
  const abroad = await insert(pool, 'units', foreign);
  const mine = await insert(pool, 'units', own);
  const system = await insert(pool, 'units');
  const term = (account: SqlRow, flat: string, minimum: string) =>
    refusalOf(
      insert(pool, 'shipping_terms', {
        ...account,
        flat_rate_value: 1,
        flat_rate_unit_id: flat,
        minimum_order_value_value: 1,
        minimum_order_value_unit_id: minimum,
      }),
    );

  expect(await term(own, mine, system)).toBe('accepted');
  expect(await term({}, system, system)).toBe('accepted');
  expect(await term(own, abroad, system)).toBe('shipping_terms_unit_visible');
  expect(await term(own, system, abroad)).toBe('shipping_terms_unit_visible');
  expect(await term({}, system, mine)).toBe('shipping_terms_unit_visible');
});

test("a shipping term's free service levels are its account's or the system's, and have its account", async () => {
  const term = await insert(pool, 'shipping_terms', own);
  const systemTerm = await insert(pool, 'shipping_terms');
  const mine = await carrierWithLevel({}, own);
  const free = (shipping_term_id: string, service_level_id: string) =>
    refusalOf(
      insert(pool, 'shipping_term_service_levels', { ...foreign, shipping_term_id, service_level_id }),
    );

  expect(await free(term, mine.service_level_id)).toBe('accepted');
  expect(await free(term, (await carrierWithLevel({}, {})).service_level_id)).toBe('accepted');
  expect(await free(term, (await carrierWithLevel({}, foreign)).service_level_id)).toBe(
    'shipping_term_service_levels_visible',
  );
  expect(await free(systemTerm, mine.service_level_id)).toBe('shipping_term_service_levels_visible');
  const { rows } = await pool.query(
    'select distinct account_id from shipping_term_service_levels where shipping_term_id = $1',
    [term],
  );
  expect(rows).toEqual([own]);
});

test("an account user's role is its account's or the system's", async () => {
  const user = async (row: SqlRow) =>
    refusalOf(insert(pool, 'account_users', { ...own, user_id: await insert(pool, 'users', own), ...row }));

  expect(await user({})).toBe('accepted');
  expect(await user({ role_id: await insert(pool, 'roles') })).toBe('accepted');
  expect(await user({ role_id: await insert(pool, 'roles', own) })).toBe('accepted');
  expect(await user({ role_id: await insert(pool, 'roles', foreign) })).toBe('account_users_role_visible');
});
