import type pg from 'pg';
import { newKeyId } from './id.ts';

/** Two, so that a key can be replaced without a moment in which neither is valid. */
export const maxLiveKeys = 2;

export interface NewApiKey {
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

async function add(
  client: pg.PoolClient,
  { accountId, name, hash, scopes, expiresAt }: NewApiKey,
): Promise<{ readonly id: string } | Refusal> {
  // Locks the account's row, so that concurrent additions are counted one after the other.
  const account = await client.query(
    '/* apiKeyAccount */ select from accounts where id = $1 for no key update',
    [accountId],
  );
  if (account.rowCount === 0) return 'no such account';
  const live = await client.query(
    `/* apiKeysLive */ select from api_keys where account_id = $1 and name = $2
      and revoked_at is null and (expires_at is null or expires_at > now())`,
    [accountId, name],
  );
  if ((live.rowCount ?? 0) >= maxLiveKeys) return 'too many live keys';
  const id = newKeyId();
  await client.query(
    `/* apiKeyAdd */ insert into api_keys (id, account_id, name, hash, scopes, expires_at)
      values ($1, $2, $3, $4, $5, $6)`,
    [id, accountId, name, hash, scopes, expiresAt],
  );
  return { id };
}

/** Stores a key's hash, unless its account has two live keys of that name. */
export async function addApiKey(pool: pg.Pool, key: NewApiKey): Promise<{ readonly id: string } | Refusal> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const added = await add(client, key);
    await client.query('commit');
    return added;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Lists an account's keys, newest first; undefined if the account does not exist. */
export async function listApiKeys(pool: pg.Pool, accountId: string): Promise<readonly ApiKey[] | undefined> {
  const { rows } = await pool.query<ApiKey>(
    `/* apiKeys */ select k.id, k.account_id as "accountId", k.name, k.scopes, k.expires_at as "expiresAt",
      k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", k.created_at as "createdAt"
    from accounts a left join api_keys k on k.account_id = a.id
    where a.id = $1 order by k.created_at desc, k.id desc`,
    [accountId],
  );
  return rows.length === 0 ? undefined : rows.filter(({ id }) => id !== null);
}

/** Revokes a key from the next request on. Returns false if the key does not exist. */
export async function revokeApiKey(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    '/* apiKeyRevoke */ update api_keys set revoked_at = coalesce(revoked_at, now()) where id = $1',
    [id],
  );
  return rowCount === 1;
}
