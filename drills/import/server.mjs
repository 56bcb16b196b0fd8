import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../bench/paths.mjs';
import { findBinaries } from '../faults/binaries.mjs';
import { Cluster, database } from '../faults/cluster.mjs';

export const main = join(root, 'dist', 'main.js');
const maxOutput = 1 << 28;

/** A migrated PostgreSQL server, and folders for documents, rejects and temporary files. `printed` is for outputs. */
export async function openServer() {
  const folder = await mkdtemp(join(tmpdir(), 'cg-import-'));
  await chmod(folder, 0o711);
  const cluster = new Cluster(await findBinaries(), join(folder, 'server'));
  await cluster.directory('.');
  await cluster.run(
    'initdb',
    ...['-D', cluster.data, '-U', 'gateway', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
  );
  await cluster.start();
  await cluster.query(`create database ${database} template template0 encoding 'UTF8'`);
  const [rejects, temporary] = ['rejects', 'temporary'].map((name) => join(folder, name));
  await mkdir(rejects);
  await mkdir(temporary);
  const env = () => ({
    ...process.env,
    ...{ DATABASE_URL: cluster.url(), LOG_LEVEL: 'trace', TMPDIR: temporary },
  });
  const command = async (...args) =>
    (await promisify(execFile)(process.execPath, [main, ...args], { env: env(), maxBuffer: maxOutput }))
      .stdout;
  await command('migrate');
  return {
    ...{ folder, cluster, rejects, temporary, env, command, printed: [] },
    query: (text, values) => cluster.queryData(text, values),
    /** Creates an account; returns its id. */
    account: async (name) => /acc_\w+/.exec(await command('account', 'create', '--name', name))[0],
    close: async () => {
      await cluster.stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
