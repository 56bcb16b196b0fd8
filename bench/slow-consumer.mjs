import { setTimeout as sleep } from 'node:timers/promises';
import { requestFor } from './arena.mjs';
import { median, sum } from './figures.mjs';
import { jobOf } from './measure.mjs';
import { operationOf } from './operations.mjs';
import { paths } from './paths.mjs';
import { cpuMs } from './proc.mjs';
import { start, stop } from './processes.mjs';

const slowConnections = 10;

async function timed(load, runner, job) {
  const before = cpuMs(runner.child.pid);
  const { p99, requests } = await load.run(job);
  return { p99, requests, nodeMs: cpuMs(runner.child.pid) - before };
}

const summary = (rounds) => ({
  p99: median(rounds.map(({ p99 }) => p99)),
  nodeMs: sum(rounds.map(({ nodeMs }) => nodeMs)) / sum(rounds.map(({ requests }) => requests)),
});

/**
 * Measures the point look-ups of 20 connections while ten clients read large answers slowly. The CPU time beside
 * them includes that of their answers.
 */
export async function measureSlowConsumers(load, runners, { subjects, rounds, seconds }) {
  const found = Object.fromEntries(runners.map(({ name }) => [name, { alone: [], beside: [] }]));
  for (let turn = 0; turn < rounds; turn += 1)
    for (const runner of runners) {
      const job = jobOf(runner, operationOf('point'), subjects, { connections: 20, seconds });
      found[runner.name].alone.push(await timed(load, runner, job));
      const slow = start('slow', process.execPath, [paths.slow], { ipc: true });
      slow.send({ ...requestFor(runner, operationOf('nested'), subjects), connections: slowConnections });
      await sleep(1_000);
      found[runner.name].beside.push(await timed(load, runner, job));
      await stop(slow);
    }
  return Object.fromEntries(
    Object.entries(found).map(([name, { alone, beside }]) => [
      name,
      { alone: summary(alone), beside: summary(beside) },
    ]),
  );
}
