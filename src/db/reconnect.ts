import type pg from 'pg';

/** The minimum time between two replacements of all connections. */
const intervalMs = 1_000;

const known = new WeakMap<pg.Pool, Reconnect>();

/** Replaces the connections of a pool whose server no longer accepts writes. */
export class Reconnect {
  readonly #pool: pg.Pool;
  readonly #since = new WeakMap<object, number>();
  #before = Number.NEGATIVE_INFINITY;

  /** Returns the single instance for a pool, whose events it listens to. */
  static of(pool: pg.Pool): Reconnect {
    const found = known.get(pool) ?? new Reconnect(pool);
    known.set(pool, found);
    return found;
  }

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
    pool.on('connect', (client) => this.#since.set(client, performance.now()));
    pool.on('release', (_error, client) => {
      // The pool removes a released client that is ending.
      if ((this.#since.get(client) ?? 0) < this.#before) client.end().catch(() => undefined);
    });
  }

  /** Closes idle connections now, and connections in use when they are released. */
  start(): void {
    if (performance.now() - this.#before < intervalMs) return;
    this.#before = performance.now();
    for (let idle = this.#pool.idleCount; idle > 0; idle -= 1)
      this.#pool.connect().then(
        (client) => client.release(true),
        () => undefined,
      );
  }
}
