import { on } from 'node:events';
import { paths } from './paths.mjs';
import { cpuMs, rssMb } from './proc.mjs';
import { start, stop } from './processes.mjs';
import { requestOf } from './requests.mjs';

/** The gateway allows a caller 20 subscriptions. */
const subscriptionsOfCaller = 20;
const variety = 500;
const accept = { accept: 'text/event-stream' };

async function subscriptionsOf(runner, { accountId }, count) {
  const callers = Array.from({ length: Math.ceil(count / subscriptionsOfCaller) }, (_, caller) =>
    runner.signIn(accountId, `subscriber-${caller}`),
  );
  const headers = await Promise.all(callers);
  const request = requestOf(runner, 'subscribe', {});
  return Array.from({ length: count }, (_, at) => ({
    ...request,
    headers: { ...request.headers, ...headers[Math.floor(at / subscriptionsOfCaller)], ...accept },
  }));
}

function writesOf(runner, subjects) {
  return Array.from({ length: Math.min(variety, subjects.writable.length) }, (_, at) => {
    const write = { number: subjects.writable[at], note: `live ${at}` };
    return requestOf(runner, 'upsert', runner.documents.upsert.variables(subjects, undefined, [write]));
  });
}

/** The server-sent events of a contestant to many subscribers, while customers are written at a fixed rate. */
async function measureRunner(runner, { database, subjects, subscribers, writesPerSecond, warmUp, seconds }) {
  const child = start('live', process.execPath, [paths.live], { ipc: true });
  const exit = new AbortController();
  child.once('exit', () => exit.abort());
  try {
    child.send({
      subscriptions: await subscriptionsOf(runner, subjects, subscribers),
      writes: writesOf(runner, subjects),
      perSecond: writesPerSecond,
      warmUp,
      seconds,
    });
    let before = [0, 0];
    const used = () => [cpuMs(runner.child.pid), cpuMs(database.pid)];
    for await (const [{ started, result, error }] of on(child, 'message', { signal: exit.signal })) {
      if (error !== undefined) throw new Error(`${runner.name}, subscribers: ${error}`);
      if (started) before = used();
      if (result === undefined) continue;
      const [node, postgres] = used().map((ms, at) => (ms - before[at]) / result.sent);
      return { ...result, nodeMs: node, postgresMs: postgres, rssMb: rssMb(runner.child.pid) };
    }
  } finally {
    await stop(child);
  }
}

/** Measures all contestants that can send server-sent events of changes. */
export async function measureLive(runners, options) {
  const found = {};
  for (const runner of runners.filter(({ documents }) => documents.subscribe !== undefined))
    found[runner.name] = await measureRunner(runner, options);
  return found;
}
