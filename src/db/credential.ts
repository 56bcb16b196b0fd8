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

/** The account and, if it is given, the user that a token names. */
export interface SignInSubject {
  readonly accountId: string;
  readonly accountUserId: string | null;
}

/**
 * Lookups needed for sign-in, before the account is known. They call
 * functions of the database owner that return only these values.
 */
export interface CredentialStore {
  /** Returns the keys with these hashes, in this order; undefined for one that does not exist or was revoked. */
  findKeys(hashes: readonly string[]): Promise<readonly (StoredKey | undefined)[]>;
  touchKey(id: string): Promise<void>;
  /** Whether each account exists and, if a user is given, that user is active. */
  canSignIn(subjects: readonly SignInSubject[]): Promise<readonly boolean[]>;
}

export function createCredentialStore(pool: pg.Pool): CredentialStore {
  /** Runs a repeatable statement, and retries it once if its connection does not respond. */
  const read = <R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<R>> =>
    pool.query<R>(query).catch((error: unknown) => {
      if (isSilence(error)) return pool.query<R>(query);
      throw error;
    });
  return {
    async findKeys(hashes) {
      const { rows } = await read<StoredKey>({
        name: 'apiKeyLookup',
        text: `/* apiKeyLookup */ select k.id, k.account_id as "accountId", k.name, k.key_hash as hash, k.scopes,
          k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"
          from unnest($1::text[]) as requested (hash), api_key_lookup(requested.hash) as k`,
        values: [hashes],
      });
      const keys = new Map(rows.map((row) => [row.hash, row]));
      return hashes.map((hash) => keys.get(hash));
    },
    async touchKey(id) {
      await pool.query({
        name: 'apiKeyTouch',
        text: '/* apiKeyTouch */ select api_key_touch($1)',
        values: [id],
      });
    },
    async canSignIn(subjects) {
      const { rows } = await read<{ readonly allowed: boolean }>({
        name: 'canSignIn',
        text: `/* canSignIn */ select account_exists(s.account)
          and (s.account_user is null or account_user_is_active(s.account, s.account_user)) as allowed
          from unnest($1::text[], $2::text[]) with ordinality as s (account, account_user, place) order by place`,
        values: [
          subjects.map(({ accountId }) => accountId),
          subjects.map(({ accountUserId }) => accountUserId),
        ],
      });
      return subjects.map((_subject, index) => rows[index]?.allowed === true);
    },
  };
}
