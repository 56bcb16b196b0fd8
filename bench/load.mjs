// The load process: each connection sends its next request when it receives a response, and the response
// times are reported.
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { runJobs } from './jobs.mjs';

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;

// Fails on errors in a response; the payloads' own `userErrors` do not match. Compressed answers are checked by
// their size (compare.mjs).
const isWhole = (body) => !body.includes('"errors":');

let sent = 0;

/**
 * Sends several requests over all connections, in turn or at random. With a mark, each request is different: a
 * new number follows the mark in its body.
 */
function requestsOf({ requests, order, mark }) {
  const [first] = requests;
  if (requests.length === 1 && mark === undefined) return first;
  const next =
    order === 'random'
      ? () => requests[Math.floor(Math.random() * requests.length)]
      : () => requests[sent % requests.length];
  function setupRequest(request) {
    sent += 1;
    const { headers, body } = next();
    const numbered = mark === undefined ? body : body.replaceAll(mark, `${mark}${process.pid}_${sent}_`);
    return { ...request, headers, body: numbered };
  }
  return { requests: [{ setupRequest }] };
}

function run({ url, connections, seconds, rate, ...job }) {
  return new Promise((resolve, reject) => {
    const times = [];
    let [started, last, bytes] = [performance.now(), 0, 0];
    const options = {
      url,
      method: 'POST',
      connections,
      duration: seconds,
      ...(rate !== undefined && { overallRate: rate, ignoreCoordinatedOmission: true }),
      timeout: 60,
      sampleInt: 100,
      verifyBody: isWhole,
      ...requestsOf(job),
    };
    const instance = autocannon(options, (error, { errors, mismatches, non2xx }) => {
      if (error) return reject(error);
      times.sort((a, b) => a - b);
      resolve({
        requests: times.length,
        rate: times.length / ((last - started) / 1_000),
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
        bytes: bytes / times.length,
        failed: errors + mismatches + non2xx,
      });
    });
    instance.on('start', () => {
      started = performance.now();
    });
    instance.on('response', (_client, _status, received, time) => {
      last = performance.now();
      bytes += received;
      times.push(time);
    });
  });
}

runJobs(run);
