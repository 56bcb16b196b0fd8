import type pg from 'pg';
import type { Db } from '../../../src/db/client.ts';
import * as add from '../../builders.ts';

/** A customer with a sign-in in the shop, and no password. */
export function addShopper(db: Db, accountId: string) {
  const shopperEmail = `${add.word()}@example.com`;
  return add.addCustomer(db, accountId, { shopperEmail, shopperStatus: 'PROSPECT', totalOrdersCount: 0 });
}

/** Every row of every table, as text. */
export async function allText(pool: pg.Pool): Promise<string> {
  const { rows: tables } = await pool.query<{ readonly name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query(`select string_agg(t::text, E'\\n') as text from ${name} t`);
      return String(rows[0]?.text);
    }),
  );
  return texts.join('\n');
}
