import { expect, test } from 'vitest';
import { migrate } from '../../src/db/admin/migrate.ts';
import { openTestDatabase } from '../database.ts';
import { migrationsBefore } from './earlier-migrations.ts';
import { insert } from './sql-rows.ts';

const { pool } = await openTestDatabase('template0');

test('shoppers with 0 orders get their orders counted, and given numbers stay', async () => {
  await migrate(pool, { directory: await migrationsBefore('20261123040000') });
  const account_id = await insert(pool, 'accounts');
  const shopper = (n: number) => ({
    ...{ shopper_email: `a${n}@b.example`, shopper_status: 'PROSPECT', total_orders_count: n % 3 },
  });
  for (let n = 0; n < 12; n += 1) await insert(pool, 'customers', { account_id, ...shopper(n) });
  await insert(pool, 'customers', { account_id });

  await migrate(pool);

  const { rows } = await pool.query(
    'select total_orders_count as orders, count(*)::int as customers from customers group by 1 order by 1',
  );
  expect(rows).toEqual([
    { orders: 1, customers: 4 },
    { orders: 2, customers: 4 },
    { orders: null, customers: 5 },
  ]);
});
