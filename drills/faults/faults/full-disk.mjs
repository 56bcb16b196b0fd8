import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { database } from '../cluster.mjs';

const freeMb = 8;
const megabyte = 1 << 20;

function mount(args) {
  const { status, stderr, error } = spawnSync(args[0], args.slice(1), { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/** Writes until the disk is full. */
function fill(path) {
  const file = openSync(path, 'w');
  try {
    for (const size of [megabyte, 4_096]) writeUntilFull(file, Buffer.alloc(size));
  } finally {
    closeSync(file);
  }
}

function writeUntilFull(file, chunk) {
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  }
}

/** @type {import('../types.mjs').Fault} */
export const fullDisk = {
  name: 'full-disk',
  about: 'the disk of the database is full, then has space again',
  missing: () =>
    process.platform === 'linux' && process.geteuid?.() === 0
      ? undefined
      : 'a small disk is mounted by root only',
  rejects: ['SERVICE_UNAVAILABLE'],
  async prepare(stage) {
    const { rows } = await stage.cluster.query('select pg_database_size($1)::int as size', [database]);
    stage.disk = await stage.cluster.directory('small');
    const megabytes = Math.ceil(rows[0].size / megabyte) + freeMb;
    const { uid, gid } = statSync(stage.disk);
    const options = `size=${megabytes}m,mode=0700,uid=${uid},gid=${gid}`;
    const error = mount(['mount', '-t', 'tmpfs', '-o', options, 'tmpfs', stage.disk]);
    if (error !== undefined) {
      stage.disk = undefined;
      return `tmpfs cannot be mounted: ${error}`;
    }
    await stage.cluster.query(`create tablespace small location '${stage.disk}'`);
    await stage.cluster.query(`alter database ${database} set tablespace small`);
    return undefined;
  },
  async run(stage) {
    const ballast = join(stage.disk, 'ballast');
    fill(ballast);
    const rejected = () => Object.values(stage.stream.account.rejected.writes).reduce((sum, n) => sum + n, 0);
    await stage.expects('writes are rejected', () => rejected() >= 20, 30);
    await stage.expectsState('writes-fail');
    rmSync(ballast);
    await stage.recovers('after space was freed', { readMs: 1_000, writeMs: 3_000, readyMs: 10_000 });
    await stage.steady();
  },
  async cleanUp({ disk }) {
    if (disk !== undefined) mount(['umount', disk]);
  },
};
