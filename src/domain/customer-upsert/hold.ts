import { sql } from '../../db/table.ts';
import { type Found, findByKeys } from '../identifier/find.ts';
import type { Key } from '../identifier/key.ts';
import type { Write } from '../write/writer.ts';

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
