import { LRUCache } from 'lru-cache';
import type { CredentialStore } from '../db/wire/credential.ts';
import type { Viewer } from './viewer.ts';

const everyMs = 60_000;
const gatherMs = 1_000;
const maxNoted = 10_000;
const maxBatch = 1_000;

interface User {
  readonly accountId: string;
  readonly accountUserId: string;
}

/** Writes the last use of account users, in batches, at most once a minute each. */
export class LastUse {
  readonly #store: Pick<CredentialStore, 'touchUsers'>;
  readonly #onFailure: (error: unknown) => void;
  readonly #noted = new LRUCache<string, true>({ max: maxNoted, ttl: everyMs });
  #waiting: User[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Pick<CredentialStore, 'touchUsers'>, onFailure: (error: unknown) => void) {
    this.#store = store;
    this.#onFailure = onFailure;
  }

  /** Returns immediately; a failed write is repeated after the next use. */
  note({ accountId, accountUserId }: Viewer): void {
    if (accountUserId === null) return;
    const key = `${accountId} ${accountUserId}`;
    if (this.#noted.has(key)) return;
    this.#noted.set(key, true);
    this.#waiting.push({ accountId, accountUserId });
    if (this.#waiting.length === maxBatch) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), gatherMs).unref();
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const users = this.#waiting;
    this.#waiting = [];
    this.#store.touchUsers(users).catch((error: unknown) => {
      for (const { accountId, accountUserId } of users) this.#noted.delete(`${accountId} ${accountUserId}`);
      this.#onFailure(error);
    });
  }
}
