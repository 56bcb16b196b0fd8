import { empty, type Row, raw, type Sql, sql } from '../model/table.ts';
import type { Session } from '../wire/session.ts';
import { withSearch } from './customer-search.ts';
import { and, fromList, type List, rows, statementName, unionAll, type Where } from './list.ts';
import { orderBy } from './order.ts';
import { sortKeysOf } from './page-plan.ts';
import { columnsRead, execute, rowReader, selectList } from './statement.ts';

export interface Scope {
  readonly where: Where;
  /** Only customers with a record of this system that its last complete import had. */
  readonly system?: Row<'CustomerSource'>['system'] | undefined;
}

const scanSize = 250;

const allCustomers: List<'Customer'> = {
  name: 'scan',
  model: 'Customer',
  order: [{ field: 'id', descending: false }],
};

function search({ accountId }: Session, { where: { query } }: Scope): Sql {
  return query ? withSearch({ query, accountId, extent: 'all' }) : empty;
}

/** The sources of the list's rows, all of which `select` reads. */
function fromScope({ accountId }: Session, { where, system }: Scope, select: Sql): Sql {
  const record = sql`exists (select from customer_sources s where s.account_id = ${raw(rows)}.account_id
    and s.customer_id = ${raw(rows)}.id and s.system = ${system}::source_system and s.gone_at is null)`;
  const conditions = and(system === undefined ? [] : [record]);
  return unionAll(
    fromList(allCustomers, accountId, where).map((source) => sql`select ${select} ${source}${conditions}`),
  );
}

/**
 * Reads the customers of an account by a cursor, ordered by id, at most 250 at a time. The session must be in a transaction,
 * and can have one scan.
 */
export async function* scanCustomers(
  session: Session,
  scope: Scope,
): AsyncGenerator<readonly Row<'Customer'>[]> {
  const columns = columnsRead('Customer', undefined);
  const read = rowReader<'Customer'>(columns, 0);
  const order = orderBy(rows, sortKeysOf(allCustomers, []), true);
  const selected = fromScope(session, scope, selectList(columns, rows));
  await execute(
    session,
    sql`${statementName(allCustomers, 'cursor')} declare scan no scroll cursor for
      ${search(session, scope)} select * from (${selected}) ${raw(rows)} ${order}`,
  );
  for (;;) {
    const found = await execute(session, sql`fetch forward ${raw(String(scanSize))} from scan`);
    if (found.length > 0) yield found.map(read);
    if (found.length < scanSize) return;
  }
}

/** The number of customers that the scan reads. */
export async function countScanned(session: Session, scope: Scope): Promise<number> {
  const [row] = await execute(
    session,
    sql`${statementName(allCustomers, 'count')} ${search(session, scope)}
      select count(*) from (${fromScope(session, scope, empty)}) ${raw(rows)}`,
  );
  return Number(row?.[0]);
}
