// Builds what is stale: the Prisma client, dist/ and dist/pages/. tsc compiles only what changed; these checks by
// content run before it, because starting it takes ten times as long.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const at = (path) => join(root, path);

async function run(packageName, bin, args, env = {}) {
  const { spawnSync } = await import('node:child_process');
  const manifest = require.resolve(`${packageName}/package.json`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(manifest), require(manifest).bin[bin]), ...args],
    { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(1);
}

/** tsc does not delete the output of removed sources. */
function deleteOrphans(folder) {
  for (const entry of readdirSync(at(`dist${folder}`), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    const isOrphan = !existsSync(at(`src${path.replace(/\.js(\.map)?$/, '.ts')}`));
    if (isOrphan && path !== '/pages' && !entry.name.startsWith('.'))
      rmSync(at(`dist${path}`), { recursive: true });
    else if (entry.isDirectory() && !isOrphan) deleteOrphans(path);
  }
}

const steps = [
  {
    name: 'client',
    sources: ['package.json', 'prisma/schema.prisma', 'scripts/generate-tables.mjs'],
    output: 'src/db/generated/tables.ts',
    // Any executable works: `generate` requires the schema engine's path but does not run it.
    build: () => run('prisma', 'prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  },
  {
    name: 'program',
    sources: ['tsconfig.json', 'tsconfig.build.json', 'src'],
    output: 'dist/main.js',
    async build() {
      await run('typescript', 'tsc', ['-p', 'tsconfig.build.json']);
      deleteOrphans('');
    },
  },
  {
    name: 'pages',
    sources: ['README.md', 'assets', 'docs', 'scripts/guides.mjs', 'scripts/pages.mjs'],
    output: 'dist/pages/manifest.json',
    build: () => import('./pages.mjs'),
  },
];

function addFolder(hash, folder) {
  for (const entry of readdirSync(at(folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) addFile(hash, path);
    else if (entry.name !== 'generated') addFolder(hash, path);
  }
}

function addFile(hash, path) {
  hash.update(`${path}\0`).update(readFileSync(at(path)));
}

/** The sources of a step, and those of the steps before it. */
function stateOf({ sources }, before) {
  const hash = createHash('sha1').update(before);
  for (const path of sources) (statSync(at(path)).isDirectory() ? addFolder : addFile)(hash, path);
  return hash.digest('hex');
}

/** The states of the steps that were built; none if the file is missing or incomplete. */
function readStates(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** Not `prisma` and `typescript`: `npm prune --omit=dev` keeps them, as optional peers of `@prisma/client`. */
const builders = ['@prisma/generator-helper', '@graphql-yoga/render-graphiql'];
const canBuild = builders.every((name) => existsSync(at(`node_modules/${name}`)));

/** After `npm prune --omit=dev`, the present build is used as it is. */
function keepBuild() {
  const isComplete = steps.every(({ output }) => existsSync(at(output)));
  process.stderr.write(
    isComplete
      ? 'The sources differ from those of the build in dist/. It is used as it is, because the development dependencies are not installed.\n'
      : 'There is no build in dist/. Run `npm ci` with the development dependencies first.\n',
  );
  process.exit(isComplete ? 0 : 1);
}

if (process.argv.includes('--force') && canBuild) rmSync(at('dist'), { recursive: true, force: true });
const stamp = at('dist/.built');
const built = readStates(stamp);
let state = '';
for (const step of steps) {
  state = stateOf(step, state);
  if (built[step.name] === state && existsSync(at(step.output))) continue;
  if (!canBuild) keepBuild();
  await step.build();
  built[step.name] = state;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify(built));
}
