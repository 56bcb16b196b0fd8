import { setTimeout as sleep } from 'node:timers/promises';
import { requestFor } from './arena.mjs';
import { jobOf } from './measure.mjs';
import { operations } from './operations.mjs';
import { paths } from './paths.mjs';
import { start, stop } from './processes.mjs';

const slowConnections = 10;
const named = (wanted) => operations.find(({ name }) => name === wanted);

/** Measures the point look-ups of 20 connections while ten clients read large answers slowly. */
export async function measureSlowConsumers(load, runners, { subjects, rounds, seconds }) {
  const found = Object.fromEntries(runners.map(({ name }) => [name, { alone: [], beside: [] }]));
  for (let turn = 0; turn < rounds; turn += 1)
    for (const runner of runners) {
      const job = jobOf(runner, named('point'), subjects, { connections: 20, seconds });
      found[runner.name].alone.push((await load.run(job)).p99);
      const slow = start('slow', process.execPath, [paths.slow], { ipc: true });
      slow.send({ ...requestFor(runner, named('nested'), subjects), connections: slowConnections });
      await sleep(1_000);
      found[runner.name].beside.push((await load.run(job)).p99);
      await stop(slow);
    }
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(
    Object.entries(found).map(([name, { alone, beside }]) => [
      name,
      { alone: median(alone), beside: median(beside) },
    ]),
  );
}
