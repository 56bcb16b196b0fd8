import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { ask, type Program, run, startProgram } from '../bff-federation.ts';
import { copyDemoData } from '../gateway.ts';

const directory = await mkdtemp(join(tmpdir(), 'cg-bff-start-'));
const dataDir = await copyDemoData(inject('demoData'));
afterAll(async () => {
  for (const path of [directory, dataDir]) await rm(path, { recursive: true });
});

const signIn = {
  AUTH_JWT_SECRET: 'a secret of the tests, of 32 bytes or more',
  AUTH_ISSUER: 'https://bff.example/',
  AUTH_AUDIENCE: 'customer-gateway',
};
const start = (env: Readonly<Record<string, string>>) =>
  startProgram('start.mjs', {
    DATA_DIR: dataDir,
    SUPERGRAPH: join(directory, 'supergraph'),
    ...env,
  });

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

async function tokenFor(scope: string): Promise<string> {
  const { data } = await ask(inject('gateway'), '{ viewer { account { id } } }');
  const args = [main, 'token', '--account', data.viewer.account.id, '--scope', scope];
  return (await run(process.execPath, args, { env: signIn })).stdout.trim();
}

/** The process ids of a program's children. */
async function partsOf({ child }: Program): Promise<readonly number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(child.pid)]);
  // `ps` is a child of this process and not included.
  return stdout.trim().split(/\s+/).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const query =
  '{ customer(by: { shortId: "ACME-CORP" }) { name } invoices(first: 1) { nodes { id customer { name } } } }';

test('the caller’s token reaches the gateway, and Ctrl-C stops everything', async () => {
  const bff = await start(signIn);
  const parts = await partsOf(bff);
  const closed = once(bff.child, 'close');
  const as = (token: string) => ask(bff.url, query, { authorization: `Bearer ${token}` });

  const answers = {
    good: await as(await tokenFor('customers:read')),
    bad: await as('x'),
    none: await ask(bff.url, query),
    narrow: await as(await tokenFor('settings:write')),
  };
  bff.child.kill('SIGINT');
  const [code] = await closed;

  expect(answers.good.errors).toBeUndefined();
  expect(answers.good.data).toMatchObject({
    customer: { name: 'Acme Corporation' },
    invoices: { nodes: [{ customer: { name: expect.any(String) } }] },
  });
  for (const [which, expected] of [
    ['bad', 'UNAUTHENTICATED'],
    ['none', 'UNAUTHENTICATED'],
    ['narrow', 'FORBIDDEN'],
  ] as const) {
    expect(answers[which].data).toMatchObject({ customer: null, invoices: { nodes: [{ customer: null }] } });
    const codes = answers[which].errors?.map(
      ({ extensions }: { extensions?: { code?: string } }) => extensions?.code,
    );
    expect([which, new Set(codes), answers[which].errors?.[0]?.path]).toEqual([
      which,
      new Set([expected]),
      ['customer'],
    ]);
  }
  expect(code).toBe(0);
  expect(parts).toHaveLength(3);
  expect(parts.filter(isAlive)).toEqual([]);
});

test.each([0, 1, 2])('when part %i ends, the others are stopped and the exit code says so', async (which) => {
  const bff = await start({});
  const parts = await partsOf(bff);
  const closed = once(bff.child, 'close');

  process.kill(parts[which] ?? 0, 'SIGKILL');
  const [code] = await closed;

  expect(code).toBe(1);
  expect(parts).toHaveLength(3);
  expect(parts.filter(isAlive)).toEqual([]);
});
