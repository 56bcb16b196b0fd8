import type { Db } from '../client.ts';
import { newKeyId } from '../model/id.ts';

/** Two, so that a key can be replaced without a moment in which neither is valid. */
export const maxLiveKeys = 2;

interface NewApiKey {
  readonly accountId: string;
  readonly name: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
}

export interface ApiKey extends Omit<NewApiKey, 'hash'> {
  readonly id: string;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
}

export type Refusal = 'no such account' | 'too many live keys';

const ofLiveKeys = () => ({
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
});

/** Prisma's own limits, 2 and 5 s, are for requests. */
const transactionLimits = { maxWait: 30_000, timeout: 30_000 };

/** Stores a key's hash, unless its account has two live keys of that name. */
export function addApiKey(db: Db, key: NewApiKey): Promise<{ readonly id: string } | Refusal> {
  const { accountId, name, scopes } = key;
  return db.$transaction(async (tx) => {
    // Locks the account's row, so that concurrent additions are counted one after the other.
    const accounts = await tx.$queryRaw<readonly unknown[]>`/* apiKeyAccount */
      select id from accounts where id = ${accountId} for no key update`;
    if (accounts.length === 0) return 'no such account';
    const live = await tx.apiKey.count({ where: { accountId, name, ...ofLiveKeys() } });
    if (live >= maxLiveKeys) return 'too many live keys';
    const data = { ...key, id: newKeyId(), scopes: [...scopes] };
    return tx.apiKey.create({ data, select: { id: true } });
  }, transactionLimits);
}

/** Lists an account's keys, newest first; undefined if the account does not exist. */
export async function listApiKeys(db: Db, accountId: string): Promise<readonly ApiKey[] | undefined> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { apiKeys: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], omit: { hash: true } } },
  });
  return account?.apiKeys;
}

export async function revokeApiKey(db: Db, id: string): Promise<boolean> {
  const revokedAt = new Date();
  const { count } = await db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
  return count === 1 || (await db.apiKey.count({ where: { id } })) === 1;
}
