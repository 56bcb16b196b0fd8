// Rebuilds stale output: the Prisma client, dist/ and dist/pages/. Takes about 30 ms if nothing is stale.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const [mode] = process.argv.slice(2);

function newest(path) {
  const stats = statSync(join(root, path));
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(join(root, path)).filter((name) => name !== 'generated');
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

function isStale(target, sources) {
  const built = statSync(join(root, target), { throwIfNoEntry: false });
  return built === undefined || Math.max(...sources.map(newest)) > built.mtimeMs;
}

function run(packageName, bin, args, env = {}) {
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

if (mode === '--force') rmSync(join(root, 'dist'), { recursive: true, force: true });

const tables = 'src/db/generated/tables.ts';
if (mode === '--force' || isStale(tables, ['prisma/schema.prisma', 'scripts/generate-tables.mjs'])) {
  // Any executable works: `generate` requires the schema engine's path but does not run it.
  run('prisma', 'prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath });
  utimesSync(join(root, tables), new Date(), new Date());
}

const stamp = 'dist/.built';
if (isStale(stamp, ['src', tables, 'tsconfig.json', 'tsconfig.build.json'])) {
  run('typescript', 'tsc', ['-p', 'tsconfig.build.json']);
  writeFileSync(join(root, stamp), '');
}

if (isStale('dist/pages/manifest.json', [stamp, 'assets', 'package.json', 'scripts/pages.mjs']))
  await import('./pages.mjs');
