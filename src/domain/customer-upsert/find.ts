import { sql } from '../../db/table.ts';
import type { CustomerRow } from '../customer/fields.ts';
import { lockCustomers } from '../customer/lock.ts';
import type { Write } from '../write/writer.ts';
import type { Key } from './key.ts';

/** Customer ids by key token. */
type Found = ReadonlyMap<string, string>;

/** Thrown when another transaction moved a key between two lookups. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  /** PostgreSQL's code for a serialization failure: the writer retries the transaction. */
  readonly code = '40001';
}

/** Finds the owners of the keys in one statement, whatever the kinds of keys. */
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

/**
 * Maximum number of advisory locks per transaction. Keys that share a bucket wait for each other needlessly,
 * which is rare.
 */
const buckets = 64;

/**
 * Locks keys that have no owner, so that no other upsert creates their customers meanwhile. Locks in bucket
 * order, before any row lock.
 */
async function holdKeys({ run, accountId }: Write, keys: readonly Key[]): Promise<void> {
  const tokens = keys.map(({ token }) => token);
  await run(sql`/* customerKeysHold */ select pg_advisory_xact_lock(hashtext(${accountId}), k.bucket)
    from (select distinct hashtext(t) & ${buckets - 1}::integer as bucket from unnest(${tokens}::text[]) t order by 1) k`);
}

/** Like `findByKeys`, but also locks the missing keys: no other upsert can create them until the commit. */
export async function findOrHold(write: Write, keys: readonly Key[]): Promise<Found> {
  const found = await findByKeys(write, keys);
  const free = keys.filter(({ token }) => !found.has(token));
  if (free.length === 0) return found;
  await holdKeys(write, free);
  return findByKeys(write, keys);
}

/** Locks the customers that were found and verifies that they still have their keys. */
export async function lockFound(
  write: Write,
  keys: readonly Key[],
  found: Found,
): Promise<ReadonlyMap<string, CustomerRow>> {
  if (found.size === 0) return new Map();
  const locked = await lockCustomers(write, [...found.values()]);
  // Source records are separate rows; every other key is a column of the customer's row.
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
