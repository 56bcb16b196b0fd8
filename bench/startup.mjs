import { performance } from 'node:perf_hooks';
import { contestants, gatewayCommand, gatewayEnv, signInToGateway } from './contestants/index.mjs';
import { median } from './figures.mjs';
import { address, start, stop } from './processes.mjs';
import { post, requestOf } from './requests.mjs';

const times = 10;

/** The time from the start of `serve` to the first answer, on a migrated database: the median of ten, in ms. */
export async function measureStartup(database, subjects) {
  const { documents } = contestants.find(({ name }) => name === 'gateway');
  const headers = await signInToGateway(subjects.accountId);
  const found = [];
  for (let each = 0; each < times; each += 1) {
    const started = performance.now();
    const child = start('startup', process.execPath, gatewayCommand, { env: gatewayEnv(database) });
    const url = await address(child, 'startup');
    await post(requestOf({ documents, url, headers }, 'point', documents.point.variables(subjects)));
    found.push(performance.now() - started);
    await stop(child);
  }
  return Math.round(median(found));
}
