// The CPU time of requests with metrics, the access log and traces, compared with that of requests that nothing observes:
// `node bench/observed.mjs postgresql://… [rounds] [requests]`, for a migrated database with the demo data. They
// alternate in one process; the requests come from another process. Needs a build.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { load, openDemoGateway } from '../scripts/demo-gateway.mjs';

const operations = {
  'look-up': '{ customer(by: { shortId: "ACME-CORP" }) { id number name status createdAt } }',
  list: '{ customers(first: 20) { nodes { id name type { name } addresses(first: 3) { nodes { id name } } } } }',
};

/** Requests at the same time. */
const connections = 8;

/** Reports the address of a collector that discards traces; then sends the requests of each message, and replies at the end. */
async function runLoad() {
  const collector = createServer((received, response) => received.resume().on('end', () => response.end()));
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  process.once('disconnect', () => process.exit());
  process.send(`http://127.0.0.1:${collector.address().port}`);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { 'content-type': 'application/json' };
  const send = (url, query) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`The status is ${response.statusCode}.`));
        });
      });
      sent.on('error', reject).end(JSON.stringify({ query }));
    });
  process.on('message', async ({ url, query, requests }) => {
    let left = requests;
    const sendAll = async () => {
      while (left-- > 0) await send(url, query);
    };
    await Promise.all(Array.from({ length: connections }, sendAll));
    process.send('done');
  });
}

/** Traces 1 % of the requests. */
async function startTraces(collectorUrl, log) {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collectorUrl;
  process.env.OTEL_TRACES_SAMPLER = 'traceidratio';
  process.env.OTEL_TRACES_SAMPLER_ARG = '0.01';
  const { startTracing } = await load('observe/tracing/tracing.js');
  return startTracing('bench', log);
}

async function open(url, collectorUrl) {
  const [{ createLog }, { observers }, { ServingMetrics }, { AccessLog }, { defaultLimits }] =
    await Promise.all(
      [
        'log.js',
        'observe/observers.js',
        'observe/metrics/state.js',
        'observe/access-log.js',
        'limits.js',
      ].map(load),
    );
  const log = createLog('info', { write: () => undefined });
  const accessLog = (mode) => new AccessLog({ log, mode, slowMs: 1_000 });
  const { recorder } = new ServingMetrics(() => false);
  const parts = {
    none: [],
    // Its ratio is what the measurement cannot tell apart.
    'none, again': [],
    metrics: [recorder],
    'metrics and access log (errors)': [accessLog('errors'), recorder],
    'metrics and access log (all)': [accessLog('all'), recorder],
    'traces (1 %)': [await startTraces(collectorUrl, log)],
  };
  // One gateway, whose observer changes: two gateways differ by more than what is measured.
  const none = Object.fromEntries(Object.keys(observers([{}])).map((hook) => [hook, () => undefined]));
  let current = none;
  const observer = Object.fromEntries(
    Object.keys(none).map((hook) => [hook, (...told) => current[hook](...told)]),
  );
  const limits = { ...defaultLimits, bucket: 1e12, refill: 1e12 };
  const { endpoint, close } = await openDemoGateway(url, { log, limits, observer });
  const variants = Object.entries(parts).map(([name, given]) => {
    const own = observers(given) ?? none;
    const begin = () => {
      current = own;
    };
    return { name, endpoint, begin };
  });
  return { variants, close };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(url, rounds, requests) {
  const child = fork(fileURLToPath(import.meta.url), ['load']);
  const [collectorUrl] = await once(child, 'message');
  const { variants: served, close } = await open(url, collectorUrl);
  const cpuOf = async ({ endpoint, begin }, query) => {
    begin();
    const before = process.cpuUsage();
    child.send({ url: endpoint, query, requests });
    await once(child, 'message');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / requests;
  };
  for (const [name, query] of Object.entries(operations)) {
    const times = served.map(() => []);
    for (const each of served) for (let n = 0; n < 3; n++) await cpuOf(each, query);
    for (let round = 0; round < rounds; round++)
      for (let n = 0; n < served.length; n++) {
        const at = (round + n) % served.length;
        times[at].push(await cpuOf(served[at], query));
      }
    const [base] = times;
    for (const [at, { name: what }] of served.entries()) {
      const ratio = median(times[at].map((time, round) => time / base[round]));
      console.log(`${name}, ${what}: ${median(times[at]).toFixed(1)} µs, ratio ${ratio.toFixed(3)}`);
    }
  }
  child.disconnect();
  await close();
}

const [first, rounds = '20', requests = '2000'] = process.argv.slice(2);
if (first === 'load') runLoad();
else await compare(first, Number(rounds), Number(requests));
