import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMs } from '../../bench/proc.mjs';
import { startGateway } from '../abuse/gateway.mjs';
import { gatewayMb } from '../abuse/memory.mjs';
import { signIn } from '../abuse/sign-in.mjs';
import { Latencies } from './latencies.mjs';
import { Subscriber } from './subscribers.mjs';
import { Writer } from './writer.mjs';

const perCaller = 20;
/** Duration of the warm-up writes, which the result excludes. */
const warmUpSeconds = 4;
/** Maximum wait for the last events of a scenario. */
const drainMs = 15_000;

/** Opens subscriptions in batches. */
async function openAll({ port, account, count, onEvent }) {
  const subscribers = [];
  let headers;
  for (let n = 0; n < count; n += 1) {
    if (n % perCaller === 0) headers = await signIn({ account, sub: `subscriber-${n / perCaller}` });
    subscribers.push(new Subscriber({ port, headers, onEvent }));
    if (n % perCaller === perCaller - 1)
      await Promise.all(subscribers.slice(-perCaller).map((each) => each.opened));
  }
  await Promise.all(subscribers.map((each) => each.opened));
  return subscribers;
}

async function untilAll(subscribers, events) {
  const end = Date.now() + drainMs;
  while (Date.now() < end && subscribers.some((each) => each.events < events)) await sleep(20);
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

function resultOf({ subscribers, latencies, writer, rate, child, from, cpuFrom }) {
  const missing = sum(subscribers.map(({ events }) => Math.abs(writer.done - events)));
  return {
    subscribers: subscribers.length,
    open: subscribers.filter(({ isOpen }) => isOpen).length,
    writes: writer.sent,
    failedWrites: writer.failed,
    writesPerSecond: rate,
    events: latencies.count,
    eventsPerSecond: latencies.count / ((Date.now() - from) / 1_000),
    missing,
    errors: sum(subscribers.map(({ errors }) => errors)),
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    max: latencies.quantile(1),
    cpuMsPerWrite: (cpuMs(child.pid) - cpuFrom) / writer.sent,
    rssMb: gatewayMb(child.pid),
  };
}

/** Many subscribers of one account, and writes at a fixed rate. */
export async function busy({ databaseUrl, account, ids, callers, writes, seconds }) {
  const { child, port } = await startGateway('feed', databaseUrl);
  const latencies = new Latencies();
  const onEvent = (writtenAt) => latencies.add(Date.now() - writtenAt);
  const subscribers = await openAll({ port, account, count: callers * perCaller, onEvent });
  const headers = await signIn({ account, sub: 'writer' });
  const warmUp = new Writer({ port, headers, ids, perSecond: writes });
  await warmUp.run(warmUpSeconds);
  await untilAll(subscribers, warmUp.done);
  latencies.reset();
  for (const each of subscribers) each.events = 0;
  const writer = new Writer({ port, headers, ids, perSecond: writes });
  const [from, cpuFrom] = [Date.now(), cpuMs(child.pid)];
  const rate = await writer.run(seconds);
  await untilAll(subscribers, writer.done);
  const result = resultOf({ subscribers, latencies, writer, rate, child, from, cpuFrom });
  for (const each of subscribers) each.close();
  return { child, result };
}

/** Idle subscribers of one account, and then one write. */
export async function idle({ databaseUrl, account, ids, idle: count }) {
  const env = { LIMIT_SUBSCRIPTIONS: String(count), LIMIT_CONNECTIONS: String(count + 100) };
  const { child, port } = await startGateway('feed', databaseUrl, { env });
  const latencies = new Latencies();
  const onEvent = (writtenAt) => latencies.add(Date.now() - writtenAt);
  const started = Date.now();
  const subscribers = await openAll({ port, account, count, onEvent });
  const openMs = Date.now() - started;
  // Garbage from opening the subscriptions is collected while they are idle.
  await sleep(Math.min(15_000, count * 3));
  const idleMb = gatewayMb(child.pid);
  const headers = await signIn({ account, sub: 'writer' });
  const writer = new Writer({ port, headers, ids, perSecond: 1 });
  const [from, cpuFrom] = [Date.now(), cpuMs(child.pid)];
  const rate = await writer.run(1);
  await untilAll(subscribers, writer.done);
  const result = {
    ...resultOf({ subscribers, latencies, writer, rate, child, from, cpuFrom }),
    idleMb,
    openMs,
  };
  for (const each of subscribers) each.close();
  return { child, result };
}
