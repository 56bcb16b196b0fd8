import { chmod, chown } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedServer } from '../../src/embedded/server.ts';
import { createDirectory, isRunning, open, query, serverPid } from './data-directory.ts';
import { installGateway, killGateway, startGateway, stopGateway } from './gateway-process.ts';

const isRoot = process.geteuid?.() === 0;

test('the server of a killed gateway is taken over, and stopped by the gateway that took it over', async () => {
  const dir = await createDirectory();
  await installGateway(dir, { ownBinaries: false });
  const dataDir = join(dir, '.data');

  const killed = await startGateway(dir, dataDir, dir);
  const pid = await serverPid(dataDir);
  await killGateway(killed);
  expect(isRunning(pid)).toBe(true);

  const heir = await open(dataDir);
  expect(await serverPid(dataDir)).toBe(pid);
  expect(await query(heir, 'select 1 as one')).toEqual([{ one: 1 }]);
  await heir.stop();
  expect(isRunning(pid)).toBe(false);
});

test('gateways in different processes share a server, and the last one stops it', async () => {
  const dir = await createDirectory();
  await installGateway(dir, { ownBinaries: false });
  const dataDir = join(dir, '.data');

  const [one, other] = await Promise.all([startGateway(dir, dataDir, dir), startGateway(dir, dataDir, dir)]);
  const pid = await serverPid(dataDir);
  await stopGateway(one);
  expect(isRunning(pid)).toBe(true);
  await stopGateway(other);
  expect(isRunning(pid)).toBe(false);
});

test.skipIf(!isRoot)('a checkout that only root can enter serves (requires root)', async () => {
  const temporary = await createDirectory();
  const dir = await createDirectory(0o700);
  await installGateway(dir, { ownBinaries: true });
  const dataDir = join(dir, '.data');

  const gateway = await startGateway(dir, dataDir, temporary);
  const server = await open(dataDir);

  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await stopGateway(gateway);
});

test.skipIf(!isRoot)("another user's data is rejected in one line (requires root)", async () => {
  const dir = await createDirectory();
  await (await open(dir)).stop();
  await chown(join(dir, 'postgres'), 0, 0);
  await chmod(join(dir, 'postgres'), 0o700);

  await expect(openEmbeddedServer({ dataDir: dir })).rejects.toThrow(
    /^.* belongs to user 0 and the gateway runs as user 0: .*, or set DATABASE_URL\.$/,
  );
});
