import type pg from 'pg';
import { isSilence } from './watchdog.ts';

export interface StoredKey {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/**
 * Lookups needed for sign-in, before the account is known. They call
 * functions of the database owner that return only these values.
 */
export interface CredentialStore {
  /** Returns the key with this hash; undefined if it does not exist or was revoked. */
  findKey(hash: string): Promise<StoredKey | undefined>;
  touchKey(id: string): Promise<void>;
  /** Whether the account exists and, if a user is given, that user is active. */
  mayEnter(accountId: string, accountUserId: string | null): Promise<boolean>;
}

export function createCredentialStore(pool: pg.Pool): CredentialStore {
  /** Runs a repeatable statement, and retries it once if its connection does not respond. */
  const read = <R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<R>> =>
    pool.query<R>(query).catch((error: unknown) => {
      if (isSilence(error)) return pool.query<R>(query);
      throw error;
    });
  return {
    async findKey(hash) {
      const { rows } = await read<StoredKey>({
        name: 'apiKeyLookup',
        text: `/* apiKeyLookup */ select id, account_id as "accountId", name, key_hash as hash, scopes,
          expires_at as "expiresAt", last_used_at as "lastUsedAt" from api_key_lookup($1)`,
        values: [hash],
      });
      return rows[0];
    },
    async touchKey(id) {
      await pool.query({
        name: 'apiKeyTouch',
        text: '/* apiKeyTouch */ select api_key_touch($1)',
        values: [id],
      });
    },
    async mayEnter(accountId, accountUserId) {
      const { rows } = await read<{ readonly allowed: boolean }>({
        name: 'mayEnter',
        text: `/* mayEnter */ select account_exists($1)
          and ($2::text is null or account_user_is_active($1, $2)) as allowed`,
        values: [accountId, accountUserId],
      });
      return rows[0]?.allowed === true;
    },
  };
}
