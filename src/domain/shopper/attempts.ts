import { createHash } from 'node:crypto';
import { sql } from '../../db/table.ts';
import type { Write } from '../write/writer.ts';

/** The maximum number of attempts within a window, which starts with the first attempt. */
export interface AttemptLimit {
  readonly kind: string;
  readonly most: number;
  readonly minutes: number;
}

/**
 * Counts an attempt by a hash of its subject, whether or not the subject exists, and returns whether it
 * exceeds the limit. A rejected attempt is rolled back, and so is not counted.
 */
export async function isTooMany(
  { run, accountId }: Write,
  { kind, most, minutes }: AttemptLimit,
  about: string,
): Promise<boolean> {
  const subject = createHash('sha256').update(about).digest('base64url');
  const [row] = await run(sql`/* attemptCount */
    with over as (
      delete from attempt_counts where (account_id, kind, subject) in (
        select account_id, kind, subject from attempt_counts
        where account_id = ${accountId} and kind = ${kind} and subject <> ${subject}
          and started_at <= now() - make_interval(mins => ${minutes})
        limit 20 for update skip locked))
    insert into attempt_counts as a (account_id, kind, subject) values (${accountId}, ${kind}, ${subject})
    on conflict (account_id, kind, subject) do update set
      count = case when a.started_at <= now() - make_interval(mins => ${minutes}) then 1 else a.count + 1 end,
      started_at = case when a.started_at <= now() - make_interval(mins => ${minutes}) then now() else a.started_at end
    returning count`);
  return Number(row?.[0] ?? 0) > most;
}
