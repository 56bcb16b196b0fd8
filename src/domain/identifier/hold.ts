import { sql } from '../../db/model/table.ts';
import type { Transaction } from '../../db/write/transaction.ts';

/** Maximum number of advisory locks per transaction. Keys in one bucket wait for each other needlessly. */
const buckets = 64;

/** Keeps other upserts from creating the keys' objects. Once per transaction, in bucket order, before any row lock. */
export async function holdTokens(
  { run, accountId }: Pick<Transaction, 'run' | 'accountId'>,
  tokens: readonly string[],
): Promise<void> {
  if (tokens.length === 0) return;
  await run(sql`/* keysHold */ select pg_advisory_xact_lock(hashtext(${accountId}), k.bucket)
    from (select distinct hashtext(t) & ${buckets - 1}::integer as bucket from unnest(${[...tokens]}::text[]) t order by 1) k`);
}
