import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { deleteAccountCommand } from '../../src/cli/account.ts';
import { readConfig } from '../../src/config.ts';
import { createDb } from '../../src/db/client.ts';
import { demoAccountId, secondDemoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCustomer } from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { untilBlocks } from '../db/blocked.ts';
import { run } from './command.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const missing = 'acc_00000000000000000000000000000000';

async function open(template?: string) {
  const { url, pool } = await openTestDatabase(template);
  const account = (...args: string[]) => run(['account', ...args], { DATABASE_URL: url });
  return { url, pool, db: createDb(pool), account };
}

test('accounts are created, listed and renamed', async () => {
  const { account } = await open();
  expect(await account('list')).toEqual({
    code: 0,
    out: 'No accounts: `customer-gateway init` creates the first one.\n',
    err: '',
  });

  const first = await account('create', '--name', ' Acme ', '--number-prefix', 'AC/');
  const second = await account('create', '--name', 'Bright');

  expect(first).toEqual({
    code: 0,
    out: expect.stringMatching(/^acc_\w+\n$/),
    err: 'Created "Acme", with customer numbers from AC/000001.\n',
  });
  expect(await account('rename', first.out.trim(), 'Acme Ltd')).toEqual({
    code: 0,
    out: `Renamed ${first.out.trim()} to "Acme Ltd".\n`,
    err: '',
  });
  expect((await account('list')).out).toBe(
    `${first.out.trim()}\tAcme Ltd\tAC/\t0 customers\topen\n${second.out.trim()}\tBright\tGW-\t0 customers\topen\n`,
  );
});

test.each([
  [['rename', missing, 'X']],
  [['delete', missing, '--yes']],
  [['delete', missing, '--yes', '--with-data']],
])('%j: an account that does not exist ends with code 1 and one line', async (args) => {
  const { account } = await open();

  expect(await account(...args)).toEqual({
    code: 1,
    out: '',
    err: `Account ${missing} does not exist; \`customer-gateway account list\` lists all accounts.\n`,
  });
});

test.concurrent.each([
  [['rename', 'acme', 'X'], 'It must be an account\'s id, which begins with "acc_".'],
  [['rename', missing], "missing required argument 'name'"],
  [['rename', missing, ''], 'It must be a text of 1 to 255 characters'],
  [['delete'], "missing required argument 'id'"],
  [['create'], "required option '--name <name>' not specified"],
  [['create', '--name', 'A', '--number-prefix', '7'], 'It must have 1 to 10 letters'],
  [[], 'Usage: customer-gateway account'],
])('%j is rejected with the usage', async (args, message) => {
  const { code, out, err } = await run(['account', ...args]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('Usage: customer-gateway account');
});

test.each(['create --name A', 'list', `rename ${missing} A`, `delete ${missing} --yes`])(
  'account %s says how to migrate a database that is behind',
  async (args) => {
    const { account, pool } = await open();
    await pool.query(`delete from _prisma_migrations where migration_name like '%system_rows'`);

    expect(await account(...args.split(' '))).toEqual({
      code: 1,
      out: '',
      err: 'The database is behind this version of the gateway: run `customer-gateway migrate` first.\n',
    });
  },
);

test('a deletion needs --yes without a terminal, and --with-data for customers', async () => {
  const { account, db } = await open();
  const [full, empty] = [await addAccount(db), await addAccount(db)];
  await addCustomer(db, full.id);

  expect(await account('delete', empty.id)).toEqual({
    code: 1,
    out: '',
    err: 'A deletion cannot be undone: add --yes to confirm it, or run the command in a terminal.\n',
  });
  expect(await account('delete', full.id, '--yes')).toEqual({
    code: 1,
    out: '',
    err: `Account ${full.id}, "${full.name}", has 1 customer: add --with-data to delete them with the account.\n`,
  });
  expect(await db.account.count({ where: { closedAt: null } })).toBe(2);

  expect(await account('delete', empty.id, '--yes')).toEqual({
    code: 0,
    out: `Deleted ${empty.id}, "${empty.name}".\n`,
    err: '',
  });
  expect(await account('delete', full.id, '--yes', '--with-data')).toEqual({
    code: 0,
    out: `Deleted ${full.id}, "${full.name}" with 1 customer.\n`,
    err: 'The account is closed; credentials and subscriptions end within 5 s. Deleting its rows …\n',
  });
  expect(await db.account.count()).toBe(0);
});

/** Answers the question of `account delete` in a terminal; null closes it. */
async function answer(url: string, id: string, line: string | null) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const [out, notes] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const config = readConfig({ DATABASE_URL: url });
  const ended = deleteAccountCommand(config, id, {}, { input, out, notes }).then(
    () => 'deleted',
    (error: Error) => error.message,
  );
  await once(notes, 'readable');
  input.end(line ?? '');
  return { result: await ended, question: notes.read() as string, printed: out.read() as string | null };
}

test.for([
  ['yes\n', 'deleted', 0],
  [' YES \n', 'deleted', 0],
  ['y\n', 'Nothing was deleted.', 1],
  ['no\n', 'Nothing was deleted.', 1],
  [null, 'Nothing was deleted.', 1],
] as const)('in a terminal, the answer %j: %s', async ([line, result, left]) => {
  const { url, db } = await open();
  const { id, name } = await addAccount(db);

  expect(await answer(url, id, line)).toMatchObject({
    result,
    question: expect.stringContaining(
      `Delete account ${id}, "${name}"? This cannot be undone. Type "yes" to continue: `,
    ),
  });
  expect(await db.account.count()).toBe(left);
});

test('a deletion that is killed continues when the command is run again', { timeout: 120_000 }, async () => {
  const { url, pool, db, account } = await open(inject('demo'));
  const accountId = demoAccountId;
  const writer = await pool.connect();
  await writer.query('begin');
  await writer.query('select from customers where account_id = $1 for update', [accountId]);
  const child = spawn(process.execPath, [main, 'account', 'delete', accountId, '--yes', '--with-data'], {
    env: { DATABASE_URL: url },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  await untilBlocks(pool, writer);
  child.kill('SIGKILL');
  await closed;
  await writer.query('rollback');
  writer.release();

  expect(await db.order.count({ where: { accountId } })).toBe(0);
  expect((await account('list')).out).toMatch(
    new RegExp(`^${accountId}\tMeridian Supply Co\\.\tC-\t\\d+ customers\tbeing deleted since \\S+Z\n`),
  );
  expect((await run(['seed'], { DATABASE_URL: url })).err).toContain(
    'One of the two demo accounts was deleted',
  );
  expect(await account('delete', accountId, '--yes')).toMatchObject({ code: 1 });

  expect(await account('delete', accountId, '--yes', '--with-data')).toEqual({
    code: 0,
    out: expect.stringMatching(`^Deleted ${accountId}, "Meridian Supply Co\\." with \\d+ customers\\.\n$`),
    err: '',
  });
  expect(await db.customer.groupBy({ by: 'accountId', _count: true })).toEqual([
    { accountId: secondDemoAccountId, _count: 200 },
  ]);
});
