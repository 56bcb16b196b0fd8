import type pg from 'pg';
import { type DatabaseFailure, databaseFailure } from './failure.ts';

const intervalMs = 1_000;

const reconnects = new WeakMap<pg.Pool, Reconnect>();

export class Reconnect {
  readonly #pool: pg.Pool;
  readonly #since = new WeakMap<object, number>();
  #before = Number.NEGATIVE_INFINITY;

  static of(pool: pg.Pool): Reconnect {
    const found = reconnects.get(pool) ?? new Reconnect(pool);
    reconnects.set(pool, found);
    return found;
  }

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
    pool.on('connect', (client) => this.#since.set(client, performance.now()));
  }

  readonly #end = (_error: unknown, client: pg.PoolClient): void => {
    // The pool removes a released client that is ending.
    if ((this.#since.get(client) ?? 0) < this.#before) client.end().catch(() => undefined);
  };

  /** Closes idle connections now, and connections in use when they are released. */
  start(): void {
    if (performance.now() - this.#before < intervalMs) return;
    this.#before = performance.now();
    this.#pool.off('release', this.#end).on('release', this.#end);
    for (let idle = this.#pool.idleCount; idle > 0; idle -= 1)
      this.#pool.connect().then(
        (client) => client.release(true),
        () => undefined,
      );
  }
}

export interface WriteFailure {
  readonly kind: Extract<DatabaseFailure, 'readOnly' | 'full'>;
  /** The time of the last failed write, by `performance.now()`. */
  readonly at: number;
}

export class WriteState {
  readonly #reconnect: Reconnect;
  #failure: WriteFailure | undefined;

  constructor(pool: pg.Pool) {
    this.#reconnect = Reconnect.of(pool);
  }

  get failure(): WriteFailure | undefined {
    return this.#failure;
  }

  succeeded(): void {
    this.#failure = undefined;
  }

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
