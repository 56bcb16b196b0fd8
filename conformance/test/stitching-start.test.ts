import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { copyDemoData } from '../gateway.ts';
import { ask, readmeBlock, startExample } from '../stitching.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Starts the example with its own gateway on demo data that is deleted after the test. */
async function start(options: Readonly<Record<string, string>> = {}) {
  const dataDir = await copyDemoData(inject('demoData'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const example = await startExample({ DATA_DIR: dataDir, ...options });
  onTestFinished(async () => void (await example.stop()));
  return example;
}

test('the README’s query has the README’s answer, and one signal stops both', async () => {
  const { bff, gateway, stop } = await start();

  expect(await ask(bff, await readmeBlock('graphql'))).toEqual(JSON.parse(await readmeBlock('json')));
  expect(await stop()).toBe(0);
  await expect(fetch(gateway)).rejects.toThrow('fetch failed');
  await expect(fetch(bff)).rejects.toThrow('fetch failed');
});

test('the gateway sees the caller’s token', async () => {
  const env = {
    AUTH_JWT_SECRET: 'a'.repeat(32),
    AUTH_ISSUER: 'https://issuer.example',
    AUTH_AUDIENCE: 'gateway',
  };
  const { bff } = await start(env);
  const token = (scope: string) => {
    const args = [main, 'token', '--account', 'acc_0160b6194e8071f08e1168cfac116762', '--scope', scope];
    return execFileSync(process.execPath, args, { env, encoding: 'utf8' }).trim();
  };
  const query = '{ tickets(first: 1) { customer { shortId } } }';
  const refused = (code: string) => ({
    data: { tickets: [{ customer: { shortId: null } }] },
    errors: [{ path: ['tickets', 0, 'customer', 'shortId'], extensions: { code } }],
  });

  expect(await ask(bff, query, token('customers:read'))).toEqual({
    data: { tickets: [{ customer: { shortId: 'ACME-CORP' } }] },
  });
  expect(await ask(bff, query)).toMatchObject(refused('UNAUTHENTICATED'));
  expect(await ask(bff, query, token('settings:write'))).toMatchObject(refused('FORBIDDEN'));
});
