import { existsSync } from 'node:fs';
import { stopAll } from '../../bench/processes.mjs';
import { stopClusters } from '../faults/cluster.mjs';
import { interruptible } from '../shared/interrupt.mjs';
import { buildImage, ownImage } from './image.mjs';
import { checkRules, monitor } from './monitoring.mjs';
import { readOptions, usage } from './options.mjs';
import { program as prometheus } from './prometheus.mjs';
import { changesOf, rehearse } from './rehearsal.mjs';
import { Services } from './services.mjs';

/** @returns {string | undefined} the reason to skip the drill */
function missing() {
  if (process.geteuid?.() !== 0) return 'it runs programs as another user, which only root can do';
  const programs = [
    ...['/usr/bin/psql', '/usr/sbin/pgbouncer', '/usr/bin/redis-server', '/usr/bin/setpriv'],
    prometheus,
  ];
  const absent = programs.filter((path) => !existsSync(path));
  return absent.length === 0 ? undefined : `${absent.join(' and ')} are not installed`;
}

async function runAll({ only }) {
  const startedAt = performance.now();
  const print = (text) => console.log(`${text} (${Math.round((performance.now() - startedAt) / 1_000)} s)`);
  const services = new Services();
  const findings = [];
  try {
    const home = await services.prepare();
    const open = only.includes('image') ? buildImage : ownImage;
    const [image] = await Promise.all([open(home), services.open()]);
    print(`The image and its services are there, with Node.js ${process.version}.`);
    const { key, findings: found } = await rehearse(image, services);
    findings.push(...found);
    print(`Migration, health check, query and stop of the image: ${found.length} findings.`);
    if (only.includes('alerts')) {
      await checkRules();
      findings.push(...(await monitor(image, services, key)));
      findings.push(...(await changesOf(image)));
    }
  } finally {
    await stopAll();
    await stopClusters();
    await services.close();
  }
  print(`${findings.length} findings.`);
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
} else process.exitCode = (await interruptible(() => runAll(options), stop)) ? 0 : 1;
