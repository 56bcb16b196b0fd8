import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { knownScopes, type Viewer } from '../context.ts';
import type { CredentialStore, StoredKey } from '../db/credential.ts';
import { CredentialError } from './credential.ts';

const prefix = 'ck_';
const shape = /^ck_[\w-]{43}$/;
const touchEveryMs = 60_000;
const maxTouched = 10_000;

export function newApiKey(): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** Whether it can be a key; what it begins with tells it from a JWT. */
export const isApiKey = (credential: string): boolean => credential.startsWith(prefix);

/** What is stored of a key: worth nothing without the secret, which is in no database. */
export function hashOf(key: string, secret: string): string {
  return createHmac('sha256', secret).update(key).digest('base64url');
}

export interface KeyOptions {
  readonly secret: string;
  readonly store: CredentialStore;
  /** Told when the time of a key's last use could not be written, which is no reason to refuse it. */
  readonly onUntouched: (error: unknown) => void;
}

export type CheckKey = (key: string) => Promise<Viewer>;

/** The caller does not choose the hash that is looked up; all the same, what decides takes the same time always. */
function isSame(found: StoredKey | undefined, hash: string): found is StoredKey {
  return found !== undefined && timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash));
}

/** Writes when a key was used, at most once in 60 s for the time that is stored, wherever the clock was set to. */
function toucher({ store, onUntouched }: KeyOptions): (key: StoredKey) => void {
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

/** Looks a key up with every request, so that a revoked key is rejected immediately. */
export function createKeyCheck(options: KeyOptions): CheckKey {
  const touch = toucher(options);
  return async (key) => {
    if (!shape.test(key)) throw new CredentialError('an API key of another shape');
    const hash = hashOf(key, options.secret);
    const found = await options.store.findKey(hash);
    if (!isSame(found, hash))
      throw new CredentialError('an API key that is unknown or revoked', { isLasting: true });
    if (found.expiresAt !== null && found.expiresAt.getTime() <= Date.now())
      throw new CredentialError(`the API key ${found.id}, which has expired`);
    touch(found);
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
