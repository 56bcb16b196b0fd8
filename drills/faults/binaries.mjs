import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copiedBinaries, packagedBinaries } from '../../dist/embedded/binaries.js';
import { NAMED } from '../../dist/embedded/user.js';

const debian = '/usr/lib/postgresql';

function debianBinaries() {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  return versions.length === 0 ? undefined : join(debian, String(Math.max(...versions)), 'bin');
}

const numberOf = (...args) => Number(spawnSync('id', args, { encoding: 'utf8' }).stdout);

/** PostgreSQL does not run as root. */
function serverUser() {
  if (process.geteuid?.() !== 0) return undefined;
  const [uid, gid] = [numberOf('-u', 'postgres'), numberOf('-g', 'postgres')];
  return uid > 0 && gid > 0 ? { uid, gid } : NAMED;
}

/**
 * @typedef {object} Binaries
 * @property {string} bin the directory of initdb and postgres
 * @property {boolean} canReplicate whether pg_basebackup is installed
 * @property {{ uid: number, gid: number } | undefined} user of the servers
 */

/**
 * Debian's PostgreSQL, or the embedded server, which has no pg_basebackup.
 * @returns {Promise<Binaries>}
 */
export async function findBinaries() {
  const user = serverUser();
  const embedded = async () => join(await (user ? copiedBinaries() : packagedBinaries()), 'bin');
  const bin = debianBinaries() ?? (await embedded());
  return { bin, canReplicate: existsSync(join(bin, 'pg_basebackup')), user };
}
