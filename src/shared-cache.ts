import { LRUCache } from 'lru-cache';

export const defaultCacheBytes = 67_108_864;

export interface CacheOwner {
  readonly accountId: string;
  readonly caller: string;
}

/** Entries unused for this long are evicted before all others. */
const idleMs = 10 * 60_000;

/** The owner of entries used by several accounts. No account has this id. */
const shared: CacheOwner = { accountId: '', caller: '' };

interface CacheEntry {
  readonly key: string;
  readonly value: unknown;
  bytes: number;
  usedAt: number;
  holder: Holder;
  older: CacheEntry | undefined;
  newer: CacheEntry | undefined;
}

/** The entries of one caller, from least to most recently used. */
class Holder {
  readonly account: Account;
  readonly caller: string;
  bytes = 0;
  oldest: CacheEntry | undefined;
  #newest: CacheEntry | undefined;

  constructor(account: Account, caller: string) {
    this.account = account;
    this.caller = caller;
  }

  link(entry: CacheEntry): void {
    entry.older = this.#newest;
    entry.newer = undefined;
    if (this.#newest) this.#newest.newer = entry;
    else this.oldest = entry;
    this.#newest = entry;
  }

  unlink(entry: CacheEntry): void {
    if (entry.older) entry.older.newer = entry.newer;
    else this.oldest = entry.newer;
    if (entry.newer) entry.newer.older = entry.older;
    else this.#newest = entry.older;
  }
}

class Account {
  readonly id: string;
  readonly share: number;
  readonly holders = new Map<string, Holder>();
  bytes = 0;

  constructor(id: string, share: number) {
    this.id = id;
    this.share = share;
  }
}

/**
 * An entry is charged to its first caller until another account uses it. An account holds at most a quarter
 * of the bytes, shared entries at most half. A full cache evicts from the largest account's largest caller.
 */
export class SharedCache {
  readonly maxBytes: number;
  /** The maximum size of an entry; larger values are not cached. */
  readonly maxEntryBytes: number;
  readonly #entries: LRUCache<string, CacheEntry>;
  readonly #accounts = new Map<string, Account>();
  readonly #now: () => number;

  constructor(maxBytes: number, now: () => number = () => performance.now()) {
    this.maxBytes = maxBytes;
    this.maxEntryBytes = Math.max(1, Math.floor(maxBytes / 64));
    this.#now = now;
    this.#entries = new LRUCache({ maxSize: maxBytes });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  get size(): number {
    return this.#entries.size;
  }

  bytesOf(accountId: string): number {
    return this.#accounts.get(accountId)?.bytes ?? 0;
  }

  get sharedBytes(): number {
    return this.bytesOf(shared.accountId);
  }

  /** Without a user, the entry is used by its owner. */
  get(key: string, user?: CacheOwner): unknown {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    entry.usedAt = this.#now();
    const { account } = entry.holder;
    if (user === undefined || account.id === user.accountId || account.id === shared.accountId) {
      entry.holder.unlink(entry);
      entry.holder.link(entry);
    } else {
      this.#detach(entry);
      this.#attach(entry, this.#holderOf(shared));
      this.#evictOver(entry.holder.account, 0);
    }
    return entry.value;
  }

  set(key: string, value: unknown, bytes: number, owner: CacheOwner): void {
    this.delete(key);
    if (bytes > this.maxEntryBytes) return;
    this.#makeRoom(this.#holderOf(owner).account, bytes);
    // The holder is looked up again, since making room can remove a holder without entries.
    const holder = this.#holderOf(owner);
    const entry: CacheEntry = {
      key,
      value,
      bytes,
      usedAt: this.#now(),
      holder,
      older: undefined,
      newer: undefined,
    };
    this.#attach(entry, holder);
    this.#entries.set(key, entry, { size: bytes });
  }

  /** Corrects the size of a value that has grown, or evicts it if it is now too large. */
  resize(key: string, value: unknown, bytes: number): void {
    const entry = this.#entries.peek(key);
    if (entry === undefined || entry.value !== value) return;
    const { account, caller } = entry.holder;
    this.set(key, value, bytes, { accountId: account.id, caller });
  }

  delete(key: string): void {
    const entry = this.#entries.peek(key);
    if (entry !== undefined) this.#evict(entry);
  }

  #holderOf({ accountId, caller }: CacheOwner): Holder {
    let account = this.#accounts.get(accountId);
    if (account === undefined) {
      const share = Math.floor(this.maxBytes / (accountId === shared.accountId ? 2 : 4));
      account = new Account(accountId, share);
      this.#accounts.set(accountId, account);
    }
    let holder = account.holders.get(caller);
    if (holder === undefined) {
      holder = new Holder(account, caller);
      account.holders.set(caller, holder);
    }
    return holder;
  }

  #attach(entry: CacheEntry, holder: Holder): void {
    entry.holder = holder;
    holder.link(entry);
    holder.bytes += entry.bytes;
    holder.account.bytes += entry.bytes;
  }

  #detach(entry: CacheEntry): void {
    const { holder } = entry;
    const { account } = holder;
    holder.unlink(entry);
    holder.bytes -= entry.bytes;
    account.bytes -= entry.bytes;
    if (holder.oldest === undefined) account.holders.delete(holder.caller);
    if (account.holders.size === 0) this.#accounts.delete(account.id);
  }

  #evict(entry: CacheEntry): void {
    this.#detach(entry);
    this.#entries.delete(entry.key);
  }

  #makeRoom(account: Account, bytes: number): void {
    this.#evictOver(account, bytes);
    while (this.bytes + bytes > this.maxBytes) {
      const victim = this.#idle() ?? oldestOf(largest(this.#accounts.values()));
      if (victim === undefined) return;
      this.#evict(victim);
    }
  }

  #evictOver(account: Account, bytes: number): void {
    while (account.bytes + bytes > account.share) {
      const victim = oldestOf(account);
      if (victim === undefined) return;
      this.#evict(victim);
    }
  }

  #idle(): CacheEntry | undefined {
    for (const entry of this.#entries.rvalues())
      return entry && this.#now() - entry.usedAt > idleMs ? entry : undefined;
    return undefined;
  }
}

const oldestOf = (account: Account | undefined): CacheEntry | undefined =>
  account && largest(account.holders.values())?.oldest;

function largest<T extends { readonly bytes: number }>(values: Iterable<T>): T | undefined {
  let found: T | undefined;
  for (const value of values) if (found === undefined || value.bytes > found.bytes) found = value;
  return found;
}
