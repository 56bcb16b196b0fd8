import { typeOfId } from '../../db/model/id.ts';
import { sql } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';

type Locked = ReadonlyMap<string, CustomerRow>;
export type Relatives = (ids: readonly string[]) => Promise<readonly string[]>;

const noRelatives: Relatives = async () => [];

/** Locks in the order of ids. If the locked rows show more relatives, releases all locks and repeats. */
export async function lockCustomers(
  write: Write,
  requestedIds: readonly string[],
  relatives: Relatives = noRelatives,
): Promise<Locked> {
  const ids = requestedIds.filter((id) => typeOfId(id) === 'Customer');
  const wanted = new Set([...ids, ...(await relatives(ids))]);
  const leads = new Map<string, string>();
  for (;;) {
    const isOne = wanted.size < 2;
    if (!isOne) await write.run(sql`savepoint locks`);
    const found = await lockThese(write, [...wanted].sort());
    await followMerged(write, found, wanted, leads);
    const now = ids.map((id) => resolve(leads, id));
    const missing = [...now, ...(await relatives(now))].filter((id) => !wanted.has(id));
    if (missing.length === 0) return byAsked(ids, found, leads);
    if (!isOne) await write.run(sql`rollback to savepoint locks`);
    for (const id of missing) wanted.add(id);
  }
}

type Leads = Map<string, string>;

function resolve(leads: Leads, id: string): string {
  const next = leads.get(id);
  return next === undefined ? id : resolve(leads, next);
}

async function followMerged(
  write: Write,
  found: Locked,
  wanted: ReadonlySet<string>,
  leads: Leads,
): Promise<void> {
  const missing = [...wanted].filter((id) => !found.has(id) && !leads.has(id));
  for (const { id, customerId } of await write.rows('CustomerAlias', 'id', missing))
    leads.set(id, customerId);
}

function byAsked(ids: readonly string[], found: Locked, leads: Leads): Locked {
  const rows = ids.flatMap((id) => {
    const row = found.get(resolve(leads, id));
    return row === undefined ? [] : [[id, row] as const];
  });
  return new Map([...found, ...rows]);
}

/** Maximum number of advisory locks per batch: the first customers suffice, and the lock table is limited. */
const maxTurns = 10;

/** Row locks are not granted in order of arrival, advisory locks are. The row locks protect the data. */
async function awaitTurns({ run }: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(sql`/* customerTurn */ select pg_advisory_xact_lock(t.key)
    from (select distinct hashtextextended(id, 0) as key from unnest(${ids.slice(0, maxTurns)}::text[]) id order by 1) t`);
}

async function lockThese(write: Write, ids: readonly string[]): Promise<Locked> {
  // Sent in one network write; the rows are read after they are locked.
  const [, , rows] = await Promise.all([
    awaitTurns(write, ids),
    lockRows(write, 'Customer', ids, 'no key update'),
    write.rows('Customer', 'id', ids),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}
