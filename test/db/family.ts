import type { Pool, PoolClient } from 'pg';
import { insert, type SqlRow } from './sql-rows.ts';

export const depth = 'customers_hierarchy_depth';

/** Customers of one account, and helpers for the tests of the hierarchy. */
export async function openFamilies(pool: Pool) {
  const own = { account_id: await insert(pool, 'accounts') };

  function add(row: SqlRow = {}, db: Pool | PoolClient = pool) {
    return insert(db, 'customers', { ...own, ...row });
  }

  function reparent(id: string, parent: string | null, db: Pool | PoolClient = pool) {
    return db.query('update customers set parent_id = $1 where id = $2', [parent, id]);
  }

  async function family() {
    const parent = await add();
    return { parent, child: await add({ parent_id: parent }) };
  }

  async function typesOf(...ids: string[]): Promise<readonly string[]> {
    const { rows } = await pool.query<{ type: string }>(
      'select relationship_type as type from customers where id = any ($1) order by array_position($1, id)',
      [ids],
    );
    return rows.map(({ type }) => type);
  }

  return { own, add, reparent, family, typesOf };
}
