import { performance } from 'node:perf_hooks';
import { contestants, gatewayCommand, gatewayEnv, signInToGateway } from './contestants/index.mjs';
import { median } from './figures.mjs';
import { root } from './paths.mjs';
import { address, start, stop } from './processes.mjs';
import { closeConnections, post, requestOf } from './requests.mjs';

const times = 10;

/** The median of the times in ms from the start of a process to its first answer. */
async function medianOf(startProcess, { accountId, ...subjects }) {
  const { documents } = contestants.find(({ name }) => name === 'gateway');
  const headers = await signInToGateway(accountId);
  const found = [];
  for (let each = 0; each < times; each += 1) {
    const started = performance.now();
    const child = startProcess();
    const url = await address(child, 'startup');
    await post(requestOf({ documents, url, headers }, 'point', documents.point.variables(subjects)));
    found.push(performance.now() - started);
    closeConnections();
    await stop(child);
  }
  return Math.round(median(found));
}

/** The time from the start of `serve` to the first answer, on a migrated database. */
export const measureStartup = (database, subjects) =>
  medianOf(
    () => start('startup', process.execPath, gatewayCommand(), { env: gatewayEnv(database) }),
    subjects,
  );

/** The same of `npm start` with the embedded PostgreSQL in a directory: npm's and PostgreSQL's start included. */
export function measureEmbeddedStartup(dataDir, subjects) {
  const env = { ...gatewayEnv({ url: undefined }), DATA_DIR: dataDir };
  return medianOf(() => start('startup', 'npm', ['--prefix', root, 'start'], { env, group: true }), subjects);
}
