import type pg from 'pg';
import type { Observation } from '../../observe/observation.ts';
import type { Observer } from '../../observe/observer.ts';
import { ObservedPool } from './observed-pool.ts';
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

export interface SignInSubject {
  readonly accountId: string;
  readonly accountUserId: string | null;
}

/** The identity of a person: the subject of an issuer's tokens, in the account that they name. */
export interface Identity {
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
}

export interface Person extends Identity {
  /** In lower case. */
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

export interface IdentifiedUser {
  readonly accountUserId: string;
  readonly isActive: boolean;
}

/** The ids of a user and an account user that a sign-in may create. */
export type NewUserIds = readonly [userId: string, accountUserId: string];

/** The requests that wait for a look-up. */
type Requests = readonly Observation[];

/** Sign-in precedes the account: calls functions of the database owner that return only these values. */
export interface CredentialStore {
  findKeys(hashes: readonly string[], requests?: Requests): Promise<readonly (StoredKey | undefined)[]>;
  touchKey(id: string): Promise<void>;
  canSignIn(subjects: readonly SignInSubject[], requests?: Requests): Promise<readonly boolean[]>;
  findIdentities(
    identities: readonly Identity[],
    requests?: Requests,
  ): Promise<readonly (IdentifiedUser | undefined)[]>;
  /** Links an unknown identity to an account user; undefined if there is none and none may be created. */
  signIn(person: Person, ids: NewUserIds | null, requests?: Requests): Promise<IdentifiedUser | undefined>;
  /** Writes the time of the last use of account users, at most once a minute each. */
  touchUsers(users: readonly SignInSubject[]): Promise<void>;
}

type UserRow = IdentifiedUser & { readonly place: string };

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

export function createCredentialStore(given: pg.Pool, observer?: Observer): CredentialStore {
  const pool = new ObservedPool(given, 'sign-in', observer);
  const read = <R extends pg.QueryResultRow>(query: pg.QueryConfig, requests?: Requests) =>
    pool.query<R>(query, requests).catch((error: unknown) => {
      if (isSilence(error)) return pool.query<R>(query, requests);
      throw error;
    });
  return {
    async findKeys(hashes, requests) {
      const query = {
        name: 'apiKeyLookup',
        text: `/* apiKeyLookup */ select k.id, k.account_id as "accountId", k.name, k.key_hash as hash, k.scopes,
          k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"
          from unnest($1::text[]) as requested (hash), api_key_lookup(requested.hash) as k`,
        values: [hashes],
      };
      const { rows } = await read<StoredKey>(query, requests);
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
    async canSignIn(subjects, requests) {
      const query = {
        name: 'canSignIn',
        text: `/* canSignIn */ select account_exists(s.account)
          and (s.account_user is null or account_user_is_active(s.account, s.account_user)) as allowed
          from unnest($1::text[], $2::text[]) with ordinality as s (account, account_user, place) order by place`,
        values: [
          subjects.map(({ accountId }) => accountId),
          subjects.map(({ accountUserId }) => accountUserId),
        ],
      };
      const { rows } = await read<{ readonly allowed: boolean }>(query, requests);
      return subjects.map((_subject, index) => rows[index]?.allowed === true);
    },
    async findIdentities(identities, requests) {
      const query = {
        name: 'identityLookup',
        text: `/* identityLookup */ select requested.place, u.account_user_id as "accountUserId", u.is_active as "isActive"
          from unnest($1::text[], $2::text[], $3::text[]) with ordinality as requested (account, issuer, subject, place),
            account_user_of_identity(requested.account, requested.issuer, requested.subject) as u`,
        values: [
          identities.map(({ accountId }) => accountId),
          identities.map(({ issuer }) => issuer),
          identities.map(({ subject }) => subject),
        ],
      };
      const { rows } = await read<UserRow>(query, requests);
      const found = new Map(rows.map((row) => [Number(row.place), row]));
      return identities.map((_identity, index) => found.get(index + 1));
    },
    async signIn({ accountId, issuer, subject, email, isEmailVerified, name }, ids, requests) {
      const query = {
        name: 'personSignIn',
        text: `/* personSignIn */ select account_user_id as "accountUserId", is_active as "isActive"
          from account_user_sign_in($1, $2, $3, $4, $5, $6, $7)`,
        values: [accountId, issuer, subject, email, isEmailVerified, name, ids],
      };
      const { rows } = await pool.query<IdentifiedUser>(query, requests).catch((error: unknown) => {
        // A mutation took the email since the function looked it up: the function finds its user now.
        if (isUniqueViolation(error)) return pool.query<IdentifiedUser>(query, requests);
        throw error;
      });
      return rows[0];
    },
    async touchUsers(users) {
      await pool.query({
        name: 'accountUsersTouch',
        text: '/* accountUsersTouch */ select account_users_touch($1, $2)',
        values: [users.map(({ accountId }) => accountId), users.map(({ accountUserId }) => accountUserId)],
      });
    },
  };
}
