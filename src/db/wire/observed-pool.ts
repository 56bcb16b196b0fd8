import type pg from 'pg';
import { type Observation, sending, statementName } from '../../observe/observation.ts';
import type { Observer, PoolName } from '../../observe/observer.ts';

/** A pool whose statements are observed. Several requests can wait for the result of one. */
export class ObservedPool {
  readonly #pool: pg.Pool;
  readonly #name: PoolName;
  readonly #observer: Observer | undefined;

  constructor(pool: pg.Pool, name: PoolName, observer: Observer | undefined) {
    this.#pool = pool;
    this.#name = name;
    this.#observer = observer;
  }

  async query<R extends pg.QueryResultRow>(
    query: pg.QueryConfig,
    requests: readonly Observation[] = [],
  ): Promise<pg.QueryResult<R>> {
    const client = await this.#connect(requests);
    const end = this.#sending(query, requests);
    try {
      const result = await client.query<R>(query);
      end(result.rows);
      client.release();
      return result;
    } catch (error) {
      end([], error);
      client.release(true);
      throw error;
    }
  }

  async #connect(requests: readonly Observation[]): Promise<pg.PoolClient> {
    const since = performance.now();
    for (const request of requests) request.waits();
    try {
      const client = await this.#pool.connect();
      this.#observer?.acquired(performance.now() - since, this.#name);
      return client;
    } finally {
      for (const request of requests) request.waited();
    }
  }

  #sending({ text, values = [] }: pg.QueryConfig, requests: readonly Observation[]) {
    const statement = { text, values };
    const name = statementName(text);
    const end = sending([{ statement }], undefined, this.#observer);
    const spans = requests.map((request) => {
      request.sends();
      return request.tracer?.start('statement', { name }, undefined, statement);
    });
    return (rows: readonly unknown[], error?: unknown) => {
      end([rows], 0, error === undefined ? undefined : { at: 0, error });
      for (const span of spans) span?.end({ rows: rows.length }, error);
      // Of their statements and rows, requests count only those of their operations.
      for (const request of requests) request.received(0, 0);
    };
  }
}
