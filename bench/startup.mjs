import { performance } from 'node:perf_hooks';
import { contestants, gatewayEnv, token } from './contestants/index.mjs';
import { root } from './paths.mjs';
import { address, start, stop } from './processes.mjs';
import { post, requestOf } from './requests.mjs';

const times = 5;

/** The time from `npm start` to the first answer, on a migrated database: the median of five, in ms. */
export async function measureStartup(database, subjects) {
  const { documents } = contestants.find(({ name }) => name === 'gateway');
  const headers = token(subjects.accountId);
  const found = [];
  for (let each = 0; each < times; each += 1) {
    const started = performance.now();
    const child = start('startup', 'npm', ['--prefix', root, 'start'], {
      env: gatewayEnv(database),
      group: true,
    });
    const url = await address(child, 'startup');
    await post(requestOf({ documents, url, headers }, 'point', documents.point.variables(subjects)));
    found.push(performance.now() - started);
    await stop(child);
  }
  return Math.round(found.toSorted((a, b) => a - b)[Math.floor(times / 2)]);
}
