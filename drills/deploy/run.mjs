import { existsSync } from 'node:fs';
import { stopAll } from '../../bench/processes.mjs';
import { stopClusters } from '../faults/cluster.mjs';
import { interruptible } from '../shared/interrupt.mjs';
import { buildImage } from './image.mjs';
import { readOptions, usage } from './options.mjs';
import { rehearse } from './rehearsal.mjs';
import { Services } from './services.mjs';

/** @returns {string | undefined} the reason to skip the drill */
function missing() {
  if (process.geteuid?.() !== 0) return 'it runs programs as another user, which only root can do';
  const programs = ['/usr/bin/psql', '/usr/sbin/pgbouncer', '/usr/bin/redis-server', '/usr/bin/setpriv'];
  const absent = programs.filter((path) => !existsSync(path));
  return absent.length === 0 ? undefined : `${absent.join(' and ')} are not installed`;
}

async function runAll() {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000);
  const services = new Services();
  const findings = [];
  try {
    const home = await services.prepare();
    const [image] = await Promise.all([buildImage(home), services.open()]);
    console.log(`The image is built after ${seconds()} s, by Node.js ${process.version}.`);
    findings.push(...(await rehearse(image, services)).findings);
    console.log(`Migration, health check, query and stop of the image: ${findings.length} findings.`);
  } finally {
    await stopAll();
    await stopClusters();
    await services.close();
  }
  console.log(`${seconds()} s.`);
  for (const finding of findings) console.error(finding);
  return findings.length === 0;
}

const stop = () => {
  void stopAll();
  void stopClusters();
};

const options = readOptions();
const reason = missing();
if (options.help) console.log(usage);
else if (reason !== undefined) {
  console.log(`Skipped: ${reason}.`);
  // A drill that is skipped in the checks would never run.
  process.exitCode = process.env.CI ? 1 : 0;
} else process.exitCode = (await interruptible(runAll, stop)) ? 0 : 1;
