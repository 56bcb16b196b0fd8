import { expect, test } from 'vitest';
import { createDb } from '../../../src/db/client.ts';
import { Writer } from '../../../src/domain/write/writer.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';

const { pool, serving } = await openTestDatabase();
const owner = createDb(pool);
const { id: accountId } = await add.addAccount(owner);
const db = createDb(serving);
const writer = () =>
  new Writer({
    db,
    author: { accountId, caller: 'test', actor: null, actorType: null },
    onChange: () => undefined,
  });
const request = { name: 'test', input: {} };

const failing = (code: string, constraint?: string) => Object.assign(new Error('no'), { code, constraint });

/** Resolves for all callers once `count` of them have arrived, and for later ones immediately. */
function barrier(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length >= count) for (const each of waiting) each();
    });
}

test.for(['40P01', '40001', '23505'])(
  'a transaction that fails with %s is retried three times',
  async (code) => {
    let tries = 0;
    const done = writer().run(request, async () => {
      tries += 1;
      if (tries < 4) throw failing(code);
      return { id: 'x' };
    });

    expect(await done).toEqual({ id: 'x', userErrors: [] });
    expect(tries).toBe(4);
  },
);

test('after the retries, a known constraint is a user error', async () => {
  let tries = 0;
  const done = writer().run(request, async () => {
    tries += 1;
    throw failing('23505', 'customers_account_id_short_id_key');
  });

  expect(await done).toMatchObject({ userErrors: [{ code: 'TAKEN', path: ['shortId'] }] });
  expect(tries).toBe(4);
});

test('an unknown constraint is an internal error, and other errors are not retried', async () => {
  const deadlock = failing('40P01');
  await expect(writer().run(request, () => Promise.reject(deadlock))).rejects.toBe(deadlock);

  let tries = 0;
  const fault = new Error('ours');
  await expect(
    writer().run(request, () => {
      tries += 1;
      return Promise.reject(fault);
    }),
  ).rejects.toBe(fault);
  expect(tries).toBe(1);
});

test('of two transactions in a deadlock, one is retried, and both succeed', async () => {
  const ids = [(await add.addCustomer(owner, accountId)).id, (await add.addCustomer(owner, accountId)).id];
  const both = barrier(2);
  let attempts = 0;
  const touch = (order: readonly string[]) =>
    writer().run(request, async ({ prisma }) => {
      attempts += 1;
      for (const id of order) {
        const where = { accountId_id: { accountId, id } };
        await prisma((tx) => tx.customer.update({ where, data: { version: { increment: 1 } } }));
        await both();
      }
      return {};
    });

  await Promise.all([touch(ids), touch([...ids].reverse())]);

  expect(attempts).toBe(3);
  const rows = await owner.customer.findMany({ where: { id: { in: ids } } });
  expect(rows.map(({ version }) => version)).toEqual([3, 3]);
});

test('a dry run stays open until it is settled, and is then rolled back', async () => {
  const trying = writer();
  const { id } = await add.addCustomer(owner, accountId);
  const change = { where: { accountId_id: { accountId, id } }, data: { note: 'tried' } };

  await trying.run({ name: 'test', input: { dryRun: true } }, async ({ prisma }) => {
    await prisma((tx) => tx.customer.update(change));
    return {};
  });
  const { rows } = await pool.query(
    `select from pg_locks where relation = 'customers'::regclass and mode = 'RowExclusiveLock'
      and database = (select oid from pg_database where datname = current_database())`,
  );
  await trying.settle();

  expect(rows).toHaveLength(1);
  expect(await owner.customer.count({ where: { id, note: 'tried' } })).toBe(0);
  expect(serving.idleCount).toBe(serving.totalCount);
});
