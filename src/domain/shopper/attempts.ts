import { createHash } from 'node:crypto';
import { type Sql, sql } from '../../db/model/table.ts';
import type { Write } from '../write/writer.ts';

/** The maximum number of attempts within a window, which starts with the first attempt. */
export interface AttemptLimit {
  readonly kind: string;
  readonly most: number;
  readonly minutes: number;
}

const subjectOf = (about: string): string => createHash('sha256').update(about).digest('base64url');

const rowOf = (accountId: string, { kind }: AttemptLimit, about: string): Sql =>
  sql`account_id = ${accountId} and kind = ${kind} and subject = ${subjectOf(about)}`;

export async function isTooMany(
  { run, accountId }: Write,
  { kind, most, minutes }: AttemptLimit,
  about: string,
): Promise<boolean> {
  const subject = subjectOf(about);
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

/** Takes back one attempt: only failed ones count. */
export async function uncountAttempt(
  { run, accountId }: Write,
  limit: AttemptLimit,
  about: string,
): Promise<void> {
  const row = rowOf(accountId, limit, about);
  await run(sql`/* attemptUncount */
    with last as (delete from attempt_counts where ${row} and count = 1)
    update attempt_counts set count = count - 1 where ${row} and count > 1`);
}

export async function forgetAttempts(
  { run, accountId }: Write,
  limit: AttemptLimit,
  about: string,
): Promise<void> {
  await run(sql`/* attemptsForget */ delete from attempt_counts where ${rowOf(accountId, limit, about)}`);
}
