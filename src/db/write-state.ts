import type pg from 'pg';
import { type DatabaseFailure, databaseFailure } from './failure.ts';
import { Reconnect } from './reconnect.ts';

export interface WriteFailure {
  readonly kind: Extract<DatabaseFailure, 'readOnly' | 'full'>;
  /** The time of the last failed write, by `performance.now()`. */
  readonly at: number;
}

/** Whether the writes of this process fail because the database is read-only or full. */
export class WriteState {
  readonly #reconnect: Reconnect;
  #failure: WriteFailure | undefined;

  constructor(pool: pg.Pool) {
    this.#reconnect = Reconnect.of(pool);
  }

  /** The last write failure; undefined if the last write succeeded or none was made. */
  get failure(): WriteFailure | undefined {
    return this.#failure;
  }

  succeeded(): void {
    this.#failure = undefined;
  }

  /** Records that a database check found the same failure again. */
  stillFails(): void {
    if (this.#failure) this.#failure = { ...this.#failure, at: performance.now() };
  }

  failed(error: unknown): void {
    const kind = databaseFailure(error);
    if (kind !== 'readOnly' && kind !== 'full') return;
    this.#failure = { kind, at: performance.now() };
    // A new connection may reach the new primary through the host name or a proxy.
    if (kind === 'readOnly') this.#reconnect.start();
  }
}
