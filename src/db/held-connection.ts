import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** The connection of a transaction, for whatever is run within it, and what went wrong there last. */
export class HeldConnection {
  client: pg.PoolClient | undefined;
  failure: unknown;
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Runs work within the transaction: its statements go over this connection, whoever sends them. */
  readonly run = <T>(work: () => T): T => held.run(this, work);

  end(): void {
    this.#isOver = true;
    this.client = undefined;
  }
}

const held = new AsyncLocalStorage<HeldConnection>();

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same connection, with some methods done otherwise. */
function withMethods(client: pg.PoolClient, methods: Methods): pg.PoolClient {
  return new Proxy(client, {
    get(target, name) {
      const method = typeof name === 'string' ? methods[name] : undefined;
      if (method !== undefined) return method;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The connection of the transaction that the caller runs in, to be given back to nobody. */
export function heldConnection(): pg.PoolClient | undefined {
  const client = held.getStore()?.client;
  return client && withMethods(client, { release: () => undefined });
}

/**
 * What is done to a connection that the caller now asks for: a transaction's first one is noted as its own, and so is
 * what fails on it, since Prisma keeps half of that. Asked before the wait for the connection, which ends in the
 * context of whoever gave it back.
 */
export function holder(): (client: pg.PoolClient) => pg.PoolClient {
  const scope = held.getStore();
  if (scope === undefined || scope.isOver) return (client) => client;
  return (client) => {
    let last: Promise<unknown> = Promise.resolve();
    // One after the other, as pg will insist on: a dry run's answer is read by many loaders at once.
    const query = (...args: Parameters<typeof client.query>) => {
      const result = last.then(() => client.query(...args));
      last = result.then(
        () => undefined,
        (error: unknown) => {
          scope.failure = error;
        },
      );
      return result;
    };
    scope.client = withMethods(client, { query });
    return scope.client;
  };
}
