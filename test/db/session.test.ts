import type pg from 'pg';
import { expect, test } from 'vitest';
import type { ConnectionSource } from '../../src/db/connection-queue.ts';
import { Session } from '../../src/db/session.ts';
import type { TextQuery } from '../../src/db/text-query.ts';

/** A connection on which every statement fails under a code, and which is not closed yet. */
function failing(code: string): pg.PoolClient {
  const stream = { cork: () => undefined, uncork: () => undefined };
  const query = (asked: TextQuery) => asked.handleError(Object.assign(new Error(code), { code }));
  // What a session uses of a connection.
  return { connection: { stream }, query } as unknown as pg.PoolClient;
}

test.for([
  ['57P01', true],
  ['08006', true],
  ['23505', false],
  ['57014', false],
] as const)(
  'a connection on which a statement failed with %s is given back as broken: %s',
  async ([code, isBroken]) => {
    const back = new Promise((resolve) => {
      const source: ConnectionSource = {
        acquire: async () => failing(code),
        release: (_client, broken) => resolve(broken),
        isPipelined: true,
        expensiveMs: 2_000,
      };
      const session = new Session(source, { accountId: 'acc_1', caller: 'test' });
      session.send({ text: 'select 1', values: [] }).catch(() => undefined);
    });

    expect(await back).toBe(isBroken);
  },
);
