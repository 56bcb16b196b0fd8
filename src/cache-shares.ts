/** A value in the shared cache, and the caller that it is charged to. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  bytes: number;
  usedAt: number;
  holder: Holder;
  older: Entry | undefined;
  newer: Entry | undefined;
}

/** The entries of one caller, from least to most recently used. */
export class Holder {
  readonly account: Account;
  readonly caller: string;
  bytes = 0;
  oldest: Entry | undefined;
  #newest: Entry | undefined;

  constructor(account: Account, caller: string) {
    this.account = account;
    this.caller = caller;
  }

  /** Adds the entry as the most recently used. */
  link(entry: Entry): void {
    entry.older = this.#newest;
    entry.newer = undefined;
    if (this.#newest) this.#newest.newer = entry;
    else this.oldest = entry;
    this.#newest = entry;
  }

  unlink(entry: Entry): void {
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

/** Returns the value with the most bytes; if there are several, the first. */
export function largest<T extends { readonly bytes: number }>(values: Iterable<T>): T | undefined {
  let found: T | undefined;
  for (const value of values) if (found === undefined || value.bytes > found.bytes) found = value;
  return found;
}
