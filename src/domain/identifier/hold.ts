import { type Sql, sql } from '../../db/model/table.ts';
import type { Transaction } from '../../db/write/transaction.ts';

/** Maximum number of advisory locks per transaction. Keys in one bucket wait for each other needlessly. */
const buckets = 64;

const bucketsOf = (tokens: readonly string[]): Sql => sql`(select distinct
  hashtext(t) & ${buckets - 1}::integer as bucket from unnest(${[...tokens]}::text[]) t order by 1) k`;

type Holder = Pick<Transaction, 'run' | 'accountId'>;

/** Keeps other upserts from creating the keys' objects. Once per transaction, in bucket order, before any row lock. */
export async function holdTokens({ run, accountId }: Holder, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return;
  await run(sql`/* keysHold */ select pg_advisory_xact_lock(hashtext(${accountId}), k.bucket)
    from ${bucketsOf(tokens)}`);
}

/**
 * The same for transactions of one caller that have no key in common: they hold keys beside each other, and wait for
 * each other’s other locks as long as a statement may take.
 */
export async function holdBeside({ run, accountId }: Holder, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return;
  await run(sql`/* keysHoldBeside */
    select pg_advisory_xact_lock_shared(hashtext(${accountId}), k.bucket), set_config('lock_timeout', '0', true)
    from ${bucketsOf(tokens)}`);
}
