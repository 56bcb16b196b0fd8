import type { OperationIdentity } from '../observer.ts';
import { maxOperations } from './catalogue.ts';

/** An operation that is not persisted gets its own name at this number of requests. */
const frequent = 20;

/** The number of other operations whose requests are counted. */
const maxCandidates = 1_000;

/** A name whose operation was not requested for this long is free for another one. */
const idleMs = 3_600_000;

interface Known {
  usedAt: number;
  readonly isPersisted: boolean;
}

export interface NameOptions {
  /** Whether a document with this hash is persisted. */
  readonly isPersisted: (hash: string) => boolean;
  /** Called with a name that is not used any more. */
  readonly onForget: (name: string) => void;
  readonly now?: () => number;
}

/** Which operations have metrics of their own. Callers choose the names, so their number is bounded. */
export class OperationNames {
  readonly #options: NameOptions;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  readonly #candidates = new Map<string, number>();
  #searchedAt = Number.NEGATIVE_INFINITY;

  constructor(options: NameOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  nameOf(operation: OperationIdentity | undefined): string {
    if (operation === undefined) return 'none';
    const name = operation.name ?? `unnamed-${operation.hash.slice(0, 8)}`;
    const known = this.#known.get(name);
    if (known !== undefined) {
      known.usedAt = this.#now();
      return name;
    }
    return this.#admit(name, operation) ? name : 'other';
  }

  #admit(name: string, { hash }: OperationIdentity): boolean {
    const requests = (this.#candidates.get(name) ?? 0) + 1;
    const isPersisted = this.#options.isPersisted(hash);
    if ((isPersisted || requests >= frequent) && this.#hasRoom(isPersisted)) {
      this.#candidates.delete(name);
      this.#known.set(name, { usedAt: this.#now(), isPersisted });
      return true;
    }
    if (requests === 1 && this.#candidates.size >= maxCandidates) this.#candidates.clear();
    this.#candidates.set(name, requests);
    return false;
  }

  /** A persisted operation takes the place of one that is not: its callers did not choose the name. */
  #hasRoom(isPersisted: boolean): boolean {
    if (this.#known.size < maxOperations) return true;
    this.#forgetIdle();
    if (this.#known.size === maxOperations && isPersisted) this.#forgetFrequent();
    return this.#known.size < maxOperations;
  }

  #forget(name: string): void {
    this.#known.delete(name);
    this.#options.onForget(name);
  }

  /** At most once a minute, since it looks at all names. */
  #forgetIdle(): void {
    const now = this.#now();
    if (now - this.#searchedAt < 60_000) return;
    this.#searchedAt = now;
    for (const [name, { usedAt }] of this.#known) if (now - usedAt >= idleMs) this.#forget(name);
  }

  #forgetFrequent(): void {
    const frequent = [...this.#known].filter(([, { isPersisted }]) => !isPersisted);
    const [oldest] = frequent.sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (oldest !== undefined) this.#forget(oldest[0]);
  }
}
