import { sql } from '../../db/table.ts';
import type { CustomerRow } from '../customer/fields.ts';
import { lockCustomers } from '../customer/lock.ts';
import type { Write } from '../write/writer.ts';
import type { Key } from './key.ts';

/** Ids of customers by the tokens of their keys. */
type Found = ReadonlyMap<string, string>;

/** Another transaction moved a key between two looks at it. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  /** As PostgreSQL calls what is to be done again. */
  readonly code = '40001';
}

/** Who has which of the keys, in one statement whatever kinds they are of. */
export async function findByKeys({ run, accountId }: Write, keys: readonly Key[]): Promise<Found> {
  if (keys.length === 0) return new Map();
  const rows = await run(sql`/* customersByKeys */
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k(token text, kind text, value text, within text))
    select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.number = k.value
      where k.kind = 'number'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.short_id = k.value
      where k.kind = 'shortId'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.shopper_email = k.value
      where k.kind = 'shopperEmail'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.reference = k.value
      and c.reference_origin is not distinct from k.within
      where k.kind = 'reference'
    union all select k.token, s.customer_id from k join customer_sources s on s.account_id = ${accountId}
      and s.system = case k.kind when 'source' then k.within::source_system end and s.source_id = k.value
      where k.kind = 'source'`);
  return new Map(rows.map(([token, id]) => [String(token), String(id)]));
}

/** So many locks a transaction at most; keys that share one wait for each other without need, which is rare enough. */
const buckets = 64;

/** Holds keys that nobody has, so that nobody else's upsert makes their customers meanwhile. In order, before all else. */
async function holdKeys({ run, accountId }: Write, keys: readonly Key[]): Promise<void> {
  const tokens = keys.map(({ token }) => token);
  await run(sql`/* customerKeysHold */ select pg_advisory_xact_lock(hashtext(${accountId}), k.bucket)
    from (select distinct hashtext(t) & ${buckets - 1}::integer as bucket from unnest(${tokens}::text[]) t order by 1) k`);
}

/** As `findByKeys`; and what is found by none stays so, as far as upserts go. */
export async function findOrHold(write: Write, keys: readonly Key[]): Promise<Found> {
  const found = await findByKeys(write, keys);
  const free = keys.filter(({ token }) => !found.has(token));
  if (free.length === 0) return found;
  await holdKeys(write, free);
  return findByKeys(write, keys);
}

/** The customers that were found, locked, as they are; they have their keys still. */
export async function lockFound(
  write: Write,
  keys: readonly Key[],
  found: Found,
): Promise<ReadonlyMap<string, CustomerRow>> {
  if (found.size === 0) return new Map();
  const locked = await lockCustomers(write, [...found.values()]);
  // Sources' records are rows of their own; of all other keys, the customer's row tells.
  const recorded = await findByKeys(
    write,
    keys.filter(({ kind }) => kind === 'source'),
  );
  const rows = new Map<string, CustomerRow>();
  for (const key of keys.filter(({ token }) => found.has(token))) {
    const row = locked.get(found.get(key.token) ?? '');
    if (row === undefined || !isOf(row, key, recorded)) throw new Overtaken(key.token);
    rows.set(key.token, row);
  }
  return rows;
}

function isOf(row: CustomerRow, { kind, value, within, token }: Key, recorded: Found): boolean {
  if (kind === 'source') return recorded.get(token) === row.id;
  return row[kind] === value && (kind !== 'reference' || row.referenceOrigin === within);
}
