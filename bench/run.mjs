// npm run bench: the cost of the gateway's requests, compared with alternatives. `--help` lists the options.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, usage } from './options.mjs';
import { home } from './paths.mjs';
import { stopAll } from './processes.mjs';

let isStopped = false;

const manifestIn = (folder) => {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

/** Installs the bench's own packages, unless they are there in these versions. */
function install() {
  const isThere = ([name, version]) => manifestIn(join(home, 'node_modules', name))?.version === version;
  if (Object.entries(manifestIn(home).dependencies).every(isThere)) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', home], { stdio: 'inherit' });
  if (status !== 0) throw new Error('`npm ci` in bench/ failed.');
}

async function run() {
  const options = readOptions();
  if (options.help) return console.log(usage);
  install();
  const { bench } = await import('./bench.mjs');
  // Stopping makes the running step fail, which closes the rest in order.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      isStopped = true;
      console.error('Stopping …');
      stopAll();
    });
  try {
    await bench(options);
  } finally {
    await stopAll();
  }
}

run().catch((error) => {
  if (!isStopped) console.error(error.stack ?? error);
  process.exitCode = 1;
});
