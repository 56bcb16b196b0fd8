import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CredentialStore, StoredKey } from '../db/wire/credential.ts';
import type { Observation } from '../observe/observation.ts';
import type { SharedCache } from '../shared-cache.ts';
import { CredentialError } from './credential.ts';
import { LookUp } from './look-up.ts';
import { knownScopes, type Viewer } from './viewer.ts';

const prefix = 'ck_';
const keyPattern = /^ck_[\w-]{43}$/;
const touchEveryMs = 60_000;
const maxTouched = 10_000;

export function newApiKey(): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** Whether it may be an API key; the prefix distinguishes it from a JWT. */
export const isApiKey = (credential: string): boolean => credential.startsWith(prefix);

/** The stored hash of a key: useless without the secret, which is in no database. */
export function hashApiKey(key: string, secret: string): string {
  return createHmac('sha256', secret).update(key).digest('base64url');
}

export interface KeyOptions {
  readonly secret: string;
  readonly store: CredentialStore;
  /** Called when the time of a key's last use could not be written; the key is accepted anyway. */
  readonly onUntouched: (error: unknown) => void;
  readonly cache: SharedCache;
}

const hashBytes = 500;

export type CheckKey = (key: string, request?: Observation) => Promise<Viewer>;

/** Compares in constant time, although the caller cannot choose the hash that is looked up. */
function isSame(found: StoredKey | undefined, hash: string): found is StoredKey {
  return found !== undefined && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash));
}

/** Writes a key's last use, at most once in 60 s per stored time, whatever the clock is set to. */
function lastUseWriter({ store, onUntouched }: KeyOptions): (key: StoredKey) => void {
  const touched = new LRUCache<string, true>({ max: maxTouched, ttl: touchEveryMs });
  return ({ id, lastUsedAt }) => {
    const stored = lastUsedAt?.getTime() ?? 0;
    const agoMs = Date.now() - stored;
    const use = `${id} ${stored}`;
    if ((agoMs >= 0 && agoMs < touchEveryMs) || touched.has(use)) return;
    touched.set(use, true);
    store.touchKey(id).catch((error: unknown) => {
      touched.delete(use);
      onUntouched(error);
    });
  };
}

/** Reads the key with every request, so that a revoked key is rejected immediately; caches only hashes. */
export function createKeyCheck(options: KeyOptions): CheckKey {
  const { store, secret, cache } = options;
  const touch = lastUseWriter(options);
  const lookUp = new LookUp(
    (hashes: readonly string[], requests) => store.findKeys(hashes, requests),
    String,
  );
  return async (key, request) => {
    if (!keyPattern.test(key)) throw new CredentialError('a malformed API key');
    // Only this function writes under the texts of keys.
    const known = cache.get(key) as string | undefined;
    const hash = known ?? hashApiKey(key, secret);
    const found = await lookUp.now(hash, request);
    if (!isSame(found, hash))
      throw new CredentialError('an API key that is unknown or revoked', { isLasting: true });
    if (found.expiresAt !== null && found.expiresAt.getTime() <= Date.now())
      throw new CredentialError(`the API key ${found.id}, which has expired`);
    touch(found);
    if (known === undefined)
      cache.set(key, hash, hashBytes, { accountId: found.accountId, caller: found.id });
    const { id, accountId, name, scopes, expiresAt } = found;
    return {
      accountId,
      accountUserId: null,
      service: name,
      scopes: knownScopes(scopes),
      caller: id,
      ...(expiresAt !== null && { expiresAt: expiresAt.getTime() }),
    };
  };
}
