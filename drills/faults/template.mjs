import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../bench/paths.mjs';
import { Cluster, database } from './cluster.mjs';

const customers = 200;
const run = promisify(execFile);

async function gatewayCommand(url, ...args) {
  await run(process.execPath, [join(root, 'dist', 'main.js'), ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
}

/**
 * Creates the data directory that each drill copies: all migrations and the demo data.
 * @param {import('./binaries.mjs').Binaries} binaries
 */
export async function openTemplate(binaries) {
  const home = await mkdtemp(join(tmpdir(), 'cg-faults-'));
  await chmod(home, 0o711);
  let count = 0;
  const make = async (name) => {
    count += 1;
    const cluster = new Cluster(binaries, join(home, `${count}-${name}`));
    await cluster.directory('.');
    return cluster;
  };
  const template = await make('template');
  await template.run(
    'initdb',
    ...['-D', template.data, '-U', 'gateway', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
  );
  await template.start();
  await template.query(`create database ${database} template template0 encoding 'UTF8'`);
  await gatewayCommand(template.url(), 'migrate');
  await gatewayCommand(template.url(), 'seed', '--customers', String(customers));
  await template.queryData('vacuum analyze');
  await template.stop();
  return {
    /** A cluster without data. */
    make,
    /** A cluster with the template's data, not started. */
    async copy(name) {
      const cluster = await make(name);
      await run('cp', ['-a', template.data, cluster.data]);
      return cluster;
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}
