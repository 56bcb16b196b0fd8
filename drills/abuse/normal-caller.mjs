// The normal caller process: sends point look-ups at a fixed rate, and a list
// of 25 customers with every 25th. A look-up is sent when it is due, whether
// or not earlier ones have been answered, and its latency counts from then on.
import { setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post } from './client.mjs';
import { labelOf } from './tally.mjs';

const everyMs = 40;
const listEvery = 25;

const look = `query Look($number: String!) {
  customer(by: { number: $number }) { id number name status contactInfo { email } updatedAt }
}`;
const list = `query List($after: String) {
  customers(first: 25, after: $after) {
    nodes { id number name type { name } shipToAddress { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** @typedef {'warm-up' | 'before' | 'during' | 'after'} Phase */

const phases = {};
const phaseOf = (name) => (phases[name] ??= { look: [], list: [], rejected: {} });
/** @type {Phase} */
let phase = 'warm-up';
let isOver = false;

const agent = agentOf({ sockets: 400, localAddress: '127.0.0.1' });

function isWhole({ status, body }) {
  return status === 200 && !body.includes('"errors":');
}

async function ask({ origin, headers }, kind, operation) {
  const due = performance.now();
  const counted = phaseOf(phase);
  const answer = await post(origin, operation, { agent, headers });
  counted[kind].push(performance.now() - due);
  if (isWhole(answer)) return;
  const label = answer.status === 0 ? `0 ${answer.body}` : labelOf(answer);
  counted.rejected[label] = (counted.rejected[label] ?? 0) + 1;
}

/** Sends a first change, which loads more code: a gateway in service has already loaded it. */
const warmUp = ({ origin, writer, numbers }) =>
  post(
    origin,
    {
      query: 'mutation ($input: CustomerUpsertInput!) { customerUpsert(input: $input) { outcome } }',
      variables: { input: { by: { number: numbers[0] }, note: 'drill', dryRun: true } },
    },
    { agent, headers: writer },
  );

async function run(job) {
  const { numbers } = job;
  await warmUp(job);
  process.send({ isWarm: true });
  const start = performance.now();
  const open = new Set();
  const track = (work) => {
    open.add(work);
    work.finally(() => open.delete(work));
  };
  for (let turn = 0; !isOver; turn += 1) {
    const number = numbers[(turn * 7) % numbers.length];
    track(ask(job, 'look', { query: look, variables: { number } }));
    if (turn % listEvery === 0) track(ask(job, 'list', { query: list, variables: {} }));
    await sleep(Math.max(0, start + (turn + 1) * everyMs - performance.now()));
  }
  await Promise.all(open);
}

const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;

function summary({ look: times, list: lists, rejected }) {
  const sorted = times.toSorted((a, b) => a - b);
  const sortedLists = lists.toSorted((a, b) => a - b);
  return {
    lookups: sorted.length,
    p50: share(sorted, 0.5),
    p95: share(sorted, 0.95),
    max: sorted.at(-1) ?? null,
    lists: sortedLists.length,
    listP95: share(sortedLists, 0.95),
    rejected,
  };
}

try {
  setPriority(-5);
} catch {
  // Only root can raise the priority. Otherwise the measured times include this process's wait for a CPU.
}
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message.phase !== undefined) phase = message.phase;
  if (message.job !== undefined)
    run(message.job).then(() => {
      agent.destroy();
      const found = Object.fromEntries(Object.entries(phases).map(([name, each]) => [name, summary(each)]));
      process.send({ phases: found });
    });
  if (message.stop) isOver = true;
});
