import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { execute } from '../../src/db/read/statement.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { preparedLimits } from '../../src/db/wire/text-batch.ts';
import { transaction } from '../../src/db/write/transaction.ts';
import { openTestDatabase } from '../database.ts';

const { url } = await openTestDatabase();
const requester = { accountId: 'a', caller: 'a' };

/** The only connection of a pool. */
function openOne() {
  const serving = createServingPool({ connectionString: url }, () => undefined, 60_000, 1);
  onTestFinished(() => serving.end());
  const db = createDb(serving);
  const session = () => db.$session(requester);
  const run = (text: string) => execute(session(), { text, values: [] });
  /** Statements that the server has prepared: how many, and the characters of all of them. */
  async function prepared(where = 'true') {
    const text = `select count(*), coalesce(sum(length(statement)), 0) from pg_prepared_statements where ${where}`;
    const [row = []] = await session().send({ text, values: [] });
    return { names: Number(row[0]), characters: Number(row[1]) };
  }
  return { db, run, prepared };
}

/** A statement of this length; the shortest one is just the number. */
const statement = (kind: string, n: number, characters = 0) =>
  `select ${n} /* ${kind} */`.padEnd(characters, ' ');

async function twice(work: () => Promise<unknown>): Promise<void> {
  await work();
  await work();
}

test('a statement is prepared from its second use on', async () => {
  const { run, prepared } = openOne();
  const found = async () => (await prepared(`statement like '%seldom%'`)).names;

  await run(statement('seldom', 1));
  const once = await found();
  await run(statement('seldom', 1));

  expect([once, await found()]).toEqual([0, 1]);
});

test('a connection keeps a bounded number of prepared statements, the most recently used', async () => {
  const { run, prepared } = openOne();
  const count = preparedLimits.names + 50;

  for (let n = 0; n < count; n += 1) {
    await twice(() => run(statement('many', n)));
    await run(statement('many', 0));
  }

  expect((await prepared()).names).toBe(preparedLimits.names);
  expect((await prepared(`statement like 'select 0 %many%'`)).names).toBe(1);
  expect((await prepared(`statement like 'select 1 %many%'`)).names).toBe(0);
  expect(await run(statement('many', 1))).toEqual([['1']]);
  expect((await prepared()).names).toBe(preparedLimits.names);
});

test('the prepared statements of a connection are bounded in characters', async () => {
  const { run, prepared } = openOne();

  for (let n = 0; n < 40; n += 1) await twice(() => run(statement('long', n, 7_000)));

  const { characters } = await prepared();
  expect(characters).toBeLessThanOrEqual(preparedLimits.characters);
  expect(characters).toBeGreaterThan(preparedLimits.characters / 2);
});

test('a very long statement is never prepared', async () => {
  const { run, prepared } = openOne();

  await twice(() => twice(() => run(statement('huge', 1, 20_000))));

  expect((await prepared(`statement like '%huge%'`)).names).toBe(0);
});

test('more statements than a connection keeps can be sent in one write, repeatedly', async () => {
  const { run, prepared } = openOne();
  const numbers = Array.from({ length: preparedLimits.names + 100 }, (_, n) => n);
  const all = () => Promise.all(numbers.map((n) => run(statement('at once', n))));

  for (let round = 0; round < 3; round += 1) expect(await all()).toEqual(numbers.map((n) => [[String(n)]]));

  for (const n of [1, 2]) await twice(() => run(statement('afterwards', n)));
  expect((await prepared()).names).toBeLessThanOrEqual(preparedLimits.names);
});

test('the statements of a transaction and of Prisma count as well', async () => {
  const { db, run, prepared } = openOne();

  const others = Array.from({ length: preparedLimits.names - 10 }, (_, n) => statement('before', n));
  await twice(() => Promise.all(others.map(run)));
  for (let length = 1; length <= 20; length += 1) {
    const ids = Array.from({ length }, (_, n) => `cus_${n}`);
    const find = () =>
      transaction(db, requester, ({ prisma }) =>
        prisma((tx) => tx.tag.findMany({ where: { id: { in: ids } } })),
      );
    await twice(find);
  }
  const { names, characters } = await prepared();
  expect((await prepared(`statement like '%"tags"%'`)).names).toBeGreaterThan(10);
  expect(names).toBeLessThanOrEqual(preparedLimits.names);
  expect(characters).toBeLessThanOrEqual(preparedLimits.characters);
});

test('a failed statement is prepared again when it is sent again', async () => {
  const { run } = openOne();
  const text = 'select 1 / (1 - (select count(*) from priorities)::int / 100) /* broken */';

  for (let n = 0; n < 3; n += 1) {
    await expect(run('select nothing /* broken */')).rejects.toThrow('nothing');
    expect(await run(text)).toEqual([['1']]);
  }
});
