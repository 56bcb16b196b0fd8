import type { Db } from '../client.ts';

/** The maximum number of messages that a list shows. */
export const maxListed = 1_000;

interface ListOptions {
  readonly accountId?: string | undefined;
  readonly onlyFailed?: boolean | undefined;
}

/** Lists the messages that were not delivered, newest first, without their payloads. */
export function listMessages(db: Db, { accountId, onlyFailed = false }: ListOptions) {
  return db.outboxMessage.findMany({
    where: {
      sentAt: null,
      ...(accountId !== undefined && { accountId }),
      ...(onlyFailed && { failedAt: { not: null } }),
    },
    omit: { payload: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: maxListed,
  });
}

export type UnsentMessage = Awaited<ReturnType<typeof listMessages>>[number];

export type RetryRefusal = 'no such message' | 'sent' | 'expired';

/** Makes a message due. One that failed gets all attempts again. */
export async function retryMessage(db: Db, id: string): Promise<RetryRefusal | undefined> {
  const retried = await db.$executeRaw`/* outboxRetry */ update outbox_messages
    set next_attempt_at = now(), attempts = case when failed_at is null then attempts else 0 end, failed_at = null
    where id = ${id} and sent_at is null and expires_at > now()`;
  if (retried > 0) return undefined;
  const found = await db.outboxMessage.findFirst({ where: { id }, select: { sentAt: true } });
  if (found === null) return 'no such message';
  return found.sentAt === null ? 'expired' : 'sent';
}

const batch = 500;

/** Makes all failed messages due that have not expired. Returns their number. */
export async function retryFailed(db: Db): Promise<number> {
  for (let total = 0; ; ) {
    const retried = await db.$executeRaw`/* outboxRetryFailed */ update outbox_messages m
      set next_attempt_at = now(), attempts = 0, failed_at = null
      from (
        select account_id, id from outbox_messages
          where failed_at is not null and sent_at is null and expires_at > now() limit ${batch} for update skip locked) failed
      where m.account_id = failed.account_id and m.id = failed.id`;
    total += retried;
    if (retried < batch) return total;
  }
}
