import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { addAccount, issued, openSigned, secret } from '../auth/gateway.ts';
import { insert } from '../db/sql-rows.ts';

const signed = await openSigned();
const { ask, pool, url } = signed;
const account = await addAccount(signed, 'ours');
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built `customer-gateway user …`. */
function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'user', ...args], { env: { DATABASE_URL: url } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const invite = (email: string, ...more: readonly string[]) =>
  run('invite', '--account', account, '--email', email, ...more);
const idOf = ({ out }: Run) => /acu_\w+/.exec(out)?.[0] ?? '';

async function signIn(email: string) {
  const token = await new SignJWT({ account, sub: `sub of ${email}`, email, email_verified: true })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  const { status, body } = await ask(`Bearer ${token}`, '{ viewer { scopes } }');
  return { status, scopes: body.data?.viewer.scopes };
}

test('an invited person signs in with the email, and the outbox has the invitation', async () => {
  const role = await insert(pool, 'roles', { name: 'Sales' });
  expect((await signIn('ada@example.com')).status).toBe(401);

  const invited = await invite('Ada@Example.com', '--name', 'Ada Lovelace', '--role', 'Sales');

  const id = idOf(invited);
  expect(invited).toEqual({
    code: 0,
    out: `Invited ada@example.com to account ${account}: ${id}.\n`,
    err: '',
  });
  expect(await signIn('ada@example.com')).toEqual({ status: 200, scopes: [] });
  const { rows } = await pool.query(
    `select s.id, s.role_id, s.status, i.subject, u.name, m.topic, m.recipient, m.payload from account_users s
     join users u on u.id = s.user_id join account_user_identities i on i.account_user_id = s.id
     join outbox_messages m on m.recipient = u.email`,
  );
  expect(rows).toEqual([
    {
      ...{ id, role_id: role, status: 'ACTIVE', name: 'Ada Lovelace', subject: 'sub of ada@example.com' },
      ...{ topic: 'accountUser.invitation', recipient: 'ada@example.com' },
      payload: { accountUserId: id, accountName: 'ours', name: 'Ada Lovelace' },
    },
  ]);
  expect(await invite('ada@example.com')).toEqual({
    code: 1,
    out: '',
    err: `ada@example.com is an active user of account ${account} already.\n`,
  });
});

test('an invitation can be repeated until the first sign-in, and reinstates a removed user', async () => {
  const id = idOf(await invite('bob@example.com'));
  expect(idOf(await invite('bob@example.com'))).toBe(id);
  await signIn('bob@example.com');
  await pool.query("update account_users set status = 'REMOVED' where id = $1", [id]);

  expect(idOf(await invite('bob@example.com', '--name', 'Bob'))).toBe(id);

  const { rows } = await pool.query('select status from account_users where id = $1', [id]);
  expect(rows).toEqual([{ status: 'ACTIVE' }]);
  const { rowCount } = await pool.query("select from outbox_messages where recipient = 'bob@example.com'");
  expect(rowCount).toBe(3);
});

test('the users of an account are listed', async () => {
  const account_id = await insert(pool, 'accounts');
  expect((await run('list', '--account', account_id)).out).toBe('No users.\n');
  const user_id = await insert(pool, 'users', { account_id, email: 'eve@example.com' });
  const id = await insert(pool, 'account_users', { account_id, user_id, status: 'DISABLED' });

  expect(await run('list', '--account', account_id)).toEqual({
    code: 0,
    out: `${id}\teve@example.com\t-\t-\tdisabled\tnever used\n`,
    err: '',
  });
});

const elsewhere = 'acc_00000000000000000000000000000000';

test.for<readonly [readonly string[], number, string]>([
  [['invite', '--account', elsewhere, '--email', 'a@b.example'], 1, `Account ${elsewhere} does not exist.\n`],
  [['list', '--account', elsewhere], 1, `Account ${elsewhere} does not exist.\n`],
  [
    ['invite', '--account', account, '--email', 'a@b.example', '--role', 'None'],
    1,
    `Account ${account} has no role with the id or the name "None": \`roles\` lists all roles.\n`,
  ],
])('%j: an object that does not exist ends with code 1 and one line', async ([args, code, err]) => {
  expect(await run(...args)).toEqual({ code, out: '', err });
});

test('an invalid email is a usage error', async () => {
  const { code, err } = await invite('nobody');

  expect(code).toBe(2);
  expect(err).toContain('It must be an email address, such as');
});
