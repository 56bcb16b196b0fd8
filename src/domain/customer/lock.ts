import { typeOfId } from '../../db/id.ts';
import { sql } from '../../db/table.ts';
import { lockRows } from '../../db/write-rows.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerRow } from './fields.ts';
import { readId } from './input.ts';
import { checkVersion } from './version.ts';

type Locked = ReadonlyMap<string, CustomerRow>;
type Relatives = (ids: readonly string[]) => Promise<readonly string[]>;

const nobody: Relatives = async () => [];

/**
 * Locks customers, all that a mutation changes at once, in the order of their ids; gives their rows as they are from
 * then on, by the ids asked for. The id of one that was merged leads to what it was merged into. Who else is wanted,
 * relatives or what was merged meanwhile, is certain only under the lock: where it shows others, the locks are given
 * back, and all are taken anew, in order.
 */
export async function lockCustomers(
  write: Write,
  asked: readonly string[],
  relatives: Relatives = nobody,
): Promise<Locked> {
  const ids = asked.filter((id) => typeOfId(id) === 'Customer');
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

/** What an id leads to, through all merges. */
function resolve(leads: Leads, id: string): string {
  const next = leads.get(id);
  return next === undefined ? id : resolve(leads, next);
}

/** Notes what those that are not there were merged into. */
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

/** The first customers of a batch are enough: the server's lock table is limited. */
const maxTurns = 10;

/**
 * Waits for earlier writes of the same customers. Row locks are granted in no order, so that a write could wait at a
 * busy row until its time is up; advisory locks are granted in the order of arrival. The row locks protect the data.
 */
async function awaitTurns({ run }: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(sql`/* customerTurn */ select pg_advisory_xact_lock(t.key)
    from (select distinct hashtextextended(id, 0) as key from unnest(${ids.slice(0, maxTurns)}::text[]) id order by 1) t`);
}

async function lockThese(write: Write, ids: readonly string[]): Promise<Locked> {
  // In one piece: the rows are read when they are locked.
  const [, , rows] = await Promise.all([
    awaitTurns(write, ids),
    lockRows(write, 'Customer', ids, 'no key update'),
    write.rows('Customer', 'id', ids),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One of the locked customers, where it is there; the faults say when not. */
export function lockedCustomer(
  locked: ReadonlyMap<string, CustomerRow>,
  id: string,
  path: string,
  faults: Faults,
): CustomerRow | undefined {
  if (readId(id, 'Customer', path, faults) === undefined) return undefined;
  const customer = locked.get(id);
  if (customer === undefined)
    faults.add('NOT_FOUND', path, 'There is no customer with this id; `customers` lists them.');
  return customer;
}

/** The one customer that a mutation is about, locked, and at the version that its caller knows. */
export async function lockCustomer(
  write: Write,
  { id, ifVersion }: { readonly id: string; readonly ifVersion?: number | null | undefined },
): Promise<CustomerRow | undefined> {
  const customer = lockedCustomer(await lockCustomers(write, [id]), id, 'id', write.faults);
  if (customer !== undefined) checkVersion(customer, ifVersion, write.faults);
  return customer;
}

/** Ends the checks of a mutation about one customer. A stale version's answer has the customer, to show both. */
export function settleFor(
  customer: CustomerRow | undefined,
  { faults }: Write,
): asserts customer is CustomerRow {
  faults.settle(faults.has('STALE_VERSION') ? { id: customer?.id ?? null } : {});
  if (customer === undefined) throw new Error('A customer that is not there had no fault.');
}
