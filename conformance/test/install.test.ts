import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startGateway } from '../gateway.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'cg-install-'));
const database = join(directory, 'database');
const clone = join(directory, 'clone');
const project = join(directory, 'project');
const installed = join(project, 'node_modules/customer-gateway');

interface Embedded {
  openEmbeddedServer(options: { dataDir: string; durable: boolean }): Promise<{
    readonly connection: { readonly host: string; readonly port: number; readonly user: string };
    stop(): Promise<void>;
  }>;
}

const run = (program: string, args: readonly string[], cwd: string, env = process.env) =>
  execFileSync(program, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A built clone without development dependencies, as after `npm ci && npm prune --omit=dev`. */
async function makeClone() {
  const files = run('git', ['ls-files', '-co', '--exclude-standard'], root).trim().split('\n');
  const ours = files.filter((file) => !/^(bench|conformance|drills|examples|test)\//.test(file));
  for (const file of [...ours, 'dist', 'src/db/generated', 'node_modules']) {
    await mkdir(dirname(join(clone, file)), { recursive: true });
    await cp(join(root, file), join(clone, file), { recursive: true, verbatimSymlinks: true });
  }
  run('npm', ['prune', '--omit=dev', '--no-audit', '--no-fund'], clone);
}

async function installTarball() {
  await mkdir(project);
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', project];
  const tarball = run('npm', pack, root).trim();
  run('npm', ['init', '--yes'], project);
  const options = ['--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  run('npm', ['install', ...options, `./${tarball}`], project);
}

beforeAll(async () => {
  await makeClone();
  await installTarball();
}, 600_000);

afterAll(() => rm(directory, { recursive: true }));

async function answer(url: string, query: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe.each([
  ['a clone without development dependencies', clone],
  ['the installed package', installed],
])('%s', (_name, tree) => {
  const main = join(tree, 'dist/main.js');

  test('has no development dependencies', () => {
    for (const name of ['vitest', '@biomejs/biome', '@graphql-codegen/typescript'])
      expect(() => run(process.execPath, ['-e', `require.resolve('${name}/package.json')`], tree)).toThrow();
  });

  test('prints its version and its schema', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

    expect(run(process.execPath, [main, '--version'], directory).trim()).toBe(version);
    expect(run(process.execPath, [main, 'schema'], directory)).toBe(
      await readFile(join(root, 'schema.graphql'), 'utf8'),
    );
  });

  test('migrates, seeds and serves a database', async () => {
    const { openEmbeddedServer }: Embedded = await import(join(tree, 'dist/embedded/server.js'));
    const server = await openEmbeddedServer({ dataDir: database, durable: false });
    const { host, port, user } = server.connection;
    const DATABASE_URL = `postgresql://${user}@localhost:${port}/gateway?host=${encodeURIComponent(host)}`;
    try {
      for (const command of [['migrate'], ['seed', '--customers', '1']])
        run(process.execPath, [main, ...command], directory, { DATABASE_URL });
      const gateway = await startGateway({ DATABASE_URL }, { main });
      try {
        expect(await answer(gateway.url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
      } finally {
        await gateway.stop();
      }
    } finally {
      await server.stop();
      await rm(database, { recursive: true });
    }
  });

  test('starts with its own database, and serves data and pages', async () => {
    const gateway = await startGateway({}, { main, demoData: inject('demoData') });
    try {
      expect(await answer(gateway.url, '{ customers { totalCount } }')).toMatchObject({
        data: { customers: { totalCount: 5_000 } },
      });
      for (const page of ['/docs', '/voyager'])
        expect((await fetch(new URL(page, gateway.url))).status).toBe(200);
    } finally {
      await gateway.stop();
    }
  });
});

describe('the build', () => {
  const build = () => run(process.execPath, ['scripts/build.mjs'], clone);
  const built = (file: string) => readFile(join(clone, 'dist', file), 'utf8');

  test('has nothing to do after the development dependencies are removed', async () => {
    const states = await built('.built');
    build();

    expect(await built('.built')).toBe(states);
  });

  test('keeps the output for changed sources if the development dependencies are missing', async () => {
    const before = await built('main.js');
    await writeFile(join(clone, 'src/main.ts'), 'not TypeScript');
    build();

    expect(await built('main.js')).toBe(before);
    await cp(join(root, 'src/main.ts'), join(clone, 'src/main.ts'));
  });

  test('deletes the output of removed sources', async () => {
    const modules = join(clone, 'node_modules');
    await rename(modules, `${modules}.pruned`);
    await symlink(join(root, 'node_modules'), modules);
    await mkdir(join(clone, 'src/extra'));
    await writeFile(join(clone, 'src/extra/extra.ts'), 'export const extra = 1;\n');
    build();
    expect(await built('extra/extra.js')).toContain('extra = 1');

    await rm(join(clone, 'src/extra'), { recursive: true });
    build();
    await expect(built('extra/extra.js')).rejects.toThrow('ENOENT');
    await rm(modules);
    await rename(`${modules}.pruned`, modules);
  });

  test('fails without output and development dependencies', async () => {
    await rm(join(clone, 'dist'), { recursive: true });

    expect(build).toThrow('Run `npm ci` with the development dependencies first.');
  });
});
