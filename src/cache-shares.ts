export interface CacheEntry {
  readonly key: string;
  readonly value: unknown;
  bytes: number;
  usedAt: number;
  holder: Holder;
  older: CacheEntry | undefined;
  newer: CacheEntry | undefined;
}

/** The entries of one caller, from least to most recently used. */
export class Holder {
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

export class Account {
  readonly id: string;
  readonly share: number;
  readonly holders = new Map<string, Holder>();
  bytes = 0;

  constructor(id: string, share: number) {
    this.id = id;
    this.share = share;
  }
}

export function largest<T extends { readonly bytes: number }>(values: Iterable<T>): T | undefined {
  let found: T | undefined;
  for (const value of values) if (found === undefined || value.bytes > found.bytes) found = value;
  return found;
}
