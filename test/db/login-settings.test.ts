import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { storeSettings } from '../../src/db/admin/login-settings.ts';
import { openTestDatabase } from '../database.ts';

const { pool, url } = await openTestDatabase();

async function createLogin(): Promise<string> {
  const login = `cg_login_${randomBytes(4).toString('hex')}`;
  await pool.query(`create role ${login} login`);
  afterAll(() => pool.query(`drop role ${login}`));
  return login;
}

const settings = { timezone: 'UTC', default_transaction_isolation: 'read\\ committed' };

const linesFor = (login: string) => [
  `alter role "${login}" set timezone = 'UTC';`,
  `alter role "${login}" set default_transaction_isolation = 'read committed';`,
];

test('a login gets its missing settings once', async () => {
  const login = await createLogin();

  expect(await storeSettings(pool, login, settings)).toEqual({ run: linesFor(login), missing: [] });
  expect(await storeSettings(pool, login, settings)).toEqual({ run: [], missing: [] });
  await pool.query(`alter role ${login} set timezone = 'Europe/Berlin'`);
  expect(await storeSettings(pool, login, settings)).toEqual({
    run: linesFor(login).slice(0, 1),
    missing: [],
  });
});

test('a login that cannot alter another one changes nothing and returns the statements', async () => {
  const [login, other] = [await createLogin(), await createLogin()];
  const plain = new URL(url);
  plain.username = other;
  const unprivileged = new pg.Pool({ connectionString: plain.href, max: 1 });

  const given = await storeSettings(unprivileged, login, settings);

  await unprivileged.end();
  expect(given).toEqual({ run: [], missing: linesFor(login) });
  expect(await storeSettings(pool, login, settings)).toEqual({ run: linesFor(login), missing: [] });
});
