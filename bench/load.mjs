// The load process: each connection sends its next request when it receives a response, and the response
// times are reported.
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { mark } from './operations.mjs';

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;

// Fails on errors in a response; the payloads' own `userErrors` do not match.
const isWhole = (body) => !body.includes('"errors":');

let sent = 0;

/**
 * Sends several bodies in turn, over all connections; inserts a new number after the mark in written values.
 */
function bodies(all) {
  if (all.length === 1) return { body: all[0] };
  function setupRequest(request) {
    sent += 1;
    return { ...request, body: all[sent % all.length].replaceAll(mark, `${mark}${process.pid}-${sent} `) };
  }
  return { requests: [{ setupRequest }] };
}

function run({ url, headers, bodies: all, connections, seconds }) {
  return new Promise((resolve, reject) => {
    const times = [];
    let [started, last] = [performance.now(), 0];
    const options = {
      url,
      headers,
      method: 'POST',
      connections,
      duration: seconds,
      timeout: 60,
      sampleInt: 100,
      verifyBody: isWhole,
      ...bodies(all),
    };
    const instance = autocannon(options, (error, { errors, mismatches, non2xx }) => {
      if (error) return reject(error);
      times.sort((a, b) => a - b);
      resolve({
        requests: times.length,
        rate: times.length / ((last - started) / 1_000),
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
        failed: errors + mismatches + non2xx,
      });
    });
    instance.on('start', () => {
      started = performance.now();
    });
    instance.on('response', (_client, _status, _bytes, time) => {
      last = performance.now();
      times.push(time);
    });
  });
}

process.on('message', (job) => {
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.message }),
  );
});
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
