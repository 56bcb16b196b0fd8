import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { createDirectory } from '../embedded/data-directory.ts';
import { run } from './command.ts';

const { url } = await openTestDatabase(inject('demo'));

async function usedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' ? String(address?.port) : '';
}

const inUse = (port: string) => ({
  code: 1,
  out: '',
  err: `Port ${port} of 127.0.0.1 is in use: stop the program that uses it, or set PORT to another port (0: any free port).\n`,
});

test.each(['1', '3'])(
  'with %s workers, a port in use is reported before a database is created',
  async (count) => {
    const dataDir = join(await createDirectory(), 'data');
    const port = await usedPort();

    expect(await run(['serve'], { DATA_DIR: dataDir, PORT: port, WORKERS: count })).toEqual(inUse(port));
    expect(existsSync(dataDir)).toBe(false);
  },
);

/** Takes the port in the same process as soon as the first check has released it. */
const takeAfterCheck = `import net from 'node:net';
const { close } = net.Server.prototype;
if (process.argv[2] === 'serve') net.Server.prototype.close = function (...args) {
  net.Server.prototype.close = close;
  this.once('close', () => net.createServer().listen(Number(process.env.PORT), '127.0.0.1').unref());
  return close.apply(this, args);
};`;

test.each(['1', '3'])(
  'with %s workers, a port that is taken after the check is reported once',
  async (count) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    server.close();
    await once(server, 'close');
    const node = `--import data:text/javascript,${encodeURIComponent(takeAfterCheck)}`;
    const env = { DATABASE_URL: url, PORT: port, WORKERS: count, LOG_LEVEL: 'warn', NODE_OPTIONS: node };

    expect(await run(['serve'], env)).toEqual(inUse(port));
  },
);

test.each([
  ['192.0.2.1', '192.0.2.1 is not an address of this machine: set HOST to one of its addresses.\n'],
  [
    'gateway.invalid',
    'The host name gateway.invalid cannot be resolved: set HOST to an address of this machine.\n',
  ],
])('HOST=%s is reported before a database is created', async (host, err) => {
  const dataDir = join(await createDirectory(), 'data');
  const signIn = { AUTH_API_KEY_SECRET: 'a secret of the tests, of 32 bytes or more' };
  const port = await usedPort();

  expect(await run(['serve'], { DATA_DIR: dataDir, HOST: host, PORT: port, ...signIn })).toEqual({
    code: 1,
    out: '',
    err,
  });
  expect(existsSync(dataDir)).toBe(false);
});
