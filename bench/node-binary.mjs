import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** @typedef {{ readonly path: string, readonly version: string }} NodeBinary */

/** @returns {NodeBinary} */
function at(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path} is not a Node that runs here.`);
  return { path, version: stdout.trim().slice(1) };
}

/** The newer Node from npm, if there is one for this machine. */
function packaged() {
  try {
    const manifest = require.resolve(`node-${process.platform}-${process.arch}/package.json`);
    const path = join(dirname(manifest), 'bin', 'node');
    return existsSync(path) ? at(path) : undefined;
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

const major = ({ version }) => Number.parseInt(version, 10);

const own = { path: process.execPath, version: process.versions.node };

/**
 * The Node for all contestants (`--node`, by default the one that runs the bench), and for those that need a
 * newer one.
 * @param {string | undefined} asked path of a Node, or `npm` for the one in the bench's packages
 * @returns {(needed: number) => NodeBinary | undefined}
 */
export function nodes(asked) {
  const newer = packaged();
  if (asked === 'npm' && newer === undefined)
    throw new Error('npm has no Node for this machine: give a path.');
  const usual = asked === 'npm' ? newer : asked === undefined ? own : at(asked);
  return (needed) => [usual, newer].find((node) => node !== undefined && major(node) >= needed);
}
