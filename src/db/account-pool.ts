import pg from 'pg';
import { announce } from './announce.ts';
import { asClient } from './connection.ts';

type Callback = Parameters<pg.Pool['connect']>[0];

const stamp = (accountId: string) => ({
  name: 'account',
  text: "/* account */ select set_config('app.account_id', $1, false)",
  values: [accountId],
});

/**
 * A pool whose connections each see the rows of one account. A connection
 * keeps its account, so only a change of account costs a round trip.
 */
export class AccountPool extends pg.Pool {
  readonly #accounts = new WeakMap<pg.PoolClient, string>();

  lendTo(accountId: string, callback: Callback): void {
    super.connect((error, client, release) => {
      if (client === undefined) return callback(error, client, release);
      asClient(client).isForTransaction = false;
      if (this.#accounts.get(client) === accountId) return callback(error, client, release);
      client.query(stamp(accountId)).then(
        () => {
          this.#accounts.set(client, accountId);
          callback(undefined, client, release);
        },
        (failure: Error) => {
          release(true);
          callback(failure, undefined, release);
        },
      );
    });
  }

  override query = ((query: never, ...rest: never[]) =>
    super.query(announce(query), ...rest)) as unknown as pg.Pool['query'];

  /**
   * Without an account: for a transaction, which sets its
   * account first, or for a statement without an account.
   */
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (callback === undefined) return this.#lendForTransaction();
    this.lendTo('', callback);
    return undefined;
  }

  async #lendForTransaction(): Promise<pg.PoolClient> {
    const client = await super.connect();
    asClient(client).isForTransaction = true;
    return client;
  }
}

/** Whether statements can be sent before earlier ones have completed. */
export const isPipelined = (pool: pg.Pool): boolean => pool instanceof AccountPool;

/** Acquires a connection for an account's statements; the maintenance pool's connections see every account's rows. */
export function lendTo(pool: pg.Pool, accountId: string, callback: Callback): void {
  if (pool instanceof AccountPool) pool.lendTo(accountId, callback);
  else pool.connect(callback);
}
