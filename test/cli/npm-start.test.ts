import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { url } = await openTestDatabase(inject('demo'));

test('a signal to `npm start` alone stops the gateway', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    // biome-ignore lint/style/noProcessEnv: npm's own settings
    env: { ...process.env, DATABASE_URL: url, PORT: '0', DRAIN_MS: '0' },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(npm, 'close');
  onTestFinished(() => {
    // The group has ended, as the test expects, or is ended here.
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), 'SIGKILL');
  });
  let printed = '';
  for await (const chunk of npm.stdout) {
    printed += chunk;
    if (/Ctrl-C stops it/.test(printed)) break;
  }
  const address = /http:\S+/.exec(printed)?.[0] ?? '';
  expect((await fetch(new URL('/health', address))).status).toBe(200);

  npm.kill('SIGTERM');
  await closed;

  await expect(fetch(new URL('/health', address))).rejects.toThrow('fetch failed');
});
