import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bench/paths.mjs';

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** The commit whose code must work with the current schema. */
export const compatibleCommit = () => readFileSync(join(root, 'prisma', 'compatible-with'), 'utf8').trim();

function run(directory, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: directory, encoding: 'utf8' });
  if (status !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed:\n${stdout}${stderr}`);
}

/** Whether the installed packages have the versions that the former code requires. */
function hasItsPackages(directory) {
  const { dependencies, devDependencies } = json(directory, 'package.json');
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const file = join(root, 'node_modules', name, 'package.json');
    return existsSync(file) && json(file).version === version;
  });
}

/** Whether the code was built before, and its packages are still the same. */
function isUsable(directory) {
  const packages = lstatSync(join(directory, 'node_modules'), { throwIfNoEntry: false });
  return packages !== undefined && (packages.isDirectory() || hasItsPackages(directory));
}

function unpack(commit, directory) {
  mkdirSync(directory, { recursive: true });
  let archive;
  try {
    archive = execFileSync('git', ['archive', commit], {
      cwd: root,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    throw new Error(
      `Commit ${commit} of prisma/compatible-with is not in this clone; a shallow one needs \`git fetch --unshallow\`.`,
      { cause },
    );
  }
  const file = join(directory, 'code.tar');
  writeFileSync(file, archive);
  run(directory, 'tar', '-xf', file);
  rmSync(file);
}

/**
 * Builds the code of a commit and keeps it for later runs.
 * @param {string} commit
 * @returns {string} its directory
 */
export function buildFormerCode(commit) {
  const directory = join(root, '.data', 'drill-upgrade', commit);
  if (isUsable(directory)) return directory;
  rmSync(directory, { recursive: true, force: true });
  const building = `${directory}.${process.pid}`;
  try {
    unpack(commit, building);
    if (hasItsPackages(building)) symlinkSync(join(root, 'node_modules'), join(building, 'node_modules'));
    else run(building, 'npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts');
    run(building, process.execPath, 'scripts/build.mjs');
    renameSync(building, directory);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return directory;
}
