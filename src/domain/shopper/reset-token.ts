import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from '../../db/model/table.ts';
import type { Write } from '../write/writer.ts';

export const resetMinutes = 60;
const resetTopic = 'shopper.passwordReset';

/** 256 random bits: they cannot be guessed, so a fast hash of them is safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Expired messages whose payloads are cleared with each new one, for installations without a webhook. */
const maxTidied = 20;

/** Returns the outbox message's id. For an unknown email, the same statements write nothing. */
export async function issueToken(
  { run, accountId }: Write,
  email: string,
  token: string,
): Promise<string | null> {
  const id = `msg_${randomUUID().replaceAll('-', '')}`;
  const tidied = run(sql`/* outboxTidy */ select outbox_tidy(${maxTidied}::integer)`);
  const issued = run(sql`/* passwordResetIssue */
    with expired as (
      delete from password_reset_tokens where (account_id, token_hash) in (
        select account_id, token_hash from password_reset_tokens
        where account_id = ${accountId} and expires_at <= now() limit 20 for update skip locked)),
    issued as (
      insert into password_reset_tokens (account_id, token_hash, customer_id, expires_at)
      select account_id, ${tokenHash(token)}, id, now() + make_interval(mins => ${resetMinutes}) from customers
      where account_id = ${accountId} and shopper_email = ${email}
      returning account_id, customer_id, expires_at)
    insert into outbox_messages (account_id, id, topic, recipient, payload, expires_at)
    select account_id, ${id}, ${resetTopic}, ${email},
      jsonb_build_object('customerId', customer_id, 'token', ${token}::text, 'expiresAt', expires_at), expires_at
    from issued
    returning id`);
  const [[message]] = await Promise.all([issued, tidied]);
  return message?.[0] ?? null;
}

export async function findToken({ run, accountId }: Write, token: string): Promise<string | undefined> {
  const [row] = await run(sql`/* passwordResetFind */ select customer_id from password_reset_tokens
    where account_id = ${accountId} and token_hash = ${tokenHash(token)} and used_at is null and expires_at > now()`);
  return row?.[0] ?? undefined;
}

export async function useToken({ run, accountId }: Write, token: string): Promise<boolean> {
  const used = await run(sql`/* passwordResetUse */ update password_reset_tokens set used_at = now()
    where account_id = ${accountId} and token_hash = ${tokenHash(token)} and used_at is null and expires_at > now()
    returning true`);
  return used.length > 0;
}
